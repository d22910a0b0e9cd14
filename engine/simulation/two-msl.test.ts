import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILES, type Profile } from '../tcp/profile';
import { client, delay, drop, duplicate, scenario, server } from '../testing/scenarios';
import { runWith } from './run';
import type { Fault, Scenario, SocketSpec, Step } from './scenario';
import type { SegmentRecord, Timeline } from './timeline';

/*
 * Why 2 MSL: once the wait is over, no octet of the old connection can reach the next one, whatever its initial sequence numbers.
 *
 * Assumptions, each of which the tests below drop in turn:
 *  1. No segment lives longer than one MSL.
 *  2. Both sides close by FIN.
 *  3. The last ACK, or one that answers a repeated FIN, gets through: the ACK that ends the other side's sending left when the clock
 *     of TIME_WAIT was (last) set, or earlier.
 *  4. A reset is ignored in TIME_WAIT.
 *  5. A SYN does not reopen TIME_WAIT before it ends.
 *  6. connect() does not take its four-tuple before it ends.
 */
const MSL = 1000;
const TIME_WAIT = 2 * MSL;

const strict: Profile = {
  ...PROFILES.rfc9293,
  timeWait: { ...PROFILES.rfc9293.timeWait, resetEnds: false, reopenBySequence: false, reopenByTimestamp: false },
};

function play(plan: Scenario, policy: Profile = strict): Timeline {
  return runWith(plan, { ...PROFILES, rfc9293: policy });
}

