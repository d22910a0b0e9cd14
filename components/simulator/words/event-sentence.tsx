import { Fragment, type ReactNode } from 'react';
import type { Entry, SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import type { Row } from '../model/rows';
import { numbersOf } from '../scene/wordings';
import { formatDuration } from './durations';
import type { Speech } from './speech';

/** One clause of a sentence: a message and its values. */
interface Clause {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Said after it, separated by a comma: what became of what was sent. */
  readonly after?: readonly Clause[];
}

/** A row of the event table as rich text. */
export function RowSentence({
  row,
  timeline,
  speech,
}: {
  readonly row: Row;
  readonly timeline: Timeline;
  readonly speech: Speech;
}): ReactNode {
  const semicolon = speech.plain('events.semicolon');
  const comma = speech.plain('events.comma');
  return clausesOf(row, timeline, speech).map((clause, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: clauses of one sentence have no other identity
    <Fragment key={index}>
      {index > 0 && semicolon}
      {speech.rich(`events.${clause.key}`, clause.values)}
      {clause.after?.map((each) => (
        <Fragment key={each.key}>
          {comma}
          {speech.rich(`events.${each.key}`, each.values)}
        </Fragment>
      ))}
    </Fragment>
  ));
}

/** The same as plain text. */
export function rowText(row: Row, timeline: Timeline, speech: Speech): string {
  const say = (clause: Clause): string => speech.plain(`events.${clause.key}`, clause.values);
  return clausesOf(row, timeline, speech)
    .map((clause) => [clause, ...(clause.after ?? [])].map(say).join(speech.plain('events.comma')))
    .join(speech.plain('events.semicolon'));
}

function clausesOf(row: Row, timeline: Timeline, speech: Speech): readonly Clause[] {
  const isQuietBind = (entry: Entry) => entry.cause.type === 'call' && entry.cause.call === 'bind';
  return row.entries
    .filter((entry) => row.entries.length === 1 || !isQuietBind(entry))
    .flatMap((entry) => [
      ...causeOf(entry, timeline),
      ...entry.sends.flatMap((id) => sentClause(timeline.segments[id], timeline, speech)),
      ...oldOctets(entry, timeline),
      ...(gaveUp(entry) ? [{ key: 'gaveUp' }] : []),
    ]);
}

/** What brought it about; nothing where only what followed was seen. */
function causeOf(entry: Entry, timeline: Timeline): readonly Clause[] {
  const { cause } = entry;
  switch (cause.type) {
    case 'call':
      return [callClause(cause.call, cause.argument)];
    case 'return':
      return [returnClause(cause.call, cause.result)];
    case 'timer':
      return [{ key: `timer-${cause.timer}` }];
    case 'segment': {
      const segment = timeline.segments[cause.segment];
      return [segment ? arrivalClause(segment, entry) : { key: 'timer-retransmission' }];
    }
    case 'outside':
      return [];
  }
}

function callClause(call: string, argument: string | null): Clause {
  switch (call) {
    case 'send':
      return { key: 'send', values: { octets: argument?.length ?? 0 } };
    case 'listen':
    case 'crash':
      return { key: call, values: { argument: argument ?? '' } };
    case 'receive':
    case 'receiveEnd':
      return { key: 'call', values: { call: 'read' } };
    default:
      return { key: 'call', values: { call } };
  }
}

function returnClause(call: string, result: string): Clause {
  const name = call === 'receive' || call === 'receiveEnd' ? 'read' : call;
  if (/^E[A-Z]+$/.test(result)) return { key: 'fails', values: { call: name, error: result } };
  if (call === 'accept') return { key: 'accepts' };
  if (name === 'read' && result !== '0') return { key: 'reads', values: { octets: Number.parseInt(result, 10) } };
  return { key: name === 'read' ? 'readsEnd' : 'returns', values: { call: name } };
}

function arrivalClause(segment: SegmentRecord, entry: Entry): Clause {
  const acknowledgesFin =
    segment.kind === 'ack' &&
    ((entry.before === 'FIN_WAIT_1' && entry.after === 'FIN_WAIT_2') ||
      (entry.before === 'CLOSING' && entry.after === 'TIME_WAIT') ||
      (entry.before === 'LAST_ACK' && entry.after === 'CLOSED'));
  if (acknowledgesFin) return { key: 'finAcknowledged' };
  const how = segment.reception ?? 'accepted';
  const what = segment.length > 0 ? 'data' : 'segment';
  return { key: `${what}-${how}`, values: { segment: shortName(segment), octets: segment.length } };
}

/** What a segment is called where its numbers do not matter: "FIN", "SYN, ACK", "ACK". */
export function shortName(segment: SegmentRecord): string {
  if (segment.kind === 'fin') return 'FIN';
  return segment.flags.replace('PSH, ', '');
}

function sentClause(segment: SegmentRecord | undefined, timeline: Timeline, speech: Speech): readonly Clause[] {
  if (!segment || segment.copyOf !== null) return [];
  const key = segment.isChallengeAck ? 'sendsChallenge' : segment.transmission > 1 ? 'sendsAgain' : 'sends';
  const after: Clause[] = [];
  if (segment.fate === 'lost') after.push({ key: 'lost' });
  if (segment.delayedByMs > 0)
    after.push({ key: 'delayed', values: { time: formatDuration(segment.delayedByMs, speech) } });
  if (timeline.segments.some((other) => other.copyOf === segment.id)) after.push({ key: 'duplicated' });
  return [{ key, values: { segment: `${segment.flags} ${numbersOf(segment)}` }, after }];
}

/** Octets that another connection's sender wrote, in the hands of this one's application. */
function oldOctets(entry: Entry, timeline: Timeline): readonly Clause[] {
  const old = entry.deliveries
    .flatMap((id) => timeline.deliveries[id] ?? [])
    .filter((d) => d.fromIncarnation !== d.incarnation);
  const octets = old.reduce((total, delivery) => total + delivery.text.length, 0);
  return octets > 0 ? [{ key: 'oldOctets', values: { octets } }] : [];
}

function gaveUp(entry: Entry): boolean {
  return entry.cause.type === 'timer' && entry.cause.timer === 'retransmission' && entry.after === 'CLOSED';
}
