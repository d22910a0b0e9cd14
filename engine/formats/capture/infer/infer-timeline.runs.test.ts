import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostId } from '../../../simulation/scenario';
import type { Timeline } from '../../../simulation/timeline';
import type { Capture } from '../packet';
import { readCapture } from '../read/read-capture';
import { anyRun, BOOK, runAt, SETTINGS } from '../testing/runs';
import { framesOf } from '../write/frames';
import { toPcapng } from '../write/to-pcapng';
import type { CaptureTimeline, Moment } from './capture-timeline';
import { inferTimeline } from './infer-timeline';

/** A run goes out as a capture and comes back as what a capture tells: here the truth is known to the last detail. */
interface Case {
  readonly title: string;
  readonly timeline: Timeline;
}

const IN_BOOK: readonly Case[] = BOOK.flatMap(({ name, scenario }) =>
  Object.entries(SETTINGS).map(([title, settings]) => ({
    title: `${name}, ${title}`,
    timeline: runAt(1, scenario, settings),
  })),
);
const AT_RANDOM: readonly Case[] = fc
  .sample(anyRun, { numRuns: 120, seed: 793 })
  .map(({ title, scenario, settings }) => ({ title, timeline: runAt(1, scenario, settings) }));
/** Runs in which no two connections use the same ports: numbers mean one thing only. */
const UNMIXED = [...IN_BOOK, ...AT_RANDOM].filter(({ timeline }) => {
  const ends = timeline.connections.map(
    ({ host, localPort, remoteHost, remotePort }) => `${host} ${localPort} ${remoteHost} ${remotePort}`,
  );
  return new Set(ends).size === ends.length;
});

describe('a capture of all interfaces', () => {
  it('tells the states of both ends of every connection of the book, each to the moment', () => {
    for (const { title, timeline } of IN_BOOK) {
      const inferred = inferTimeline(readCapture(toPcapng(timeline)));
      expect(inferredStates(inferred), title).toEqual(trueStates(timeline));
      expect(inferred.connections.every(({ isWatched }) => isWatched)).toBe(true);
    }
  });

  it('tells them under any faults, where numbers mean one thing only', () => {
    expect(UNMIXED.length).toBeGreaterThan(110);
    for (const { title, timeline } of UNMIXED) {
      expect(inferredStates(inferTimeline(readCapture(toPcapng(timeline)))), title).toEqual(trueStates(timeline));
    }
  });

  it('tells what became of every segment, and which are retransmissions, copies and duplicates', () => {
    for (const { title, timeline } of UNMIXED.filter((one) => !isCopiedAndLost(one))) {
      const startMs = Math.min(...timeline.segments.map(({ sentMs }) => sentMs));
      const { segments } = inferTimeline(readCapture(toPcapng(timeline)));
      const told = segments.map((one) => [
        ...[one.relativeSeq, one.flags, one.length, one.copyOf !== null, one.arrives?.latestMs ?? null, one.fate],
        ...[one.transmission, one.sent.latestMs, one.payload, one.kind],
      ]);
      // What was under way at the end of a run, or of a capture, has not arrived: a capture calls that lost. A copy that the network made
      // has no sending of its own: it is first seen where it arrives. A reset of CLOSED bears a number of no connection.
      const expected = timeline.segments
        .filter(({ copyOf, fate }) => copyOf === null || fate === 'delivered')
        .map((one) => [
          ...[one.relativeSeq, one.flags, one.length, one.copyOf !== null],
          ...(one.fate === 'delivered' ? [one.arrivesMs - startMs, 'delivered'] : [null, 'lost']),
          ...[one.transmission, (one.copyOf === null ? one.sentMs : one.arrivesMs) - startMs, one.payload, one.kind],
        ]);
      expect(told.map(String).sort(), title).toEqual(expected.map(String).sort());
    }
  });
});

describe('a capture of one interface', () => {
  it('tells the states of that end, each to the moment', () => {
    for (const { title, timeline } of [...IN_BOOK, ...UNMIXED]) {
      for (const { id: host } of timeline.scenario.hosts) {
        const inferred = inferTimeline(readCapture(toPcapng(timeline, { host })));
        expect(inferredStates(inferred, addressOf(timeline, host)), `${title}, at ${host}`).toEqual(
          trueStates(timeline, host),
        );
      }
    }
  });

  it('needs to be told where it was made if its packets do not say', () => {
    const { timeline } = IN_BOOK.find(({ title }) => title.startsWith('fin-behind-a-hole')) ?? never();
    const address = addressOf(timeline, 'client');
    const capture = withoutDirections(readCapture(toPcapng(timeline, { host: 'client' })));
    const [client] = inferTimeline(capture, { at: [address] }).connections;
    expect([client?.host, client?.isWatched, client?.unknown]).toEqual([address, true, ['end']]);
    expect(inferredStates(inferTimeline(capture, { at: [address] }), address)).toEqual(trueStates(timeline, 'client'));
  });

  it.each(['first', 'second'] as const)('bounds what it does not see: at the %s host, nobody says so', (which) => {
    const cases = UNMIXED.filter(({ timeline }) => timeline.scenario.faults.every(({ action }) => action !== 'delay'));
    const count = checkBounds(cases, (timeline) => {
      const host = timeline.scenario.hosts[which === 'first' ? 0 : 1]?.id ?? '';
      return {
        capture: withoutDirections(readCapture(toPcapng(timeline, { host }))),
        originMs: framesOf(timeline, host)[0]?.atMs ?? 0,
      };
    });
    expect(count).toBeGreaterThan(300);
  });
});

