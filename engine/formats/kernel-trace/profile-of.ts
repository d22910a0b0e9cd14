import { withSysctls } from '../../network/sysctls';
import { PROFILES, type Profile } from '../../tcp/profile';
import type { Sysctls } from './script';

/** The recorded kernels ran with HZ = 250. */
const JIFFY_MS = 4;

/** The Linux profile of a host whose administrator has set these. What a trace does not name stays as it is. */
export function profileOf(sysctls: Sysctls): Profile {
  const { linux } = PROFILES;
  const number = (name: string, otherwise: number) => Number(sysctls[name] ?? otherwise);
  const optional = (name: string) => (sysctls[name] === undefined ? undefined : Number(sysctls[name]));
  const { retransmission } = linux;
  const minimumRtoMs = number('tcp_rto_min_us', retransmission.minimumRtoMs * 1000) / 1000;
  const orphan = number('tcp_orphan_retries', 0);
  // tcp_tw_reuse is not among them: here the table of sockets picks the ports, as the kernel does.
  const own = withSysctls(linux, {
    tcp_rfc1337: optional('tcp_rfc1337'),
    tcp_max_tw_buckets: optional('tcp_max_tw_buckets'),
    tcp_fin_timeout: optional('tcp_fin_timeout'),
    ip_local_port_range: portRange(sysctls.ip_local_port_range ?? '', linux),
  });
  return {
    ...own,
    timestamps: number('tcp_timestamps', 1) > 0,
    challengeIntervalMs: number('tcp_invalid_ratelimit', linux.challengeIntervalMs),
    retransmission: {
      ...retransmission,
      minimumRtoMs,
      jiffyMs: JIFFY_MS,
      varianceFloorMs: minimumRtoMs,
      linearSynTimeouts: number('tcp_syn_linear_timeouts', retransmission.linearSynTimeouts),
      retries: {
        syn: number('tcp_syn_retries', retransmission.retries.syn),
        synAck: number('tcp_synack_retries', retransmission.retries.synAck),
        data: number('tcp_retries2', retransmission.retries.data),
        orphan: orphan === 0 ? retransmission.retries.orphan : orphan,
      },
    },
  };
}

function portRange(text: string, { ephemeralPorts }: Profile): [first: number, last: number] {
  const [first = ephemeralPorts.first, last = ephemeralPorts.last] = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
  return [first, last];
}
