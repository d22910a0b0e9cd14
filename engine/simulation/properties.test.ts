import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIGURE_NAMES, readFigure } from '../testing/figures';
import { client, host, scenario, server } from '../testing/scenarios';
import { run } from './run';
import type { Fault, ProfileName, Scenario, Step } from './scenario';

const PROFILES: ProfileName[] = ['rfc793', 'rfc9293', 'linux'];

const fault = fc.record({
  fromServer: fc.boolean(),
  occurrence: fc.integer({ min: 1, max: 15 }),
  action: fc.constantFrom('drop' as const, 'delay' as const, 'duplicate' as const),
  byMs: fc.integer({ min: 0, max: 3000 }),
});

const writes = fc.array(fc.integer({ min: 1, max: 1500 }), { maxLength: 3 });

/** Two programs that write, read and close in some order, over a network that loses, delays and copies. */
const plan: fc.Arbitrary<Scenario> = fc
  .record({
    profile: fc.constantFrom(...PROFILES),
    timestamps: fc.boolean(),
    windows: fc.tuple(fc.integer({ min: 60, max: 6000 }), fc.integer({ min: 60, max: 6000 })),
    oneWayMs: fc.integer({ min: 1, max: 300 }),
    fromClient: writes,
    fromServer: writes,
    clientReadsFirst: fc.boolean(),
    pauses: fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })),
    faults: fc.array(fault, { maxLength: 8 }),
  })
  .map((p) => {
    const [clientWindow, serverWindow] = p.windows;
    const [clientPause, serverPause] = p.pauses;
    const write = (lengths: readonly number[], letter: string) => stream(lengths, letter);
    const end: Step[] = [{ call: 'receiveEnd' }, { call: 'close' }];
    const shut: Step = { call: 'shutdown', afterMs: clientPause };
    return scenario({
      profile: p.profile,
      hosts: [
        host('client', 'client', { timestamps: p.timestamps, window: clientWindow, isns: [0xfffffff0] }),
        host('server', 'server', { timestamps: p.timestamps, window: serverWindow }),
      ],
      sockets: [
        client('c1', [...write(p.fromClient, 'c'), ...(p.clientReadsFirst ? end : [shut, ...end])]),
        ...server([...write(p.fromServer, 's'), { call: 'shutdown', afterMs: serverPause }, ...end]),
      ],
      link: { oneWayMs: p.oneWayMs },
      faults: p.faults.map(toFault),
    });
  });

function toFault({
  fromServer,
  occurrence,
  action,
  byMs,
}: typeof fault extends fc.Arbitrary<infer F> ? F : never): Fault {
  const match = { from: fromServer ? 'server' : 'client', to: fromServer ? 'client' : 'server', occurrence };
  return action === 'drop' ? { match, action } : { match, action, byMs };
}

/** Octets that tell where they belong: no stretch of three stands twice. */
function stream(lengths: readonly number[], letter: string): Step[] {
  let written = 0;
  return lengths.map((length) => {
    const data = Array.from({ length }, (_, index) => octet(letter, written + index)).join('');
    written += length;
    return { call: 'send', data };
  });
}

function octet(letter: string, position: number): string {
  const place = position % 3;
  if (place === 0) return letter;
  return String.fromCharCode(0x4e00 + Math.floor(position / 3) * 2 + place);
}

function written({ sockets }: Scenario, socket: string): string {
  const steps = sockets.find(({ id }) => id === socket)?.steps ?? [];
  return steps.map((step) => (step.call === 'send' ? step.data : '')).join('');
}

describe('any run', () => {
  it('is the same run again, byte for byte', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        expect(JSON.stringify(run(chosen))).toBe(JSON.stringify(run(structuredClone(chosen))));
      }),
      { numRuns: 60 },
    );
  });

  it('delivers no octet twice, none out of order, and none that was not sent', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        const { deliveries, connections } = run(chosen);
        for (const { id, host: at } of connections) {
          const got = deliveries.filter(({ connection }) => connection === id).map(({ text }) => text);
          const sent = written(chosen, at === 'client' ? 's1' : 'c1');
          expect(sent.startsWith(got.join(''))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('delivers everything to whoever reads the end of the stream', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        const { deliveries, entries, connections } = run(chosen);
        for (const [reader, writer] of [
          ['c1', 's1'],
          ['s1', 'c1'],
        ] as const) {
          const ended = entries.some(
            ({ cause }) =>
              cause.type === 'return' && cause.socket === reader && cause.call === 'receiveEnd' && cause.result === '0',
          );
          const id = connections.find(({ socket }) => socket === reader)?.id;
          const got = deliveries.filter(({ connection }) => connection === id).map(({ text }) => text);
          if (ended) expect(got.join('')).toBe(written(chosen, writer));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('enters TIME_WAIT from FIN_WAIT_1, FIN_WAIT_2 or CLOSING only', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        for (const { before, after } of run(chosen).entries) {
          if (after === 'TIME_WAIT' && before !== after)
            expect(['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING']).toContain(before);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('comes to an end by itself', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        expect(run({ ...chosen, endMs: 3_600_000 }).endedBy).toBe('idle');
      }),
      { numRuns: 200 },
    );
  });

  it('survives the way through JSON', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        const timeline = run(chosen);
        expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing of its scenario', () => {
    for (const name of FIGURE_NAMES) {
      const { scenario: figure } = readFigure(name);
      const before = JSON.stringify(figure);
      run(figure);
      expect(JSON.stringify(figure)).toBe(before);
    }
  });

  it('numbers its records as they stand, in order of time', () => {
    fc.assert(
      fc.property(plan, (chosen) => {
        const { entries, segments, deliveries } = run(chosen);
        for (const list of [entries, segments, deliveries]) expect(list.map(({ id }) => id)).toEqual([...list.keys()]);
        expect(entries.every(({ atMs }, index) => index === 0 || atMs >= (entries[index - 1]?.atMs ?? 0))).toBe(true);
        for (const { id, sentIn } of segments) expect(entries[sentIn]?.sends).toContain(id);
      }),
      { numRuns: 100 },
    );
  });
});
