import { describe, expect, it } from 'vitest';
import { play, type Row } from '../testing/rows';
import { CALLS } from '../testing/tables/calls';
import { CHECKS } from '../testing/tables/checks';
import { CLOSING } from '../testing/tables/closing';
import { OPENING } from '../testing/tables/opening';
import { TIME_WAIT } from '../testing/tables/time-wait';

const TABLES: readonly [string, readonly Row[]][] = [
  ['opening', OPENING],
  ['the checks of a segment', CHECKS],
  ['text, FIN and the closing states', CLOSING],
  ['TIME_WAIT', TIME_WAIT],
  ['calls and time-outs', CALLS],
];

for (const [name, rows] of TABLES) {
  describe(name, () => {
    it.each(rows.map((row) => [`${row.at}: ${row.says}`, row] as const))('%s', (_, row) => {
      const wire = play(row);
      expect({ next: wire.state, sends: wire.sent }).toEqual({ next: row.next, sends: row.sends ?? [] });
      expect(wire.rules).toContain(row.rule);
    });
  });
}
