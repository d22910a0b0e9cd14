import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { run } from '../../../simulation/run';
import type { Fault, Scenario } from '../../../simulation/scenario';
import { type Settings, withSettings } from '../../../simulation/settings';
import type { Timeline } from '../../../simulation/timeline';

const FOLDER = path.join(import.meta.dirname, '../../../../content/scenarios');

/** A figure of the book, with the faults that its reader can switch on. */
interface Figure {
  readonly name: string;
  readonly scenario: Scenario;
  readonly faults: readonly Fault[];
}

interface FigureFile {
  readonly scenario: Scenario;
  readonly knobs: readonly { readonly knob: string; readonly choices?: readonly { readonly fault: Fault }[] }[];
}

export const BOOK: readonly Figure[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => {
    const { scenario, knobs } = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as FigureFile;
    const faults = knobs.find(({ knob }) => knob === 'faults')?.choices ?? [];
    return { name: file.replace('.json', ''), scenario, faults: faults.map(({ fault }) => fault) };
  });

/** Worlds in which each figure is played. */
export const SETTINGS: Readonly<Record<string, Settings>> = {
  'as drawn': {},
  'RFC 793': { profile: 'rfc793' },
  'RFC 9293 with timestamps': { profile: 'rfc9293', timestamps: true },
  Linux: { profile: 'linux' },
  'Linux without timestamps': { profile: 'linux', timestamps: false },
  'a short way': { roundTripMs: 4 },
  'Linux and a long way': { roundTripMs: 600, profile: 'linux' },
  'no faults': { faults: [] },
};

/**
 * A run whose hosts bear addresses that no other `place` has, so that many runs can stand in one file
 * without sharing a conversation.
 */
export function runAt(place: number, scenario: Scenario, settings: Settings = {}): Timeline {
  const changed = withSettings(scenario, settings);
  const hosts = changed.hosts.map((host, index) => ({
    ...host,
    address: `10.${place >> 8}.${place & 0xff}.${index + 1}`,
  }));
  return run({ ...changed, hosts });
}

/** Figures of the book under settings and faults that nobody thought of. */
export const anyRun: fc.Arbitrary<{
  readonly title: string;
  readonly scenario: Scenario;
  readonly settings: Settings;
}> = fc.constantFrom(...BOOK).chain(({ name, scenario }) => {
  const hosts = scenario.hosts.map(({ id }) => id);
  return fc
    .record({
      profile: fc.constantFrom('rfc793' as const, 'rfc9293' as const, 'linux' as const),
      timestamps: fc.boolean(),
      roundTripMs: fc.constantFrom(2, 20, 100, 400),
      faults: fc.array(anyFault(hosts), { minLength: 1, maxLength: 4 }),
    })
    .map((settings) => ({ title: `${name} ${JSON.stringify(settings)}`, scenario, settings }));
});

function anyFault(hosts: readonly string[]): fc.Arbitrary<Fault> {
  const ends = fc.constantFrom(
    ...hosts.slice(1).flatMap((host) => [
      { from: hosts[0] ?? '', to: host },
      { from: host, to: hosts[0] ?? '' },
    ]),
  );
  const match = fc
    .tuple(ends, fc.constantFrom('SYN', 'SYN,ACK', 'ACK', 'FIN,ACK', 'DATA', undefined), fc.integer({ min: 1, max: 3 }))
    .map(([end, flags, occurrence]) => ({ ...end, flags, occurrence }));
  const byMs = fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 3000 }));
  return fc.oneof(
    fc.record({ match, action: fc.constant('drop' as const) }),
    fc.record({ match, action: fc.constant('delay' as const), byMs }),
    fc.record({ match, action: fc.constant('duplicate' as const), byMs }),
  );
}
