import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../engine/simulation/frame-at';
import { run } from '../engine/simulation/run';
import type { Fault, SegmentSelector } from '../engine/simulation/scenario';
import { withSettings } from '../engine/simulation/settings';
import { FIGURE_NAMES, readFigure } from '../engine/testing/figures';
import { openLink, writeLink } from './share-link';
import type { SharedRun } from './shared-run';
import { finalStates } from './testing/final-states';

/** Links that went out once, and what they opened. They stay, whatever becomes of the code that writes links. */
interface SentLink {
  readonly says: string;
  readonly address: string;
  readonly moment: Readonly<Record<string, string>>;
  readonly final: Readonly<Record<string, string>>;
  readonly unmatched: number;
}
const SENT: readonly SentLink[] = JSON.parse(
  readFileSync(new URL('../fixtures/share-links.json', import.meta.url), 'utf8'),
);

function opened(fragment: string): SharedRun {
  const link = openLink(fragment);
  return link.ok ? link.run : expect.fail(`"${fragment}" is ${link.problem}`);
}

describe('links of version 1', () => {
  it('are many, of ten figures, and between them say all that version 1 can say', () => {
    expect(SENT.length).toBeGreaterThanOrEqual(20);
    const said = SENT.map(({ address }) => address).join('\n');
    expect(FIGURE_NAMES.filter((name) => said.includes(`/play/${name}#v1/`)).length).toBeGreaterThanOrEqual(10);
    const parts = ['engine=', 'at=', 'at=-', 'view=states', 'pick=', 'rtt=', 'msl=', 'timeWait=', 'profile=linux'];
    parts.push(
      'profile=rfc793',
      'timestamps=on',
      'timestamps=off',
      'start=',
      'sysctl=',
      'drop=',
      'delay=',
      'copy=',
      ',by',
    );
    for (const part of [...parts, 'faults=none', 'run=']) expect(said).toContain(part);
  });

  it.each(SENT)('still open: $says', ({ address, moment, final, unmatched }) => {
    const [, name = '', fragment = ''] = /^\/play\/([^#]+)#(.+)$/.exec(address) ?? [];
    const { scenario } = readFigure(name);
    const shared = opened(fragment);
    const timeline = run(withSettings(scenario, shared.settings));
    expect(finalStates(timeline)).toEqual(final);
    const { lanes } = frameAt(timeline, shared.atMs + scenario.originMs);
    expect(Object.fromEntries(lanes.map(({ lane, state }) => [lane, state]))).toEqual(moment);
    expect(timeline.unmatchedFaults).toHaveLength(unmatched);
  });
});

const EXAMPLE =
  'v1/engine=1.1.0/at=1305.5/view=states/pick=server,client,i2,SYN-ACK,s0,n1/rtt=80/msl=500/timeWait=240/profile=linux/' +
  'timestamps=on/start=c2,1300/sysctl=client,tcp-tw-reuse,1/sysctl=client,ip-local-port-range,5000,5001/drop=client,server/delay=server,client,DATA,by12.25/copy=client,server,i1,FIN-ACK,s-3,n2,by300/run=5be1c0de';

describe('a link', () => {
  it('can be read by a person', () => {
    expect(opened(EXAMPLE)).toEqual({
      settings: {
        roundTripMs: 80,
        mslMs: 500,
        timeWaitMs: 240,
        profile: 'linux',
        timestamps: true,
        startMs: { c2: 1300 },
        sysctls: { client: { tcp_tw_reuse: 1, ip_local_port_range: [5000, 5001] } },
        faults: [
          { action: 'drop', match: { from: 'client', to: 'server' } },
          { action: 'delay', byMs: 12.25, match: { from: 'server', to: 'client', flags: 'DATA' } },
          {
            action: 'duplicate',
            byMs: 300,
            match: { from: 'client', to: 'server', incarnation: 1, flags: 'FIN,ACK', relativeSeq: -3, occurrence: 2 },
          },
        ],
      },
      atMs: 1305.5,
      view: 'states',
      picked: { from: 'server', to: 'client', incarnation: 2, flags: 'SYN,ACK', relativeSeq: 0, occurrence: 1 },
      engineVersion: '1.1.0',
      digest: '5be1c0de',
    });
    expect(writeLink(opened(EXAMPLE))).toBe(EXAMPLE);
  });

  it('opens as what was written, and needs no character that an address or a messenger changes', () => {
    fc.assert(
      fc.property(sharedRuns(), (shared) => {
        const link = writeLink(shared);
        expect(link).toMatch(/^[\w\-.,=/]+$/);
        expect(openLink(link)).toEqual({ ok: true, run: shared });
        expect(openLink(`${encodeURIComponent(link)}).`)).toEqual({ ok: true, run: shared });
      }),
      { seed: 2026, numRuns: 300 },
    );
  });

  it('that was cut off anywhere is broken', () => {
    for (let end = 0; end < EXAMPLE.length; end += 1) {
      expect(openLink(EXAMPLE.slice(0, end)), EXAMPLE.slice(0, end)).toEqual({ ok: false, problem: 'broken' });
    }
  });

  it.each([
    ['', 'broken'],
    ['%', 'broken'],
    ['fig-4-1', 'broken'],
    ['v0/at=1/run=5be1c0de', 'broken'],
    ['v1', 'broken'],
    ['v2/anything', 'newer'],
    ['v10', 'newer'],
    [EXAMPLE.replace('at=1305.5', 'at=soon'), 'broken'],
    [EXAMPLE.replace('at=1305.5', 'at=0x10'), 'broken'],
    [EXAMPLE.replace('at=1305.5', 'at=1e300'), 'broken'],
    [EXAMPLE.replace('at=', 'at=1/at='), 'broken'],
    [EXAMPLE.replace('rtt=80', 'rtt=-80'), 'broken'],
    [EXAMPLE.replace('rtt=80', 'rtt='), 'broken'],
    [EXAMPLE.replace('rtt=80', 'rtt=80=80'), 'broken'],
    [EXAMPLE.replace('rtt=80', 'loss=80'), 'broken'],
    [EXAMPLE.replace('rtt=80', 'constructor=80'), 'broken'],
    [EXAMPLE.replace('linux', 'windows'), 'broken'],
    [EXAMPLE.replace('timestamps=on', 'timestamps=yes'), 'broken'],
    [EXAMPLE.replace('c2,1300', '__proto__,1300'), 'broken'],
    [EXAMPLE.replace('c2,1300', 'c2,1300/start=c2,1400'), 'broken'],
    [EXAMPLE.replace('c2,1300', 'c2,1300,1400'), 'broken'],
    [EXAMPLE.replace('tcp-tw-reuse,1', 'tcp-tw-reuse,3'), 'broken'],
    [EXAMPLE.replace('tcp-tw-reuse,1', 'kernel-panic,1'), 'broken'],
    [EXAMPLE.replace('ip-local-port-range,5000,5001', 'tcp-tw-reuse,0'), 'broken'],
    [EXAMPLE.replace('5000,5001', '5000'), 'broken'],
    [EXAMPLE.replace('drop=client,server', 'drop=client'), 'broken'],
    [EXAMPLE.replace('drop=client,server', 'drop=client,server,n1,i1'), 'broken'],
    [EXAMPLE.replace('drop=client,server', 'drop=client,server,fin'), 'broken'],
    [EXAMPLE.replace('drop=client,server', 'faults=none/drop=client,server'), 'broken'],
    [EXAMPLE.replace(',by12.25', ''), 'broken'],
    [EXAMPLE.replace('drop=client,server/', 'drop=client,server/'.repeat(101)), 'broken'],
    [`${EXAMPLE}/at=1`, 'broken'],
  ])('that nobody wrote is refused: %s', (fragment, problem) => {
    expect(openLink(fragment)).toEqual({ ok: false, problem });
  });

  it('opens or is refused, whatever happened to it on its way; what opens can be played', () => {
    const links = SENT.map(({ address }) => address.split('#')[1] ?? '');
    const { scenario } = readFigure('last-ack-lost');
    let reached = 0;
    fc.assert(
      fc.property(fc.constantFrom(...links, EXAMPLE), fc.array(wounds(), { maxLength: 4 }), (link, some) => {
        const spoilt = some.reduce((text, wound) => wound(text), link);
        const result = openLink(spoilt);
        if (!result.ok) return;
        reached += 1;
        expect(openLink(writeLink(result.run))).toEqual(result);
        expect(run(withSettings(scenario, result.run.settings)).segments.length).toBeGreaterThan(0);
      }),
      { seed: 2026, numRuns: 2_000 },
    );
    expect(reached).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !openLink(`v1/${text}`).ok),
      { seed: 2026, numRuns: 500 },
    );
  });
});

