import { describe, expect, it } from 'vitest';
import { RULES } from './tcp/rules';
import { tell } from './testing/tell';
import { coverageDocument } from './testing/transitions/coverage';
import { DEPARTURES, NOT_MODELLED } from './testing/transitions/not-as-written';
import { happen, placesOf, prepare } from './testing/transitions/play';
import { reopenedBySequence, reopenedByTimestamp, reusedByConnect } from './testing/transitions/runs';
import { expectedSends } from './testing/transitions/sends';
import {
  keyOf,
  PLAY_TABLES,
  ROW_PROFILES,
  ROWS_OF_HOSTS,
  readRowRules,
  readRows,
  stateOf,
  type TransitionRow,
} from './testing/transitions/table';

const ROWS = readRows();
const ROW_RULES = readRowRules();
const PLAYED = ROWS.filter(({ id }) => NOT_MODELLED[id] === undefined && !ROWS_OF_HOSTS.includes(id));

function rulesFor({ id }: TransitionRow): readonly string[] {
  return ROW_RULES[id] ?? [];
}

function playsOf(row: TransitionRow) {
  const plays = PLAY_TABLES.flatMap((table) => table[keyOf(row)] ?? []);
  return plays.flatMap((playsIn) => playsIn(stateOf(row.state)));
}

describe('the table of transitions', () => {
  it.each(PLAYED.map((row) => [`${row.id} ${row.state} ${keyOf(row)}`, row] as const))('%s', (_name, row) => {
    const { next, sends } = DEPARTURES[row.id] ?? row;
    const met = new Set<string>();
    for (const play of playsOf(row)) {
      for (const place of placesOf(stateOf(row.state), play)) {
        const wire = prepare(place, play, ROW_PROFILES[row.profile]);
        const before = wire.connection;
        expect(before.state).toBe(stateOf(row.state));
        happen(wire, play);
        const { connection: after, arrived } = wire;
        expect({ place, next: wire.state, sends: wire.sent }).toEqual({
          place,
          next: stateOf(next),
          sends: expectedSends(sends, { before, after, arrived }),
        });
        expect(wire.rules.filter((rule) => rulesFor(row).includes(rule))).not.toEqual([]);
        for (const rule of wire.rules) met.add(rule);
      }
    }
    expect([...met]).toEqual(expect.arrayContaining([...rulesFor(row)]));
  });

  it.each([
    ['sequence number', 'time-wait/reopened-by-sequence', 7000, reopenedBySequence],
    ['timestamp', 'time-wait/reopened-by-timestamp', 1000, reopenedByTimestamp],
  ] as const)(
    'T142: a SYN with a newer %s opens the next connection, beyond the numbers of the old one',
    (_, rule, syn, timeline) => {
      const at2050 = timeline.entries.filter(({ atMs }) => atMs === 2050);
      // The old connection's SND.NXT is 5002: its SYN and its FIN were all that it sent.
      expect(tell({ ...timeline, entries: at2050 })).toEqual([
        `2050 server: SYN ${syn} arrives > CLOSED`,
        `2050 server: SYN ${syn} arrives > SYN_RECEIVED, sends SYN,ACK ${5002 + 65_537}:${syn + 1}`,
      ]);
      expect(at2050.map(({ before, rules }) => ({ before, rules }))).toEqual([
        { before: 'TIME_WAIT', rules: [rule] },
        { before: 'LISTEN', rules: ['listen/syn-received'] },
      ]);
      expect(ROW_RULES.T142).toEqual(expect.arrayContaining([rule, 'listen/syn-received']));
    },
  );

  it('T220: connect() takes over its own TIME_WAIT', () => {
    const calls = reusedByConnect.entries.filter(
      ({ atMs, cause }) => atMs === 2000 && 'call' in cause && cause.call === 'connect',
    );
    expect(tell({ ...reusedByConnect, entries: calls })).toEqual([
      '2000 client: connect(server:80) > CLOSED',
      `2000 client: connect(server:80) > SYN_SENT, sends SYN ${1002 + 65_537}`,
    ]);
    expect(calls.map(({ before, rules }) => ({ before, rules }))).toEqual([
      { before: 'TIME_WAIT', rules: ['open/reuses-time-wait'] },
      { before: 'CLOSED', rules: ['open/active'] },
    ]);
    expect(ROW_RULES.T220).toEqual(['open/reuses-time-wait', 'open/active']);
  });
});

describe('rows and rules', () => {
  it('has 222 rows, each with rules of the list or with a reason to be left out', () => {
    expect(ROWS.map(({ id }) => id)).toEqual(
      Array.from({ length: 222 }, (_, n) => `T${String(n + 1).padStart(3, '0')}`),
    );
    for (const { id } of ROWS) {
      const rules = ROW_RULES[id] ?? [];
      expect([id, rules.length > 0]).toEqual([id, NOT_MODELLED[id] === undefined]);
      for (const rule of rules) expect(RULES).toHaveProperty([rule]);
    }
  });

  it('plays every row that is not left out, and has no play without a row', () => {
    for (const row of PLAYED) expect([row.id, playsOf(row).length > 0]).toEqual([row.id, true]);
    const keys = new Set(PLAYED.map(keyOf));
    expect(PLAY_TABLES.flatMap((table) => Object.keys(table)).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('names no row that does not exist', () => {
    const ids = ROWS.map(({ id }) => id);
    const named = [
      ...Object.keys(ROW_RULES),
      ...Object.keys(NOT_MODELLED),
      ...Object.keys(DEPARTURES),
      ...ROWS_OF_HOSTS,
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is written down in the docs, row by row (vitest -u writes it anew)', async () => {
    await expect(coverageDocument()).toMatchFileSnapshot('../docs/rfc9293-coverage.md');
  });
});