/** A first connection in which both sides speak, under faults that keep assumption 1. */
const plan = fc.record({
  oneWayMs: fc.integer({ min: 1, max: 100 }),
  clientCloses: fc.integer({ min: 0, max: 400 }),
  serverCloses: fc.integer({ min: 0, max: 400 }),
  serverWaitsForEnd: fc.boolean(),
  faults: fc.array(
    fc.record({
      fromServer: fc.boolean(),
      occurrence: fc.integer({ min: 1, max: 8 }),
      action: fc.constantFrom('drop', 'delay', 'duplicate'),
      byMs: fc.integer({ min: 0, max: (MSL - 100) / 2 }),
    }),
    { maxLength: 6 },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

function firstConnection(chosen: Plan, timeWaitMs = TIME_WAIT): Scenario {
  const { oneWayMs, clientCloses, serverCloses, serverWaitsForEnd } = chosen;
  const close: Step = { call: 'close', afterMs: serverCloses };
  const serverSteps: Step[] = serverWaitsForEnd
    ? [{ call: 'send', data: 'server one' }, { call: 'receiveEnd' }, { call: 'send', data: 'server two' }, close]
    : [{ call: 'send', data: 'server one' }, close];
  return scenario({
    sockets: [
      client('c1', [
        { call: 'send', data: 'client one' },
        { call: 'shutdown', afterMs: clientCloses },
        { call: 'receiveEnd' },
      ]),
      ...server(serverSteps, [{ call: 'receiveEnd' }]),
    ],
    link: { oneWayMs },
    timers: { mslMs: MSL, timeWaitMs },
    faults: chosen.faults.map(({ fromServer, occurrence, action, byMs }): Fault => {
      const [from, to] = fromServer ? (['server', 'client'] as const) : (['client', 'server'] as const);
      const match = { incarnation: 1, occurrence };
      if (action === 'drop') return drop(from, to, match);
      return action === 'delay' ? delay(from, to, match, byMs) : duplicate(from, to, match, byMs);
    }),
  });
}

/**
 * The same, and a second connection that opens as soon as the client's port lets it, with initial numbers chosen so that an old segment
 * fits: its octets are the next expected, its acknowledgment is the newest possible or an older one that is still let through.
 */
function withSecond(first: Scenario, atMs: number, { target, ackAge }: Choice): Scenario {
  const sender = target.seq - 1;
  const receiver = (target.ack ?? 1) - 1 + ackAge;
  const [ofClient, ofServer] = target.from === 'client' ? [sender, receiver] : [receiver, sender];
  return {
    ...first,
    hosts: first.hosts.map((host) => ({
      ...host,
      isns: [...(host.isns ?? []).slice(0, 1), host.id === 'client' ? ofClient : ofServer],
    })),
    sockets: [...first.sockets, client('c2', [{ call: 'receiveEnd' }], atMs)],
  };
}

function foreignOctets(timeline: Timeline): string {
  return timeline.deliveries
    .filter(({ fromIncarnation, incarnation }) => fromIncarnation !== incarnation)
    .map(({ text }) => text)
    .join('');
}

/** When the client's end of the first connection is gone; null while it is not. */
function clientFreeAt({ connections }: Timeline): number | null {
  return connections.find(({ host }) => host === 'client')?.closedMs ?? null;
}

interface Choice {
  readonly target: SegmentRecord;
  readonly ackAge: number;
}

/** The worst choices of initial numbers: one pair for each segment that carries octets, and each age of its acknowledgment. */
function worstChoices({ segments }: Timeline): Choice[] {
  return segments.flatMap((target) => (target.length === 0 ? [] : [0, 100].map((ackAge) => ({ target, ackAge }))));
}

/** Assumptions 2 and 3, read off a finished run. */
function closedInTime({ connections, intervals, timers, entries, segments }: Timeline): boolean {
  const clockSetMs = Math.max(...timers.filter(({ timer }) => timer === 'time-wait').map(({ fromMs }) => fromMs));
  return connections.every(({ id, closedMs }) => {
    const last = intervals.findLast(({ connection, state }) => connection === id && state !== 'TIME_WAIT');
    const cause = last?.leftIn == null ? undefined : entries[last.leftIn]?.cause;
    const ender = cause?.type === 'segment' ? segments[cause.segment] : undefined;
    return closedMs !== null && ender !== undefined && ender.kind !== 'rst' && ender.sentMs <= clockSetMs;
  });
}

/** True when no second connection, whatever its numbers, is given an octet of the first. */
function staysClean(first: Scenario, policy = strict, assume = closedInTime): boolean {
  const before = play(first, policy);
  const freeMs = clientFreeAt(before);
  if (freeMs === null || !assume(before)) return true;
  return worstChoices(before).every((choice) => foreignOctets(play(withSecond(first, freeMs, choice), policy)) === '');
}

describe('2 MSL', () => {
  it('lets no octet of one incarnation into the next, whatever its initial sequence numbers', () => {
    fc.assert(
      fc.property(plan, (chosen) => staysClean(firstConnection(chosen))),
      { numRuns: 400 },
    );
  });

  it('is met often enough by the runs of that test', () => {
    const all = fc.sample(plan, { numRuns: 200, seed: 1 }).map((chosen) => play(firstConnection(chosen)));
    const within = all.filter((timeline) => clientFreeAt(timeline) !== null && closedInTime(timeline));
    expect(within.length).toBeGreaterThan(100);
    expect(
      within.some(({ timers }) => timers.some(({ timer, end }) => timer === 'time-wait' && end === 'restarted')),
    ).toBe(true);
  });

  it('is needed: with TIME_WAIT 0 an octet gets through', () => {
    const search = fc.check(
      fc.property(plan, (chosen) => staysClean(firstConnection(chosen, 0))),
      { numRuns: 3000, seed: 1 },
    );
    expect(search.failed).toBe(true);
  });
});

/** A connection that the client closes first, with one copy of the server's octets on a detour. */
function withDetour(sockets: readonly SocketSpec[], byMs: number, more: readonly Fault[] = []): Scenario {
  return scenario({
    sockets,
    timers: { mslMs: MSL, timeWaitMs: TIME_WAIT },
    faults: [duplicate('server', 'client', { incarnation: 1, flags: 'DATA', occurrence: 1 }, byMs), ...more],
  });
}

const polite: readonly SocketSpec[] = [
  client('c1', [{ call: 'receive' }, { call: 'close' }]),
  ...server([{ call: 'send', data: 'old' }, { call: 'receiveEnd' }, { call: 'close' }], [{ call: 'receiveEnd' }]),
];

/** The first value between two bounds for which an old octet reaches the second connection, as fast-check finds and shrinks it. */
function findCounterexample(min: number, max: number, dirties: (value: number) => boolean): number | undefined {
  const search = fc.check(
    fc.property(fc.integer({ min, max }), (value) => !dirties(value)),
    { numRuns: 2000, seed: 1 },
  );
  return search.counterexample?.[0];
}

/** Whether an old octet of this run reaches the second connection, opened at that moment. */
function isDirty(first: Scenario, atMs: number, policy: Profile): boolean {
  return worstChoices(play(first, policy)).some(
    (choice) => foreignOctets(play(withSecond(first, atMs, choice), policy)) !== '',
  );
}

describe('without one of the assumptions a counterexample is found', () => {
  it('1: a segment that outlives the MSL', () => {
    const found = findCounterexample(0, 5 * MSL, (byMs) => !staysClean(withDetour(polite, byMs)));
    expect(found).toBeGreaterThan(MSL);
  });

  it('2: a side that closes by reset, and so without TIME_WAIT', () => {
    const rude = [client('c1', [{ call: 'receive' }, { call: 'abort' }]), ...polite.slice(1)];
    const found = findCounterexample(0, MSL - 50, (byMs) => {
      const first = withDetour(rude, byMs);
      const freeMs = clientFreeAt(play(first));
      return freeMs !== null && isDirty(first, freeMs + 1, strict);
    });
    expect(found).toBeDefined();
  });

  it('3: no ACK gets through before the wait is over', () => {
    // The server's octets and its FIN arrive, but no ACK comes back: it repeats its octets while the client forgets and connects anew.
    const mslMs = 5 * MSL;
    const deaf = (byMs: number): Scenario => ({
      ...scenario({
        sockets: [
          client('c1', [{ call: 'shutdown' }, { call: 'receiveEnd' }]),
          ...server(
            [{ call: 'receiveEnd' }, { call: 'send', data: 'old' }, { call: 'close' }],
            [{ call: 'receiveEnd' }],
          ),
        ],
        timers: { mslMs, timeWaitMs: 2 * mslMs },
      }),
      faults: [
        drop('client', 'server', { incarnation: 1, flags: 'ACK', relativeSeq: 2 }),
        ...[2, 3].map((occurrence) => drop('server', 'client', { incarnation: 1, flags: 'DATA', occurrence })),
        delay('server', 'client', { incarnation: 1, flags: 'DATA', occurrence: 4 }, byMs),
      ],
    });
    const found = findCounterexample(0, mslMs - 50, (byMs) => {
      const freeMs = clientFreeAt(play(deaf(byMs)));
      return freeMs !== null && isDirty(deaf(byMs), freeMs, strict);
    });
    expect(found).toBeDefined();
  });

  it('4: a reset that ends TIME_WAIT (RFC 1337)', () => {
    // An old copy meets TIME_WAIT, the answer meets a server that has forgotten, its reset ends the wait; a second copy then gets in.
    const copies = (byMs: number) =>
      withDetour(polite, byMs, [duplicate('server', 'client', { incarnation: 1, flags: 'DATA', occurrence: 1 }, 900)]);
    const killable = { ...strict, timeWait: { ...strict.timeWait, resetEnds: true } };
    const found = findCounterexample(0, 900, (byMs) => !staysClean(copies(byMs), killable));
    expect(found).toBeGreaterThan(0);
    expect(staysClean(copies(found ?? 0))).toBe(true);
  });

  it('5: a SYN that reopens TIME_WAIT, with the worst of numbers', () => {
    const serverFirst = [
      client('c1', [{ call: 'receiveEnd' }, { call: 'close' }]),
      ...server(
        [
          { call: 'send', data: 'old' },
          { call: 'close', afterMs: 100 },
        ],
        [{ call: 'receiveEnd' }],
      ),
    ];
    // 'old' and the FIN are the last four numbers used: a step of −5 makes 'old' fit exactly.
    const reopening = (reopenIsnStep: number) => ({
      ...strict,
      timeWait: { ...strict.timeWait, reopenBySequence: true, reopenIsnStep },
    });
    const dirties = (policy: Profile) => (byMs: number) =>
      foreignOctets(
        play({ ...withDetour([...serverFirst, client('c2', [{ call: 'receiveEnd' }], 500)], byMs) }, policy),
      ) !== '';
    expect(findCounterexample(0, 900, dirties(reopening(-5)))).toBeDefined();
    expect(findCounterexample(0, 900, dirties(reopening(PROFILES.rfc9293.timeWait.reopenIsnStep)))).toBeUndefined();
  });

  it('6: connect() that takes the four-tuple out of TIME_WAIT, with the worst of numbers', () => {
    // The old connection's own initial number again, which lies two below its SND.NXT.
    const taking: Profile = {
      ...strict,
      timeWait: { ...strict.timeWait, reopenIsnStep: -2, connect: { reuses: 'always', error: 'EADDRINUSE' } },
    };
    const early = (byMs: number) => isDirty(withDetour(polite, byMs), 700, taking);
    expect(findCounterexample(0, 900, early)).toBeDefined();
  });
});