/** A part of the text lost, doubled, or overwritten. */
function wounds(): fc.Arbitrary<(text: string) => string> {
  const inserted = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('/', '=', ',', '%', '-1', '9e9', 'v1', 'n0', '\0', '/at=', '/run=', '/drop='),
  );
  return fc.tuple(fc.nat(300), fc.nat(6), inserted).map(
    ([at, length, text]) =>
      (old: string) =>
        old.slice(0, at) + text + old.slice(at + length),
  );
}

function sharedRuns(): fc.Arbitrary<SharedRun> {
  const id = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,10}$/);
  const ms = fc.oneof(fc.nat(3_600_000), fc.double({ min: 1e-9, max: 3_600_000, noNaN: true }));
  const count = fc.integer({ min: 1, max: 9 });
  const selector: fc.Arbitrary<SegmentSelector> = fc.record(
    {
      from: id,
      to: id,
      incarnation: count,
      flags: fc.constantFrom('SYN', 'SYN,ACK', 'FIN,ACK', 'DATA', 'RST,ACK'),
      relativeSeq: fc.integer({ min: -5000, max: 5000 }),
      occurrence: count,
    },
    { requiredKeys: ['from', 'to'] },
  );
  const fault: fc.Arbitrary<Fault> = fc.oneof(
    fc.record({ match: selector, action: fc.constant('drop' as const) }),
    fc.record({ match: selector, action: fc.constantFrom('delay' as const, 'duplicate' as const), byMs: ms }),
  );
  const settings = fc.record(
    {
      roundTripMs: ms,
      mslMs: ms,
      timeWaitMs: ms,
      profile: fc.constantFrom('rfc793' as const, 'rfc9293' as const, 'linux' as const),
      timestamps: fc.boolean(),
      sysctls: fc.dictionary(
        id,
        fc.record({
          tcp_tw_reuse: fc.nat(2),
          ip_local_port_range: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constant(99)),
        }),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
      faults: fc.array(fault, { maxLength: 5 }),
      startMs: fc.dictionary(id, ms, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: [] },
  );
  return fc.record(
    {
      settings,
      atMs: fc.integer({ min: -3_600_000, max: 3_600_000 }),
      view: fc.constantFrom('time' as const, 'states' as const),
      picked: selector,
      engineVersion: fc.constantFrom('1.0.0', '12.34.56'),
      digest: fc.stringMatching(/^[0-9a-f]{8}$/),
    },
    { requiredKeys: ['settings', 'atMs', 'view', 'engineVersion', 'digest'] },
  );
}
