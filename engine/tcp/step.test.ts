import { describe, expect, it } from 'vitest';
import { play } from '../testing/rows';
import { TABLES } from '../testing/tables/all';

describe.each(TABLES)('%s', (_name, rows) => {
  it.each(rows.map((row) => [`${row.at}: ${row.says}`, row] as const))('%s', (_says, row) => {
    const wire = play(row);
    expect({ next: wire.state, sends: wire.sent }).toEqual({ next: row.next, sends: row.sends ?? [] });
    expect(wire.rules).toContain(row.rule);
  });
});
