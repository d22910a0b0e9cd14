import type { StackName } from '@/engine/formats/packetdrill/stacks';

/** What only scripts for FreeBSD say, and what only those for Linux do. */
const SIGNS: readonly (readonly [StackName, RegExp])[] = [
  ['freebsd', /#ifdef\s+FreeBSD|\bnet\.inet\.tcp\b|\bsockstat\b|\btcpdrop\b|\bkern\.ipc\b/],
  ['linux', /#ifdef\s+Linux|\bnet[./]ipv4\b|\bset_sysctls\.py\b|\bdefaults\.sh\b|\btcp_rmem\b/],
  ['rfc9293', /#ifdef\s+STANDARD/],
];

/** For which host a script was written, as far as one can tell; most are written for Linux. */
export function guessStack(text: string): StackName {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'linux';
}
