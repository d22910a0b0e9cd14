import type { Facts, Family } from './facts';
import { OCTETS_PER_ENTRY } from './ports/capacity';

/** How bad it is. */
export type Level = 'harm' | 'watch' | 'fine';

/** What a rule is about: what is seen here; what to change, in this order; what to leave alone. */
export const PLACES = ['seen', 'application', 'proxy', 'kernel', 'never'] as const;
export type Place = (typeof PLACES)[number];

export interface Source {
  readonly name: string;
  readonly href: string;
}

/** What stands in a rule's sentence. A name says how it is written: `share` as percent, `memory` in octets. */
export type Values = Readonly<Record<string, number | string>>;

export interface Rule {
  readonly id: string;
  readonly place: Place;
  readonly level: Level;
  readonly sources: readonly Source[];
  /** What the rule says of these facts; null where it does not apply. */
  readonly when: (facts: Facts) => Values | null;
}

/** So many of a kind are worth a sentence. */
export const MANY = 1000;
/** So many CLOSE_WAIT are no accident. */
export const MANY_CLOSE_WAIT = 100;
/** Of a range of ports. */
export const FILLING = 0.5;
export const FULL = 0.9;
const DEFAULT_PORTS = 28_232;
/** A limit this low has been set by somebody. */
const LOW_LIMIT = 10_000;

const rfc = (number: number, section: string): Source => ({
  name: `RFC ${number} §${section}`,
  href: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
});
const kernel = (fn: string, file: string): Source => ({
  name: `${fn}()`,
  href: `https://github.com/torvalds/linux/blob/v6.18/${file}`,
});
const commit = (hash: string): Source => ({
  name: `Linux ${hash}`,
  href: `https://github.com/torvalds/linux/commit/${hash}`,
});
const IP_SYSCTL: Source = {
  name: 'ip-sysctl.rst',
  href: 'https://github.com/torvalds/linux/blob/v6.18/Documentation/networking/ip-sysctl.rst',
};
const CONNECT = kernel('__inet_hash_connect', 'net/ipv4/inet_hashtables.c');
const UNIQUE = kernel('tcp_twsk_unique', 'net/ipv4/tcp_ipv4.c');
const IN_TIME_WAIT = kernel('tcp_timewait_state_process', 'net/ipv4/tcp_minisocks.c');
const TO_TIME_WAIT = kernel('tcp_time_wait', 'net/ipv4/tcp_minisocks.c');
const ALLOCATE = kernel('inet_twsk_alloc', 'net/ipv4/inet_timewait_sock.c');
const BIND = kernel('inet_csk_get_port', 'net/ipv4/inet_connection_sock.c');

