import { PROFILES, type Profile } from '../../tcp/profile';
import type { Sysctls } from './script';

/** The recorded kernels ran with HZ = 250. */
const JIFFY_MS = 4;

/** The Linux profile of a host whose administrator has set these. What a trace does not name stays as it is. */
export function profileOf(sysctls: Sysctls): Profile {
  const { linux } = PROFILES;
  const number = (name: string, otherwise: number) => Number(sysctls[name] ?? otherwise);
  const { retransmission, timeWait, close } = linux;
  const [first = linux.ephemeralPorts.first, last = linux.ephemeralPorts.last] = (sysctls.ip_local_port_range ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
  const minimumRtoMs = number('tcp_rto_min_us', retransmission.minimumRtoMs * 1000) / 1000;
  const orphan = number('tcp_orphan_retries', 0);
  return {
    ...linux,
    timestamps: number('tcp_timestamps', 1) > 0,
    challengeIntervalMs: number('tcp_invalid_ratelimit', linux.challengeIntervalMs),
    ephemeralPorts: { first, last },
    timeWait: {
      ...timeWait,
      resetEnds: number('tcp_rfc1337', 0) === 0,
      mostEntries: number('tcp_max_tw_buckets', Number.POSITIVE_INFINITY),
    },
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
    close: { ...close, finWait2Ms: number('tcp_fin_timeout', 60) * 1000 },
  };
}
