import type { Profile } from '../tcp/profile';

/** Settings of a Linux kernel by their own names. What is absent is as the profile has it. */
export interface Sysctls {
  /** 1 = a connect() that picks its own port may take one over from TIME_WAIT. The default 2 asks for a loopback address, which no host here has, and so is as 0. */
  readonly tcp_tw_reuse?: number;
  /** How old such an entry must be, milliseconds. */
  readonly tcp_tw_reuse_delay?: number;
  /** 1 = a RST that hits TIME_WAIT is ignored. */
  readonly tcp_rfc1337?: number;
  /** Linux up to 4.11; see `recycle.ts`. */
  readonly tcp_tw_recycle?: number;
  readonly tcp_max_tw_buckets?: number;
  /** How long a closed socket may stay in FIN_WAIT_2, seconds. */
  readonly tcp_fin_timeout?: number;
  readonly ip_local_port_range?: readonly [first: number, last: number];
}

/** Linux 6.18: one second. */
const REUSE_DELAY_MS = 1000;

/** The profile of a host whose administrator has set these. */
export function withSysctls(profile: Profile, sysctls: Sysctls): Profile {
  const { timeWait, close, ephemeralPorts } = profile;
  const [first, last] = sysctls.ip_local_port_range ?? [ephemeralPorts.first, ephemeralPorts.last];
  const { tcp_tw_reuse: reuse, tcp_rfc1337: ignoresReset, tcp_fin_timeout: finTimeout } = sysctls;
  const reuseDelayMs = sysctls.tcp_tw_reuse_delay ?? REUSE_DELAY_MS;
  return {
    ...profile,
    ephemeralPorts: { first, last },
    timeWait: {
      ...timeWait,
      resetEnds: ignoresReset === undefined ? timeWait.resetEnds : ignoresReset === 0,
      mostEntries: sysctls.tcp_max_tw_buckets ?? timeWait.mostEntries,
      automaticReuseAfterMs: reuse === undefined ? timeWait.automaticReuseAfterMs : reuse === 1 ? reuseDelayMs : null,
    },
    close: { ...close, finWait2Ms: finTimeout === undefined ? close.finWait2Ms : finTimeout * 1000 },
  };
}
