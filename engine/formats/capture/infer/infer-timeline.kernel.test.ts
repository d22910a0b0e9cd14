import { describe, expect, it } from 'vitest';
import type { TcpState } from '../../../tcp/state';
import { readCapture } from '../read/read-capture';
import { KERNEL_TRACES, type KernelTrace } from '../testing/kernel-traces';
import type { CaptureTimeline, Moment } from './capture-timeline';
import { inferTimeline } from './infer-timeline';

interface Stay {
  readonly state: TcpState;
  readonly atMs: number;
  /** Linux passes through it within one event, or the next connection of the ports replaced it: a capture need not show it. */
  readonly isOptional: boolean;
}

interface Guess {
  readonly state: TcpState;
  readonly from: Moment;
}

/** Two hosts wrote down their states, half-open and time-wait sockets by samples each 2 ms, a third host the packets. */
const SAMPLED_LATE_MS = 6;
const CLOCKS_DIFFER_MS = 1;

/** What a capture cannot know, and what is inferred instead. */
const BEYOND_CAPTURES: Readonly<Record<string, readonly string[]>> = {
  // No room for time-wait sockets (tcp_max_tw_buckets = 0): A is gone when the FIN comes, yet it acknowledges it as TIME_WAIT would.
  'last-ack-syn': ['10.27.159.1: inferred TIME_WAIT, the kernel was not in it'],
};

describe('states of a real kernel, from a capture between the hosts', () => {
  it.each(KERNEL_TRACES.map((trace) => [trace.name, trace] as const))('%s', (name, trace) => {
    const timeline = inferTimeline(readCapture(trace.capture));
    expect(differences(trace, timeline)).toEqual(BEYOND_CAPTURES[name] ?? []);
  });

  it.each(KERNEL_TRACES.map((trace) => [trace.name, trace] as const))(
    '%s: numbers, connections, retransmissions',
    (_name, trace) => {
      const { segments } = inferTimeline(readCapture(trace.capture));
      const initial = new Map(
        trace.packets.flatMap((one) =>
          one.flags.startsWith('S') ? [[`${one.from} ${one.incarnation}`, one.seq]] : [],
        ),
      );
      const seen = new Map<string, number>();
      const expected = trace.packets.map((one) => {
        const relativeSeq = (one.seq - (initial.get(`${one.from} ${one.incarnation}`) ?? 0)) >>> 0;
        const occupies = one.flags.includes('R')
          ? 0
          : one.length + Number(one.flags.includes('S')) + Number(one.flags.includes('F'));
        const key = `${one.from} ${one.incarnation} ${relativeSeq} ${one.flags === 'SA'}`;
        const transmission = (seen.get(key) ?? 0) + 1;
        if (occupies > 0) seen.set(key, transmission);
        return [one.incarnation, relativeSeq, occupies > 0 ? transmission : 1];
      });
      expect(segments.map((one) => [one.incarnation, one.relativeSeq, one.transmission])).toEqual(expected);
    },
  );

  it('says of these captures that nobody listened at the ends', () => {
    for (const { capture } of KERNEL_TRACES) {
      for (const { isWatched, unknown } of inferTimeline(readCapture(capture)).connections) {
        expect(isWatched).toBe(false);
        expect(unknown).toEqual(expect.arrayContaining(['receptions', 'sendings']));
      }
    }
  });
});

/** What the kernel's hosts were in that was not inferred, or not for that time, and the other way round. */
function differences(trace: KernelTrace, timeline: CaptureTimeline): string[] {
  const originMs = trace.packets[0]?.atMs ?? 0;
  const hosts = [...new Set(trace.packets.map(({ from }) => from))];
  return hosts.flatMap((host) => {
    const stays = staysOf(trace, host, originMs);
    const guesses = guessesOf(timeline, host);
    const found: string[] = [];
    let at = 0;
    for (const { state, atMs, isOptional } of stays) {
      if (guesses[at]?.state !== state && isOptional) continue;
      if (guesses[at]?.state !== state && guesses[at + 1]?.state === state) {
        found.push(`${host}: inferred ${guesses[at]?.state}, the kernel was not in it`);
        at += 1;
      }
      const guess = guesses[at];
      if (guess?.state !== state) found.push(`${host}: kernel ${state}, inferred ${guess?.state ?? 'nothing'}`);
      else if (!contains(guess.from, atMs)) {
        found.push(`${host}: kernel ${state} at ${atMs}, inferred ${JSON.stringify(guess.from)}`);
      }
      at += 1;
    }
    return [...found, ...guesses.slice(at).map(({ state }) => `${host}: inferred ${state}, the kernel was not in it`)];
  });
}

function staysOf({ states }: KernelTrace, host: string, originMs: number): Stay[] {
  const own = states.filter((one) => one.host === host && one.remotePort !== 0);
  return own.map(({ state, atMs }, index) => {
    const next = own[index + 1];
    const isBrief = next !== undefined && next.atMs - atMs < 1;
    return { state, atMs: atMs - originMs, isOptional: isBrief || (state === 'CLOSED' && next !== undefined) };
  });
}

/** A connection that the next one of its ports replaced has its end there; the kernel's log says nothing of it. */
function guessesOf({ connections, intervals }: CaptureTimeline, host: string): Guess[] {
  return connections
    .filter((one) => one.host === host)
    .flatMap((connection) => {
      const own = intervals.filter((one) => one.connection === connection.id);
      const closed = connection.closed === null || connection.closed.by === 'replaced' ? [] : [connection.closed];
      return [...own, ...closed.map((from) => ({ state: 'CLOSED' as const, from }))];
    });
}

function contains({ earliestMs, latestMs }: Moment, atMs: number): boolean {
  return (
    (earliestMs === null || atMs >= earliestMs - CLOCKS_DIFFER_MS) &&
    (latestMs === null || atMs <= latestMs + SAMPLED_LATE_MS)
  );
}
