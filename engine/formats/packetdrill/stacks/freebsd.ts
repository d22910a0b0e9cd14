import { type HostSettings, mssOf, type Stack, type Sysctls, shiftFor } from '../host-settings';
import { freebsd } from './freebsd-profile';

const BLACKHOLE = ['nothing', 'SYN', 'everything'] as const;

/** FreeBSD 14; the names that its suite sets. Times are milliseconds. */
export const FREEBSD: Stack = {
  defines: ['FreeBSD'],
  unconnectedWrite: 'ENOTCONN',
  sysctls: {
    'net.inet.tcp.rfc1323': '1',
    'net.inet.tcp.sack.enable': '1',
    'net.inet.tcp.blackhole': '0',
    'net.inet.tcp.insecure_rst': '0',
    'net.inet.tcp.insecure_syn': '0',
    'net.inet.tcp.drop_synfin': '0',
    'net.inet.tcp.recvspace': '65536',
    'net.inet.tcp.sendspace': '32768',
    'net.inet.tcp.msl': '30000',
    'net.inet.tcp.keepinit': '75000',
    'net.inet.tcp.finwait2_timeout': '60000',
    'net.inet.tcp.fast_finwait2_recycle': '0',
    'net.inet.tcp.rexmit_initial': '1000',
    'net.inet.tcp.rexmit_min': '30',
    'net.inet.tcp.rexmit_slop': '200',
    'net.inet.tcp.rexmit_drop_options': '0',
    'net.inet.tcp.delacktime': '40',
    'net.inet.tcp.delayed_ack': '1',
    'kern.ipc.maxsockbuf': '2097152',
  },
  inert: {
    'net.inet.tcp.hostcache.purgenow': /./,
    'net.inet.tcp.hostcache.enable': /./,
    'net.inet.tcp.ecn.enable': /^[02]$/,
    'net.inet.tcp.ecn.maxretries': /./,
    'net.inet.tcp.syncookies': /^[01]$/,
    'net.inet.tcp.always_keepalive': /./,
    'net.inet.tcp.path_mtu_discovery': /./,
  },
  settingsOf(sysctls: Sysctls, mtu: number): HostSettings {
    const number = (name: string) => Number(sysctls.get(name));
    const tcp = (name: string) => number(`net.inet.tcp.${name}`);
    const rfc1323 = tcp('rfc1323');
    const mss = mssOf(mtu);
    const receiveBuffer = tcp('recvspace');
    const { retransmission, acknowledgment, close } = freebsd;
    return {
      profile: {
        ...freebsd,
        mss,
        mslMs: tcp('msl'),
        timestamps: rfc1323 !== 0,
        inexactReset: tcp('insecure_rst') === 0 ? 'challenge' : 'obey',
        synOnConnection: tcp('insecure_syn') === 0 ? 'challenge' : 'reset',
        dropsSynFin: tcp('drop_synfin') === 0 ? 'nowhere' : 'everywhere',
        closedPortIgnores: BLACKHOLE[tcp('blackhole')] ?? 'nothing',
        acknowledgment: { ...acknowledgment, delayMs: tcp('delayed_ack') === 0 ? 0 : tcp('delacktime') },
        retransmission: {
          ...retransmission,
          slopMs: tcp('rexmit_slop'),
          initialRtoMs: tcp('rexmit_initial'),
          minimumRtoMs: tcp('rexmit_min'),
        },
        close: { ...close, finWait2Ms: tcp('finwait2_timeout') },
      },
      optionLayout: 'freebsd',
      sack: tcp('sack.enable') !== 0,
      windowShift: rfc1323 === 0 ? null : shiftFor(number('kern.ipc.maxsockbuf')),
      receiveBuffer,
      // tcp_mss() rounds the buffer up to whole segments.
      capacity: Math.ceil(receiveBuffer / mss) * mss,
      sendBuffer: tcp('sendspace'),
      bufferFactor: 1,
      plainSynAfter: tcp('rexmit_drop_options') === 0 ? null : 3,
    };
  },
};
