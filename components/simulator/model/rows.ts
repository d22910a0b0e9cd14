import type { Entry, Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import { sceneTimeOf } from '../scene/scene-time';

/** One row of the event table: all that happens on one lifeline at one moment. */
export interface Row {
  readonly key: number;
  readonly atMs: number;
  readonly lane: string;
  readonly host: string;
  readonly entries: readonly Entry[];
  readonly stateAfter: TcpState | null;
  /** Segments sent or received in it. */
  readonly segments: readonly number[];
}

/** One press of "step forward": all rows of one moment. */
export interface Step {
  readonly atMs: number;
  readonly rows: readonly Row[];
}

export function rowsOf(timeline: Timeline): readonly Row[] {
  const rows: Row[] = [];
  for (const entry of sceneTimeOf(timeline).entries) {
    const last = rows.at(-1);
    const joins = last !== undefined && last.atMs === entry.atMs && last.lane === entry.lane;
    const entries = joins ? [...last.entries, entry] : [entry];
    const row = { ...rowOf(entries, entry), key: joins ? last.key : entry.id };
    if (joins) rows[rows.length - 1] = row;
    else rows.push(row);
  }
  return rows;
}

function rowOf(entries: readonly Entry[], last: Entry): Omit<Row, 'key'> {
  const told = entries.findLast((entry) => entry.connection !== null) ?? last;
  const segments = entries.flatMap((entry) => [
    ...(entry.cause.type === 'segment' ? [entry.cause.segment] : []),
    ...entry.sends,
  ]);
  return { atMs: last.atMs, lane: last.lane, host: last.host, entries, stateAfter: told.after, segments };
}

export function stepsOf(rows: readonly Row[]): readonly Step[] {
  const steps: { atMs: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = steps.at(-1);
    if (last?.atMs === row.atMs) last.rows.push(row);
    else steps.push({ atMs: row.atMs, rows: [row] });
  }
  return steps;
}

/** Index of the newest step that has happened at a moment; −1 before the first. */
export function stepAt(steps: readonly Step[], ms: number): number {
  return steps.findLastIndex((step) => step.atMs <= ms);
}
