import type { Entry, Timeline } from '@/engine/simulation/timeline';
import { segmentNames } from './compare-runs';
import type { Row } from './rows';

/** A row of the table beside the same row of another run. */
export type ComparedRow =
  | { readonly how: 'same' | 'new'; readonly row: Row }
  /** It happens in both runs, at another time in the other. */
  | { readonly how: 'moved'; readonly row: Row; readonly otherMs: number }
  /** It happens in the other run only. */
  | { readonly how: 'gone'; readonly row: Row };

interface Told {
  readonly timeline: Timeline;
  readonly rows: readonly Row[];
}

/** The rows of a run and, where the other run had something that is gone, that; in order of time. */
export function compareRows(run: Told, other: Told): readonly ComparedRow[] {
  const names = rowNames(run);
  const otherNames = rowNames(other);
  const before = new Map(other.rows.map((row, index) => [otherNames[index], row]));
  const now = new Set(names);
  const own = run.rows.map((row, index): ComparedRow => {
    const was = before.get(names[index]);
    if (!was) return { how: 'new', row };
    return was.atMs === row.atMs ? { how: 'same', row } : { how: 'moved', row, otherMs: was.atMs };
  });
  const gone = other.rows
    .filter((_, index) => !now.has(otherNames[index] ?? ''))
    .map((row): ComparedRow => ({ how: 'gone', row }));
  return [...own, ...gone].sort((a, b) => a.row.atMs - b.row.atMs);
}

/** What happens in each row, without its time, and which time it is that this happens. */
function rowNames({ timeline, rows }: Told): readonly string[] {
  const segments = segmentNames(timeline);
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const bare = `${row.lane}: ${row.entries.map((entry) => entryName(entry, segments)).join('; ')}`;
    const count = (counts.get(bare) ?? 0) + 1;
    counts.set(bare, count);
    return `${bare} ${count}`;
  });
}

function entryName({ cause, before, after, sends }: Entry, segments: readonly string[]): string {
  const sent = sends.map((id) => segments[id]).join(', ');
  return `${causeName(cause, segments)} ${before} ${after} ${sent}`;
}

function causeName(cause: Entry['cause'], segments: readonly string[]): string {
  switch (cause.type) {
    case 'call':
      return `${cause.socket} ${cause.call} ${cause.argument}`;
    case 'return':
      return `${cause.socket} ${cause.call} = ${cause.result}`;
    case 'segment':
      return segments[cause.segment] ?? '';
    case 'timer':
      return cause.timer;
    case 'outside':
      return `line ${cause.line}`;
  }
}