/** The whole of the diagnosis, in the order in which it is told. */
export const RULES: readonly Rule[] = [
  {
    id: 'ports-exhausted',
    place: 'seen',
    level: 'harm',
    sources: [CONNECT, IP_SYSCTL],
    when: (facts) => (shareOf(facts) >= FULL && !isCovered(facts) ? ofFullest(facts) : null),
  },
  {
    id: 'ports-filling',
    place: 'seen',
    level: 'watch',
    sources: [CONNECT, IP_SYSCTL],
    when: (facts) =>
      shareOf(facts) >= FILLING && shareOf(facts) < FULL && !isCovered(facts) ? ofFullest(facts) : null,
  },
  {
    id: 'ports-covered',
    place: 'seen',
    level: 'fine',
    sources: [UNIQUE, commit('79e9fed4')],
    when: (facts) => (shareOf(facts) >= FILLING && isCovered(facts) ? ofFullest(facts) : null),
  },
  {
    id: 'buckets-overflow',
    place: 'seen',
    level: 'harm',
    sources: [ALLOCATE, TO_TIME_WAIT],
    when: ({ counters }) => positive(counters.TcpExtTCPTimeWaitOverflow),
  },
  {
    id: 'buckets-nearly-full',
    place: 'seen',
    level: 'watch',
    sources: [ALLOCATE, IP_SYSCTL],
    when: ({ entries, settings: { maxBuckets: limit } }) =>
      limit !== null && limit > 0 && entries >= FULL * limit ? { entries, limit } : null,
  },
  {
    id: 'close-wait',
    place: 'seen',
    level: 'harm',
    sources: [rfc(9293, '3.10.4'), rfc(9293, '3.6')],
    when: ({ states }) => (states.CLOSE_WAIT >= MANY_CLOSE_WAIT ? { count: states.CLOSE_WAIT } : null),
  },
  {
    id: 'half-closed',
    place: 'seen',
    level: 'watch',
    sources: [IP_SYSCTL, rfc(9293, '3.6')],
    when: ({ states }) => (states.FIN_WAIT_2 >= MANY ? { count: states.FIN_WAIT_2 } : null),
  },
  {
    id: 'old-timestamps',
    place: 'seen',
    level: 'watch',
    sources: [IN_TIME_WAIT, rfc(6191, '2')],
    when: ({ counters }) => positive(counters.TcpExtPAWSTimewait),
  },
  {
    id: 'accepted-harmless',
    place: 'seen',
    level: 'fine',
    sources: [IN_TIME_WAIT, rfc(9293, '3.6.1')],
    when: ({ timeWait, services }) =>
      timeWait.accepted > 0 ? { count: timeWait.accepted, port: services[0]?.port ?? '' } : null,
  },
  {
    id: 'opened-spread',
    place: 'seen',
    level: 'fine',
    sources: [CONNECT],
    when: (facts) => (facts.timeWait.opened > 0 && shareOf(facts) < FILLING ? ofFullest(facts) : null),
  },
  {
    id: 'memory',
    place: 'seen',
    level: 'fine',
    sources: [
      { name: 'struct tcp_timewait_sock', href: 'https://github.com/torvalds/linux/blob/v6.18/include/linux/tcp.h' },
    ],
    when: ({ entries }) => (entries > 0 ? { entries, memory: entries * OCTETS_PER_ENTRY } : null),
  },
  {
    id: 'counted-more',
    place: 'seen',
    level: 'fine',
    sources: [TO_TIME_WAIT],
    when: ({ counted, states }) =>
      counted !== null && states.TIME_WAIT > 0 && states.FIN_WAIT_2 > 0 && counted > states.TIME_WAIT
        ? { counted, listed: states.TIME_WAIT }
        : null,
  },
  {
    id: 'close-the-socket',
    place: 'application',
    level: 'harm',
    sources: [rfc(9293, '3.10.4')],
    when: ({ states }) => (states.CLOSE_WAIT >= MANY_CLOSE_WAIT ? { count: states.CLOSE_WAIT } : null),
  },
  {
    id: 'keep-alive',
    place: 'application',
    level: 'fine',
    sources: [rfc(9112, '9.3'), rfc(9112, '9.6')],
    when: ({ timeWait, establishedAccepted }) =>
      timeWait.accepted >= MANY && timeWait.accepted >= 10 * establishedAccepted
        ? { count: timeWait.accepted, established: establishedAccepted }
        : null,
  },
  {
    id: 'pool',
    place: 'application',
    level: 'watch',
    sources: [rfc(9112, '9.3'), rfc(9293, '3.6')],
    when: (facts) => {
      const { timeWait = 0, established = 0 } = facts.families[0] ?? {};
      const isPressing = timeWait >= MANY || shareOf(facts) >= FILLING;
      return isPressing && timeWait >= 10 * established ? ofFullest(facts) : null;
    },
  },
  {
    id: 'upstream-keepalive',
    place: 'proxy',
    level: 'watch',
    sources: [
      { name: 'nginx: keepalive', href: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive' },
    ],
    when: (facts) => (shareOf(facts) >= FILLING ? ofFullest(facts) : null),
  },
  {
    id: 'more-four-tuples',
    place: 'proxy',
    level: 'watch',
    sources: [CONNECT, { name: 'ip(7)', href: 'https://man7.org/linux/man-pages/man7/ip.7.html' }],
    when: (facts) => (shareOf(facts) >= FULL && !isCovered(facts) ? ofFullest(facts) : null),
  },
  {
    id: 'turn-reuse-on',
    place: 'kernel',
    level: 'watch',
    sources: [UNIQUE, IP_SYSCTL],
    when: (facts) => {
      const { reuse, timestamps } = facts.settings;
      const helps = shareOf(facts) >= FILLING && !isCovered(facts) && reuse !== 1 && timestamps !== 0;
      return helps ? ofFullest(facts) : null;
    },
  },
  {
    id: 'turn-timestamps-on',
    place: 'kernel',
    level: 'watch',
    sources: [UNIQUE, IP_SYSCTL],
    when: ({ settings, timeWait }) => (settings.timestamps === 0 && timeWait.opened > 0 ? {} : null),
  },
  {
    id: 'widen-range',
    place: 'kernel',
    level: 'watch',
    sources: [IP_SYSCTL],
    when: (facts) => {
      const { low, high } = facts.range;
      const isNarrow = facts.range.isGiven && high - low + 1 < DEFAULT_PORTS;
      return isNarrow && shareOf(facts) >= FILLING ? { low: `${low}`, high: `${high}`, ports: high - low + 1 } : null;
    },
  },
  {
    id: 'reserve-ports',
    place: 'kernel',
    level: 'fine',
    sources: [BIND, IP_SYSCTL],
    when: ({ listeningInRange: ports }) =>
      ports.length > 0 ? { list: ports.slice(0, 8).join(', '), count: ports.length } : null,
  },
  {
    id: 'rfc1337-locks-out',
    place: 'kernel',
    level: 'watch',
    sources: [IN_TIME_WAIT, rfc(1337, '3')],
    when: ({ settings }) => (settings.rfc1337 === 1 ? {} : null),
  },
  {
    id: 'reuse-idle',
    place: 'kernel',
    level: 'fine',
    sources: [UNIQUE, IN_TIME_WAIT],
    when: ({ settings, timeWait }) =>
      settings.reuse === 1 && timeWait.accepted > 0 && timeWait.opened === 0 ? { count: timeWait.accepted } : null,
  },
  {
    id: 'recycle-on',
    place: 'never',
    level: 'harm',
    sources: [commit('4396e461')],
    when: ({ settings: { recycle } }) => (typeof recycle === 'number' && recycle > 0 ? {} : null),
  },
  {
    id: 'recycle-gone',
    place: 'never',
    level: 'fine',
    sources: [commit('4396e461')],
    when: ({ settings }) => (settings.recycle === 'absent' ? {} : null),
  },
  {
    id: 'fin-timeout',
    place: 'never',
    level: 'fine',
    sources: [kernel('tcp_fin_time', 'include/net/tcp.h'), IP_SYSCTL],
    when: ({ settings: { finTimeout } }) => (finTimeout !== null && finTimeout < 60 ? { seconds: finTimeout } : null),
  },
  {
    id: 'low-limit',
    place: 'never',
    level: 'watch',
    sources: [ALLOCATE, IP_SYSCTL],
    when: ({ entries, settings: { maxBuckets: limit } }) =>
      limit !== null && limit <= LOW_LIMIT && entries >= limit / 2 ? { limit, entries } : null,
  },
  {
    id: 'resets',
    place: 'never',
    level: 'watch',
    sources: [kernel('__tcp_close', 'net/ipv4/tcp.c'), rfc(2525, '2.17')],
    when: ({ counters }) => {
      const { TcpExtTCPAbortOnData: count = 0, TcpActiveOpens = 0, TcpPassiveOpens = 0 } = counters;
      const opens = TcpActiveOpens + TcpPassiveOpens;
      return count > 0 && opens > 0 && count >= opens / 10 ? { count, share: count / opens } : null;
    },
  },
  {
    id: 'leave-alone',
    place: 'never',
    level: 'fine',
    sources: [IP_SYSCTL, rfc(9293, '3.6.1')],
    when: ({ entries }) => (entries >= MANY ? {} : null),
  },
];

function shareOf({ families }: Facts): number {
  return families[0]?.share ?? 0;
}

function ofFullest({ families, range }: Facts): Values {
  const { from, to, port, held, timeWait, established, share } = families[0] ?? NO_FAMILY;
  return { from, to, port, held, timeWait, established, share, ports: range.high - range.low + 1 };
}

const NO_FAMILY: Family = {
  ...{ from: '', to: '', port: '', timeWait: 0, established: 0, held: 0, share: 0 },
  isLoopback: false,
};

/** Whether connect() may take over entries of the fullest family: `tcp_tw_reuse` 1, or its default 2 (since Linux 4.18) on loopback. */
function isCovered({ families, settings, kernel: version }: Facts): boolean {
  if (settings.timestamps === 0) return false;
  const [major, minor] = version ?? [6, 0];
  const byDefault = major > 4 || (major === 4 && minor >= 18) ? 2 : 0;
  const reuse = settings.reuse ?? byDefault;
  return reuse === 1 || (reuse === 2 && families[0]?.isLoopback === true);
}

function positive(count: number | undefined): Values | null {
  return count !== undefined && count > 0 ? { count } : null;
}
