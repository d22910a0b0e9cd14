import type { HostSpec, Scenario, SocketSpec, Step } from '../simulation/scenario';
import type { Question } from './question';

/** The handshake is over by then and nobody has closed yet; whatever is sent later may be struck. */
export function closingStartsMs({ oneWayMs }: Question): number {
  return 1000 * Math.ceil((4 * oneWayMs + 1) / 1000);
}

/** Segments of the handshake by side: SYN and ACK, SYN,ACK. */
export const HANDSHAKE = { client: 2, server: 1 } as const;

const PORT = { client: 40_000, server: 80 } as const;
const FIRST = { client: 1000, server: 5000 } as const;

/** Nothing goes on longer than this. */
const LAST_MS = 3_600_000;

/**
 * What every schedule of a question has in common. The client opens, closes first and reads to the end; the server sends its octets and
 * closes once it has seen the client's FIN. Where the question is about a new connection, the client opens the same four-tuple again at
 * `reopensMs` (null = never).
 */
export function setUp(question: Question, reopensMs: number | null): Scenario {
  const { profile, oneWayMs, mslMs, timeWaitMs } = question;
  const atMs = closingStartsMs(question);
  const opensAgain = question.ask === 'old-octets' && reopensMs !== null;
  return {
    version: 1,
    name: `explorer-${question.ask}`,
    profile,
    hosts: hostsOf(question),
    sockets: [
      socket('c1', 'client', [...opening(0), { call: 'shutdown', atMs }, { call: 'receiveEnd' }]),
      socket('srv', 'server', [
        { call: 'listen', port: PORT.server },
        { call: 'accept', as: 's1' },
        { call: 'accept', as: 's2' },
      ]),
      socket('s1', 'server', [{ call: 'receiveEnd' }, ...sending(question), { call: 'close' }]),
      socket('s2', 'server', [{ call: 'receiveEnd' }]),
      ...(opensAgain ? [socket('c2', 'client', [...opening(reopensMs), { call: 'receiveEnd' }])] : []),
    ],
    link: { oneWayMs },
    faults: [],
    timers: { mslMs, timeWaitMs },
    seed: 1,
    endMs: LAST_MS,
    originMs: atMs,
  };
}

function socket(id: string, host: string, steps: readonly Step[]): SocketSpec {
  return { id, host, lane: host, steps };
}

function opening(atMs: number): Step[] {
  return [
    { call: 'bind', port: PORT.client, atMs },
    { call: 'connect', host: 'server', port: PORT.server },
  ];
}

function sending({ octets }: Question): Step[] {
  return octets === 0 ? [] : [{ call: 'send', data: 'old'.repeat(octets).slice(0, octets) }];
}

/**
 * The old octets bear SEQ = ISS + 1 of the server and ACK = ISS + 2 of the client (its FIN is acknowledged). They are exactly what the
 * new connection expects next if the server begins with the same number again, and the client with the next one.
 */
function hostsOf({ isns, timestamps, resetsIgnored }: Question): HostSpec[] {
  const worst = { client: [FIRST.client, FIRST.client + 1], server: [FIRST.server, FIRST.server] };
  return (['client', 'server'] as const).map((id, index) => ({
    id,
    role: id,
    address: `10.0.0.${index + 1}`,
    ...(isns === 'worst' ? { isns: worst[id] } : {}),
    timestamps,
    sysctls: { tcp_rfc1337: resetsIgnored ? 1 : 0 },
  }));
}