describe('a capture somewhere on the way', () => {
  it('bounds every state that it calls certain', () => {
    const count = checkBounds(UNMIXED, (timeline) => ({ capture: onTheWay(timeline), originMs: originOf(timeline) }));
    expect(count).toBeGreaterThan(700);
  });

  it('guesses nearly always right', () => {
    const ends = UNMIXED.flatMap(({ timeline }) => {
      const inferred = inferTimeline(onTheWay(timeline));
      return timeline.scenario.hosts.map(({ id }) => {
        const names = (states: readonly string[][]) =>
          states.map((one) => one.map((entry) => entry.split(' ')[0]).join(' ')).join('; ');
        return names(inferredStates(inferred, addressOf(timeline, id))) === names(trueStates(timeline, id));
      });
    });
    expect(ends.filter((isRight) => isRight).length / ends.length).toBeGreaterThan(0.9);
  });
});

/** Where a datagram was lost but a copy of it arrived, nobody can tell that from the datagram having arrived. */
function isCopiedAndLost({ timeline: { segments } }: Case): boolean {
  return segments.some(({ copyOf }) => copyOf !== null && segments[copyOf]?.fate === 'lost');
}

/** Each connection's states as 'STATE ms', connections in the order of their names. */
function trueStates({ connections, intervals, segments }: Timeline, host?: HostId): string[][] {
  const frames = framesOf({ segments }, host);
  const originMs = frames[0]?.atMs ?? 0;
  const told = connections
    .filter((one) => host === undefined || one.host === host)
    .map(({ id }) => intervals.filter(({ connection, state }) => connection === id && state !== 'LISTEN'));
  return told
    .filter((own) => own.length > 0)
    .map((own) => own.map(({ state, fromMs }) => `${state} ${fromMs - originMs}`))
    .sort();
}

function inferredStates({ connections, intervals }: CaptureTimeline, address?: string): string[][] {
  const told = connections.filter((one) => address === undefined || one.host === address);
  return told
    .map(({ id }) =>
      intervals.filter(({ connection }) => connection === id).map(({ state, fromMs }) => `${state} ${fromMs}`),
    )
    .sort();
}

/** Every state that is called certain was there, and began and ended within its bounds. */
function checkBounds(
  cases: readonly Case[],
  captureOf: (timeline: Timeline) => { readonly capture: Capture; readonly originMs: number },
): number {
  let count = 0;
  for (const { title, timeline } of cases) {
    const { capture, originMs } = captureOf(timeline);
    const inferred = inferTimeline(capture);
    for (const guess of inferred.intervals.filter(({ isCertain }) => isCertain)) {
      const end = inferred.connections.find(({ id }) => id === guess.connection);
      const truths = timeline.intervals.filter(
        ({ state, host, connection }) =>
          state === guess.state &&
          addressOf(timeline, host) === guess.host &&
          remoteOf(timeline, connection) === end?.remoteHost,
      );
      const isTrue = truths.some(
        ({ fromMs, toMs }) =>
          contains(guess.from, fromMs - originMs) &&
          (guess.to === null || contains(guess.to, (toMs ?? Number.POSITIVE_INFINITY) - originMs)),
      );
      expect(
        isTrue,
        `${title}: ${guess.host} ${guess.state} from ${JSON.stringify(guess.from)} to ${JSON.stringify(guess.to)}`,
      ).toBe(true);
      count += 1;
    }
  }
  return count;
}

function contains({ earliestMs, latestMs }: Moment, atMs: number): boolean {
  return (earliestMs === null || atMs >= earliestMs - 1e-6) && (latestMs === null || atMs <= latestMs + 1e-6);
}

/** Half-way between the hosts, in front of whatever loses, holds or copies: each segment once, at the moment it passes. */
function onTheWay(timeline: Timeline): Capture {
  const halfMs = timeline.scenario.link.oneWayMs / 2;
  const capture = withoutDirections(readCapture(toPcapng(timeline)));
  const sent = new Set(framesOf(timeline).flatMap(({ direction }, index) => (direction === 'out' ? [index + 1] : [])));
  const packets = capture.packets
    .filter(({ number }) => sent.has(number))
    .map((packet) => ({ ...packet, interface: 0, atMs: packet.atMs + halfMs }));
  return { ...capture, packets };
}

function originOf(timeline: Timeline): number {
  return framesOf(timeline)[0]?.atMs ?? 0;
}

function withoutDirections(capture: Capture): Capture {
  return { ...capture, packets: capture.packets.map((packet) => ({ ...packet, direction: null })) };
}

function addressOf({ scenario }: Timeline, host: HostId): string {
  return scenario.hosts.find(({ id }) => id === host)?.address ?? '';
}

function remoteOf(timeline: Timeline, connection: string): string {
  return addressOf(timeline, timeline.connections.find(({ id }) => id === connection)?.remoteHost ?? '');
}

function never(): never {
  throw new Error('missing');
}
