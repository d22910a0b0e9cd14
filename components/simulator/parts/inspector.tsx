import { memo, type ReactNode } from 'react';
import { stateLabel } from '@/components/ui/state-name';
import type { Entry, SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import { RULES, type RuleId } from '@/engine/tcp/rules';
import { type WireHeader, wireHeader } from '../model/wire-header';
import { formatMoment } from '../words/durations';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { WireView } from './wire-view';

interface InspectorProps {
  readonly segment: SegmentRecord | null;
  readonly timeline: Timeline;
  readonly shortestFlightMs: number;
  readonly speech: Speech;
  readonly id: string;
  /** Whether the header is shown bit by bit, and every rule that the receiver went by. */
  readonly isWireOpen: boolean;
  readonly isRulesOpen: boolean;
  /** Its header, where it is not the one that the engine would write. */
  readonly headerOf?: (segment: SegmentRecord) => WireHeader;
  /** What is told of a segment that no host of the engine sent. */
  readonly outside?: (segment: SegmentRecord) => ReactNode;
}

/** The picked segment: its fields, when and in which states it was sent and taken, and the rules that did it. */
export const Inspector = memo(function Inspector({ segment, id, ...props }: InspectorProps) {
  const { speech } = props;
  return (
    <section className="inspect" aria-labelledby={`${id}-inspect ${id}-title`}>
      <h4 className="caps" id={`${id}-inspect`}>
        {speech.plain('inspector.title')}
      </h4>
      {segment ? <Segment segment={segment} {...props} /> : <p className="none">{speech.plain('inspector.none')}</p>}
    </section>
  );
});

type SegmentProps = Omit<InspectorProps, 'segment' | 'id'> & { readonly segment: SegmentRecord };

function Segment(props: SegmentProps) {
  const { segment, timeline, speech, isWireOpen, headerOf = (one) => wireHeader(one, timeline), outside } = props;
  const at = (key: string, lane: string, host: string) =>
    speech.plain(key, { host: laneNameOf(lane, host, timeline, speech) });
  const sentIn = timeline.entries[segment.sentIn];
  const takenIn = segment.processedIn === null ? undefined : timeline.entries[segment.processedIn];
  const decided = takenIn?.rules.at(-1);
  return (
    <>
      <div className={`what k-${segment.kind}`}>{segment.flags}</div>
      <div className="route">{routeOf(segment, timeline, speech)}</div>
      <dl>
        <Fields {...props} />
        <dt>{speech.plain('inspector.sent')}</dt>
        <dd>{sentIn && <Moment ms={segment.sentMs} entry={sentIn} {...props} />}</dd>
        <dt>{speech.plain('inspector.arrives')}</dt>
        <dd>
          {takenIn && segment.fate === 'delivered' ? (
            <Moment ms={segment.arrivesMs} entry={takenIn} {...props} />
          ) : (
            notTaken(props)
          )}
        </dd>
      </dl>
      <details className="wire-box only-with-script" data-details="wire" open={isWireOpen}>
        <summary>{speech.plain('wire.summary')}</summary>
        {isWireOpen && <WireView header={headerOf(segment)} kind={segment.kind} speech={speech} />}
      </details>
      {outside?.(segment)}
      {segment.rule !== null && (
        <Why rule={segment.rule} speech={speech} lead={at('inspector.atSender', segment.fromLane, segment.from)} />
      )}
      {takenIn && decided ? (
        <Taken
          {...props}
          entry={takenIn}
          decided={decided}
          lead={at('inspector.atReceiver', segment.toLane, segment.to)}
        />
      ) : (
        segment.fate === 'lost' && <p className="why">{speech.plain('inspector.whyLost')}</p>
      )}
    </>
  );
}

/** What became of a segment that no host of the engine has taken: a script that gets one takes it at once. */
function notTaken({ segment, timeline, shortestFlightMs, speech }: SegmentProps): string {
  if (segment.fate !== 'delivered')
    return speech.plain(segment.fate === 'lost' ? 'inspector.lost' : 'inspector.underWay');
  const n = formatMoment(segment.arrivesMs - timeline.scenario.originMs, shortestFlightMs);
  return speech.plain('units.seconds', { n });
}

interface TakenProps extends SegmentProps {
  readonly entry: Entry;
  readonly decided: RuleId;
  readonly lead: string;
}

/** What the receiver made of it, the rule that decided, and every rule that it went by before. */
function Taken({ segment, entry, decided, lead, isRulesOpen, speech }: TakenProps) {
  const reception = segment.reception ?? 'accepted';
  const wasDropped = reception !== 'accepted' && reception !== 'queued';
  return (
    <>
      <p className={wasDropped ? 'made dropped' : 'made'}>
        <span className="lead-in">{lead} </span>
        <b>{speech.plain(`inspector.reception.${reception}`)}</b>
      </p>
      {wasDropped && <p className="why-q">{speech.plain(`inspector.ask.${reception}`)}</p>}
      <Why rule={decided} speech={speech} />
      {entry.rules.length > 1 && (
        <details className="rules-box" data-details="rules" open={isRulesOpen}>
          <summary>{speech.plain('inspector.rules', { n: entry.rules.length })}</summary>
          <ol>
            {entry.rules.map((rule, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule may be met twice, in this order
              <li key={index}>
                {speech.rule(rule)}{' '}
                <span className="ref">
                  <Clause rule={rule} speech={speech} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function routeOf(segment: SegmentRecord, timeline: Timeline, speech: Speech): string {
  const from = laneNameOf(segment.fromLane, segment.from, timeline, speech);
  const to = laneNameOf(segment.toLane, segment.to, timeline, speech);
  const badge = badgeOf(segment, speech);
  return badge === null
    ? speech.plain('inspector.route', { from, to })
    : speech.plain('inspector.routeBadge', { from, to, badge });
}

function badgeOf(segment: SegmentRecord, speech: Speech): string | null {
  if (segment.copyOf !== null) return speech.plain('inspector.copy');
  if (segment.isChallengeAck) return speech.plain('inspector.challenge');
  return segment.transmission > 1 ? speech.plain('inspector.transmission', { n: segment.transmission }) : null;
}

function Fields({ segment, speech }: SegmentProps) {
  const { seq, ack, length, payload, timestamps } = segment;
  const text = payload.length > 24 ? `${payload.slice(0, 24)}…` : payload;
  return (
    <>
      <dt>{speech.plain('inspector.seq')}</dt>
      <dd>{seq}</dd>
      {ack !== null && <dt>{speech.plain('inspector.ack')}</dt>}
      {ack !== null && <dd>{ack}</dd>}
      {length > 0 && <dt>{speech.plain('inspector.data')}</dt>}
      {length > 0 && (
        <dd>
          {speech.plain('inspector.octets', { octets: length })} “{text}”
        </dd>
      )}
      {timestamps && <dt>{speech.plain('inspector.timestamps')}</dt>}
      {timestamps && (
        <dd>
          {timestamps.value}, {timestamps.echo}
        </dd>
      )}
    </>
  );
}

function Moment({
  ms,
  entry,
  timeline,
  shortestFlightMs,
  speech,
}: SegmentProps & { readonly ms: number; readonly entry: Entry }) {
  const time = formatMoment(ms - timeline.scenario.originMs, shortestFlightMs);
  if (entry.cause.type === 'outside') return speech.plain('units.seconds', { n: time });
  const before = stateLabel(entry.before);
  const after = stateLabel(entry.after);
  return entry.before === entry.after
    ? speech.plain('inspector.at', { time, state: after })
    : speech.plain('inspector.atMove', { time, before, after });
}

function Why({ rule, speech, lead }: { readonly rule: RuleId; readonly speech: Speech; readonly lead?: string }) {
  return (
    <>
      <p className="why">
        {lead && <span className="lead-in">{lead} </span>}
        {speech.rule(rule)}
      </p>
      <p className="ref">
        <Clause rule={rule} speech={speech} />
        {' · '}
        <a href={`/${speech.locale}/rules#${rule}`}>{speech.plain('inspector.inList')}</a>
      </p>
    </>
  );
}

function Clause({ rule, speech }: { readonly rule: RuleId; readonly speech: Speech }): ReactNode {
  const { rfc, section, kernelFunction }: { rfc: string; section: string; kernelFunction?: string } = RULES[rule];
  const number = /^RFC (\d+)$/.exec(rfc)?.[1];
  const words = number ? speech.plain('inspector.clause', { rfc, section }) : `${rfc}, ${section}`;
  return (
    <>
      {number ? <a href={`https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`}>{words}</a> : words}
      {kernelFunction && (
        <>
          {' · '}
          {speech.plain('inspector.kernel')}{' '}
          <a href={`https://elixir.bootlin.com/linux/v6.18/A/ident/${kernelFunction}`}>
            <code lang="en">{kernelFunction}()</code>
          </a>
        </>
      )}
    </>
  );
}
