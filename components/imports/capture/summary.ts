import type { CaptureTimeline, ClosedBy } from '@/engine/formats/capture/infer/capture-timeline';
import type { SkipReason } from '@/engine/formats/capture/packet';
import type { TcpState } from '@/engine/tcp/state';
import { type End, endId, endsOf } from './ends';

/** What there is to know of a conversation before one walks through it. */
export interface ConversationSummary {
  /** Its place among those of the file. */
  readonly id: number;
  readonly ends: readonly [left: End, right: End];
  readonly packets: number;
  /** Milliseconds since the file's first packet. */
  readonly beganMs: number;
  readonly incarnations: number;
  /** How the last connection ended at each end. */
  readonly finished: readonly [left: Finished, right: Finished];
  readonly timeWait: Holder;
}

/** Null: the end never showed itself. */
export type Finished =
  | { readonly by: ClosedBy }
  | { readonly lastSeenIn: TcpState; readonly isCertain: boolean }
  | null;

export interface Holder {
  readonly who: 'left' | 'right' | 'both' | 'none';
  readonly isCertain: boolean;
}

/** What the whole file is. */
export interface FileSummary {
  readonly name: string;
  readonly packets: number;
  readonly tcp: number;
  readonly skipped: readonly { readonly reason: SkipReason; readonly count: number }[];
  /** How many conversations there are; the first of them are listed. */
  readonly all: number;
  readonly listed: readonly ConversationSummary[];
}

export function summaryOf(id: number, packets: number, timeline: CaptureTimeline): ConversationSummary {
  const ends = endsOf(timeline);
  const incarnations = new Set(timeline.connections.map(({ incarnation }) => incarnation)).size;
  const first = timeline.segments[0];
  const [left, right] = ends;
  return {
    ...{ id, ends, packets, incarnations },
    beganMs: first?.sent.latestMs ?? first?.arrives?.earliestMs ?? 0,
    finished: [finishedAt(left, timeline), finishedAt(right, timeline)],
    timeWait: holderOf(waitAt(left, timeline), waitAt(right, timeline)),
  };
}

function finishedAt({ id }: End, { connections, intervals }: CaptureTimeline): Finished {
  const last = connections.findLast(({ host, localPort }) => endId(host, localPort) === id);
  if (last === undefined) return null;
  if (last.closed !== null) return { by: last.closed.by };
  const state = intervals.findLast(({ connection }) => connection === last.id);
  if (state === undefined) return null;
  return { lastSeenIn: state.state, isCertain: state.isCertain && state.alternatives.length === 0 };
}

type Wait = 'yes' | 'maybe' | 'no';

/** Whether an end was ever in TIME_WAIT, as far as can be known. */
function waitAt({ id }: End, { connections, intervals }: CaptureTimeline): Wait {
  const own = new Set(connections.filter((one) => endId(one.host, one.localPort) === id).map((one) => one.id));
  const states = intervals.filter(({ connection }) => own.has(connection));
  if (states.some(({ state, isCertain }) => state === 'TIME_WAIT' && isCertain)) return 'yes';
  const fits = states.some(({ state, alternatives }) => state === 'TIME_WAIT' || alternatives.includes('TIME_WAIT'));
  return fits ? 'maybe' : 'no';
}

function holderOf(left: Wait, right: Wait): Holder {
  const who = left !== 'no' && right !== 'no' ? 'both' : left !== 'no' ? 'left' : right !== 'no' ? 'right' : 'none';
  return { who, isCertain: left !== 'maybe' && right !== 'maybe' };
}
