import { assertNever } from '../tcp/assert-never';
import type { TcpState } from '../tcp/state';
import type { Measure, MeasureValue } from './measure';
import type { SegmentSelector, SocketId } from './scenario';
import { segmentName, selectSegments } from './select-segments';
import type { ConnectionId, Entry, StateInterval, Timeline } from './timeline';

/** Answers a question about a finished run. Times are counted from the scenario's origin. */
export function takeMeasure(timeline: Timeline, measure: Measure): MeasureValue {
  switch (measure.measure) {
    case 'state':
      return stateAt(timeline, measure.socket, measure.atMs + timeline.scenario.originMs);
    case 'timeInState':
      return intervalsOf(timeline, measure.socket, measure.state).reduce(
        (sum, { fromMs, toMs }) => sum + (toMs ?? timeline.endMs) - fromMs,
        0,
      );
    case 'leftBy':
      return leftBy(timeline, measure.socket, measure.state);
    case 'answerTo':
      return answerTo(timeline, measure.segment);
    case 'connectTime':
      return connectTime(timeline, measure.socket);
    case 'connectResult':
      return returnOf(timeline, measure.socket, 'connect')?.result ?? 'pending';
    case 'resetsSent':
      return timeline.segments.filter(
        ({ from, kind, copyOf }) => from === measure.host && kind === 'rst' && copyOf === null,
      ).length;
    case 'segmentsSent':
      return selectSegments(timeline, measure.segment).length;
    case 'oldOctets':
      return deliveriesTo(timeline, measure.socket)
        .filter(({ fromIncarnation, incarnation }) => fromIncarnation !== incarnation)
        .reduce((sum, { text }) => sum + text.length, 0);
    case 'received':
      return deliveriesTo(timeline, measure.socket)
        .map(({ text }) => text)
        .join('');
    default:
      return assertNever(measure);
  }
}

function connectionsOf(timeline: Timeline, socket: SocketId): ReadonlySet<ConnectionId> {
  return new Set(timeline.connections.filter((one) => one.socket === socket).map(({ id }) => id));
}

function intervalsOf(timeline: Timeline, socket: SocketId, state: TcpState): StateInterval[] {
  const own = connectionsOf(timeline, socket);
  return timeline.intervals.filter((one) => own.has(one.connection) && one.state === state);
}

function deliveriesTo(timeline: Timeline, socket: SocketId) {
  const own = connectionsOf(timeline, socket);
  return timeline.deliveries.filter(({ connection }) => own.has(connection));
}

/** The state of the socket's connection at a moment of the run; of a listener LISTEN; else CLOSED. */
function stateAt(timeline: Timeline, socket: SocketId, ms: number): TcpState {
  const own = connectionsOf(timeline, socket);
  const current = timeline.intervals.findLast(
    ({ connection, fromMs, toMs }) => own.has(connection) && fromMs <= ms && (toMs === null || ms < toMs),
  );
  if (current !== undefined) return current.state;
  const last = timeline.entries.findLast(
    ({ atMs, cause, connection }) =>
      atMs <= ms && connection === null && cause.type === 'call' && cause.socket === socket && cause.call !== 'accept',
  );
  return last?.after === 'LISTEN' ? 'LISTEN' : 'CLOSED';
}

function leftBy(timeline: Timeline, socket: SocketId, state: TcpState): string {
  const leftIn = intervalsOf(timeline, socket, state).at(-1)?.leftIn;
  const cause = leftIn === null || leftIn === undefined ? undefined : timeline.entries[leftIn]?.cause;
  if (cause === undefined) return 'nothing';
  if (cause.type === 'timer') return 'timeout';
  if (cause.type === 'call' || cause.type === 'return') return 'call';
  const segment = cause.type === 'segment' ? timeline.segments[cause.segment] : undefined;
  return segment === undefined ? 'nothing' : segmentName(segment);
}

/** What went out in the entries that processed the segment, or, where the ACK was delayed, what its connection sent next. */
function answerTo(timeline: Timeline, selector: SegmentSelector): string {
  const [asked] = selectSegments(timeline, selector);
  if (asked === undefined) return 'nothing';
  const processed = timeline.entries.filter(({ cause }) => cause.type === 'segment' && cause.segment === asked.id);
  const sent = processed.flatMap(({ sends }) => sends)[0] ?? processed.map((entry) => sentLater(timeline, entry))[0];
  const answer = sent === undefined ? undefined : timeline.segments[sent];
  return answer === undefined ? 'nothing' : segmentName(answer);
}

function sentLater(timeline: Timeline, entry: Entry): number | undefined {
  if (!entry.rules.includes('ack/delayed')) return undefined;
  return timeline.segments.find(({ connection, sentIn }) => connection === entry.connection && sentIn > entry.id)?.id;
}

function connectTime(timeline: Timeline, socket: SocketId): number | null {
  const ended = returnOf(timeline, socket, 'connect');
  const called = timeline.entries.find(
    ({ cause }) => cause.type === 'call' && cause.socket === socket && cause.call === 'connect',
  );
  if (ended === undefined || called === undefined || ended.result !== '0') return null;
  return ended.atMs - called.atMs;
}

function returnOf(timeline: Timeline, socket: SocketId, call: string): { atMs: number; result: string } | undefined {
  for (const { atMs, cause } of timeline.entries) {
    if (cause.type === 'return' && cause.socket === socket && cause.call === call)
      return { atMs, result: cause.result };
  }
  return undefined;
}
