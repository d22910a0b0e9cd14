import type { ReactNode } from 'react';
import { stateLabel } from '@/components/ui/state-name';
import type { CaptureSegment, Moment } from '@/engine/formats/capture/infer/capture-timeline';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import { fill } from '../../client/fill';
import type { FigureRun } from '../../simulator/model/figure-run';
import { readWireHeader } from '../../simulator/model/wire-header';
import { WireView } from '../../simulator/parts/wire-view';
import { formatMoment } from '../../simulator/words/durations';
import { laneNameOf } from '../../simulator/words/host-names';
import type { Speech } from '../../simulator/words/speech';
import type { CapturePicture } from './capture-picture';
import type { CaptureWords } from './words';

interface Props {
  readonly segment: SegmentRecord | null;
  readonly run: FigureRun;
  readonly picture: CapturePicture;
  readonly headers: readonly Uint8Array[];
  readonly words: CaptureWords;
  readonly speech: Speech;
  readonly id: string;
  readonly isWireOpen: boolean;
}

/** The picked segment: what the capture has of it, what follows from that, and what does not. */
export function CaptureInspector({ segment, id, ...props }: Props) {
  const { speech, picture, words } = props;
  const fact = segment === null ? undefined : picture.facts[segment.id];
  return (
    <section className="inspect" aria-labelledby={`${id}-inspect ${id}-title`}>
      <h4 className="caps" id={`${id}-inspect`}>
        {speech.plain('inspector.title')}
      </h4>
      {segment && fact ? (
        <Segment {...props} segment={segment} fact={fact} />
      ) : (
        <p className="none">{words.inspector.unknown}</p>
      )}
    </section>
  );
}

type SegmentProps = Omit<Props, 'segment' | 'id'> & { readonly segment: SegmentRecord; readonly fact: CaptureSegment };

function Segment(props: SegmentProps) {
  const { segment, fact, picture, headers, words, speech, isWireOpen } = props;
  const { timeline } = picture;
  const header = headers[segment.id];
  const from = laneNameOf(segment.fromLane, segment.from, timeline, speech);
  const to = laneNameOf(segment.toLane, segment.to, timeline, speech);
  return (
    <>
      <div className={`what k-${segment.kind}`}>{segment.flags}</div>
      <div className="route">
        {[speech.plain('inspector.route', { from, to }), ...remarks(fact, words)].join(' · ')}
      </div>
      <dl>
        {fields(props).map(([name, value]) => (
          <Pair key={name} name={name}>
            {value}
          </Pair>
        ))}
        {stateAt(props, segment.sentIn, from)}
        {segment.processedIn !== null && stateAt(props, segment.processedIn, to)}
      </dl>
      {header && header.length >= 20 && (
        <details className="wire-box" data-details="wire" open={isWireOpen}>
          <summary>{speech.plain('wire.summary')}</summary>
          {isWireOpen && <WireView header={readWireHeader(header)} kind={segment.kind} speech={speech} />}
        </details>
      )}
      <p className="why">{words.inspector.noReason}</p>
    </>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function remarks(fact: CaptureSegment, { inspector }: CaptureWords): string[] {
  return [
    ...(fact.copyOf === null ? [] : [inspector.copy]),
    ...(fact.transmission > 1 ? [fill(inspector.again, { n: fact.transmission })] : []),
    ...(fact.isDuplicateAck ? [inspector.duplicateAck] : []),
    ...(fact.isIncarnationCertain ? [] : [inspector.otherIncarnation]),
  ];
}

function fields({ fact, run, words }: SegmentProps): [string, string][] {
  const { inspector } = words;
  const moment = (when: Moment | null) => momentText(when, run, words);
  const numbered = (relative: number | null, raw: number | null) =>
    raw === null ? [] : [fill(inspector.raw, { relative: relative ?? inspector.unknown, raw })];
  const window = fact.isWindowScaleKnown ? `${fact.window}` : fill(inspector.unscaled, { window: fact.window });
  const text = fact.payload.slice(0, 24).replaceAll(/[^\x20-\x7e]/g, '·');
  return [
    [inspector.packet, fill(inspector.packets, { list: fact.packets.join(', ') })],
    ...numbered(fact.relativeSeq, fact.seq).map((value): [string, string] => [inspector.seq, value]),
    ...numbered(fact.relativeAck, fact.ack).map((value): [string, string] => [inspector.ack, value]),
    ...(fact.length > 0 ? [[inspector.length, fill(inspector.octets, { n: fact.length })] as [string, string]] : []),
    ...(text === '' ? [] : [[inspector.text, `“${text}${fact.payload.length > 24 ? '…' : ''}”`] as [string, string]]),
    [inspector.window, window],
    [inspector.sent, moment(fact.sent)],
    [inspector.arrives, fact.fate === 'lost' ? inspector.lost : moment(fact.arrives)],
  ];
}

/** A moment with its bounds, as exact as it is known and no more. */
function momentText(
  when: Moment | null,
  { originMs, shortestFlightMs }: FigureRun,
  { inspector }: CaptureWords,
): string {
  const at = (ms: number) => formatMoment(ms - originMs, Math.min(shortestFlightMs, 1));
  const { earliestMs = null, latestMs = null } = when ?? {};
  if (earliestMs === null && latestMs === null) return inspector.unknown;
  if (earliestMs === null) return fill(inspector.notAfter, { to: at(latestMs ?? 0) });
  if (latestMs === null) return fill(inspector.notBefore, { from: at(earliestMs) });
  if (earliestMs === latestMs) return fill(inspector.exact, { time: at(latestMs) });
  return fill(inspector.between, { from: at(earliestMs), to: at(latestMs) });
}

/** In which state an end was then, and whether another fits as well. */
function stateAt({ picture, words }: SegmentProps, entryId: number, host: string): ReactNode {
  const { timeline, states } = picture;
  const entry = timeline.entries[entryId];
  if (entry === undefined || entry.connection === null) return null;
  const { inspector } = words;
  const place = timeline.intervals.findIndex(
    ({ connection, state, fromMs, toMs }) =>
      connection === entry.connection &&
      state === entry.after &&
      fromMs <= entry.atMs &&
      (toMs === null || entry.atMs <= toMs),
  );
  const others = states[place]?.alternatives ?? [];
  const isUnsure = place >= 0 && (timeline.intervals[place]?.isUnsure ?? false) && others.length > 0;
  const state = stateLabel(entry.after);
  const text = isUnsure
    ? fill(inspector.unsure, { state, others: others.map(stateLabel).join(', ') })
    : fill(inspector.certain, { state });
  const name = fill(inspector.stateOf, { host });
  return (
    <Pair key={name} name={name}>
      {entry.before === entry.after ? text : `${stateLabel(entry.before)} → ${text}`}
    </Pair>
  );
}
