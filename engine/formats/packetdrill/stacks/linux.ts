import { PROFILES } from '../../../tcp/profile';
import { profileOf } from '../../kernel-trace/profile-of';
import { type HostSettings, mssOf, type Stack, type Sysctls, shiftFor } from '../host-settings';

const PREFIX = 'net.ipv4.';
/** HZ = 1000. */
const JIFFY_MS = 1;

/** Linux as Google runs its suite: HZ = 1000, and timers that the engine keeps exactly. */
export const LINUX: Stack = {
  defines: ['Linux'],
  unconnectedWrite: 'EPIPE',
  sysctls: {
    'net.ipv4.tcp_rmem': '4096 131072 6291456',
    'net.ipv4.tcp_wmem': '4096 16384 4194304',
    'net.ipv4.tcp_timestamps': '1',
    'net.ipv4.tcp_sack': '1',
    'net.ipv4.tcp_window_scaling': '1',
    'net.ipv4.tcp_syn_retries': '6',
    'net.ipv4.tcp_synack_retries': '5',
    'net.ipv4.tcp_retries2': '15',
    'net.ipv4.tcp_orphan_retries': '0',
    'net.ipv4.tcp_fin_timeout': '60',
    'net.ipv4.tcp_rfc1337': '0',
    'net.ipv4.tcp_invalid_ratelimit': '500',
    'net.ipv4.tcp_syn_linear_timeouts': '4',
    'net.ipv4.tcp_early_retrans': '3',
    'net.ipv4.tcp_rto_min_us': '200000',
    'net.ipv4.tcp_max_tw_buckets': '65536',
    'net.ipv4.ip_local_port_range': '32768 60999',
  },
  inert: {
    'net.ipv4.tcp_frto': /./,
    'net.ipv4.tcp_dsack': /./,
    'net.ipv4.tcp_fack': /./,
    'net.ipv4.tcp_reordering': /./,
    'net.ipv4.tcp_recovery': /./,
    'net.ipv4.tcp_congestion_control': /./,
    'net.ipv4.tcp_slow_start_after_idle': /./,
    'net.ipv4.tcp_tso_win_divisor': /./,
    'net.ipv4.tcp_min_tso_segs': /./,
    'net.ipv4.tcp_pacing_ss_ratio': /./,
    'net.ipv4.tcp_pacing_ca_ratio': /./,
    'net.ipv4.tcp_notsent_lowat': /^4294967295$/,
    'net.ipv4.tcp_ecn': /^[02]$/,
    'net.ipv4.tcp_ecn_option': /./,
    'net.ipv4.tcp_fastopen': /./,
    'net.ipv4.tcp_fastopen_key': /./,
    'net.ipv4.tcp_syncookies': /^[01]$/,
    'net.ipv4.tcp_no_metrics_save': /./,
    'net.core.default_qdisc': /./,
  },
  settingsOf(sysctls: Sysctls, mtu: number): HostSettings {
    const own = new Map([...sysctls].map(([name, value]) => [name.replace(PREFIX, ''), value]));
    const profile = profileOf(Object.fromEntries(own));
    const [, receive = 131_072, most = 6_291_456] = (own.get('tcp_rmem') ?? '').split(/\s+/).map(Number);
    const [, send = 16_384] = (own.get('tcp_wmem') ?? '').split(/\s+/).map(Number);
    return {
      profile: {
        ...profile,
        mss: mssOf(mtu),
        retransmission: {
          ...profile.retransmission,
          jiffyMs: PROFILES.linux.retransmission.jiffyMs,
          probeSlackMs: 2 * JIFFY_MS,
          tailLossProbe: own.get('tcp_early_retrans') !== '0',
        },
      },
      optionLayout: 'linux',
      sack: own.get('tcp_sack') !== '0',
      windowShift: own.get('tcp_window_scaling') === '0' ? null : shiftFor(most),
      receiveBuffer: receive,
      capacity: 65_535,
      sendBuffer: send,
      bufferFactor: 2,
      plainSynAfter: null,
    };
  },
};
