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
  readonly stateAfter: TcpState;
  /** Segments sent or received in it. */
  readonly segments: readonly number[];
}

/** One press of "step forward": all rows of one moment. */
export interface Step {
  readonly atMs: number;
  readonly rows: readonly Row[];
}

export function rowsOf(timeline: Timeline): readonly Row[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of sceneTimeOf(timeline).entries) {
    const key = `${entry.atMs} ${entry.lane}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].flatMap((entries) => rowOf(entries) ?? []);
}

function rowOf(entries: readonly Entry[]): Row | null {
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return null;
  const told = entries.findLast((entry) => entry.connection !== null) ?? last;
  const segments = entries.flatMap((entry) => [
    ...(entry.cause.type === 'segment' ? [entry.cause.segment] : []),
    ...entry.sends,
  ]);
  const { id: key, atMs, lane, host } = first;
  return { key, atMs, lane, host, entries, stateAfter: told.after, segments };
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
