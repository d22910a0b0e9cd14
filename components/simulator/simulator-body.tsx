import type { ReactNode } from 'react';
import type { TcpState } from '@/engine/tcp/state';
import type { Figure } from '@/model/figure';
import { TimeDiagram } from './draw/time-diagram';
import type { Changes } from './model/changes';
import type { FigureRun } from './model/figure-run';
import type { KnobView } from './model/knobs';
import { stepAt } from './model/rows';
import type { Verdict } from './model/verdicts';
import { type Compared, ComparedSides } from './parts/compared-sides';
import { Edits } from './parts/edits';
import { EventTable } from './parts/event-table';
import { Header } from './parts/header';
import { Inspector } from './parts/inspector';
import { Knobs } from './parts/knobs';
import { Playback } from './parts/playback';
import { Say } from './parts/say';
import { SegmentTools } from './parts/segment-tools';
import { StatesPanel, type StatesPanelProps } from './parts/states-panel';
import type { TransportProps } from './parts/transport';
import { Verdicts } from './parts/verdicts';
import type { Layout } from './scene/lay-out';
import type { Variant } from './variant';
import { segmentName } from './words/segment-name';
import type { Speech } from './words/speech';

/** Everything that a simulator shows at one moment. The server draws it once, the player at every moment. */
export interface BodyProps {
  readonly id: string;
  readonly number: string;
  readonly variant: Variant;
  readonly figure: Figure;
  readonly speech: Speech;
  readonly run: FigureRun;
  readonly ms: number;
  readonly pickedId: number | null;
  readonly verdicts: readonly Verdict[];
  readonly knobs: readonly KnobView[];
  /** One layout once the room is measured; before that a wide and a narrow one, of which the page shows what fits. */
  readonly layouts: { readonly wide: Layout; readonly phone: Layout } | Layout;
  /** The picture is low: what the run shows stands below it, not beside it. */
  readonly isLow: boolean;
  readonly changes: Changes;
  /** An address leads to it. */
  readonly canBeShared: boolean;
  /** The run ends here until the reader has said what comes next: nothing is set, edited or judged before. */
  readonly isHeld?: boolean;
  /** What is asked of the reader, above the picture. */
  readonly card?: ReactNode;
  /** What the picture shows, in words; absent: as the book has it. */
  readonly description?: string;
  readonly alive?: Alive;
}

/** What there is only once the player has come. */
export interface Alive extends Pick<TransportProps, 'isPlaying' | 'speed' | 'onScrub'> {
  readonly lit: TcpState | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isChanged: boolean;
  /** Opened by an address: what was changed is shown also where nothing can be changed. */
  readonly isLinked: boolean;
  /** The run whose moments the transport goes by. */
  readonly clock: FigureRun;
  readonly compared: Compared | null;
  readonly room: number;
  readonly isOpen: (details: string) => boolean;
  readonly onRange: (id: string, value: number) => void;
  readonly tokens?: StatesPanelProps['tokens'];
  readonly announcement: string;
}

export function SimulatorBody(props: BodyProps) {
  const { id, number, variant, figure, speech, run, ms, pickedId, verdicts, knobs, isLow, changes, alive } = props;
  const picked = pickedId === null ? null : (run.timeline.segments[pickedId] ?? null);
  const hasTable = variant === 'full';
  const isFull = hasTable && props.isHeld !== true;
  const compared = alive?.compared ?? null;
  const statesFirst = figure.views[0] === 'states';
  return (
    <>
      <Header
        speech={speech}
        number={number}
        id={id}
        level={variant === 'home' ? 2 : 3}
        canUndo={alive?.canUndo ?? false}
        canRedo={alive?.canRedo ?? false}
        isChanged={alive?.isChanged ?? false}
        hasActions={isFull}
        canBeShared={props.canBeShared}
      />
      {props.card}
      {isFull && knobs.length > 0 && (
        <Knobs knobs={knobs} id={id} label={speech.plain('knobs.label')} onRange={alive?.onRange} />
      )}
      {isFull && !compared && statesFirst && <States {...props} hasList />}
      {compared && <ComparedSides compared={compared} ms={ms} pickedId={pickedId} speech={speech} id={id} />}
      <div className={compared || props.isHeld ? 'stage alone' : isLow ? 'stage low' : 'stage'}>
        {!compared && (
          <div className="picture">
            <Pictures {...props} />
          </div>
        )}
        {isFull && (
          <Inspector
            segment={picked}
            timeline={run.timeline}
            shortestFlightMs={run.shortestFlightMs}
            speech={speech}
            id={id}
            isWireOpen={alive?.isOpen('wire') ?? false}
            isRulesOpen={alive?.isOpen('rules') ?? false}
          />
        )}
        {isFull && !compared && <Verdicts verdicts={verdicts} speech={speech} id={id} />}
      </div>
      {(isFull || alive?.isLinked) && <Edits {...changes} run={run} speech={speech} id={id} level={isFull ? 4 : 3} />}
      {isFull && !compared && !statesFirst && figure.views.includes('states') && (
        // Drawn when it is opened: shut diagrams would be half of a page's weight, and a reader without script has the table.
        <details className="states-box only-with-script" data-details="states" open={alive?.isOpen('states') ?? false}>
          <summary>{speech.plain('states.summary')}</summary>
          {alive?.isOpen('states') && <States {...props} hasList={false} />}
        </details>
      )}
      {variant === 'home' && <Say run={run} ms={ms} picked={picked} speech={speech} />}
      <div className="dock">
        {isFull && <SegmentTools segment={picked} timeline={run.timeline} speech={speech} />}
        <OwnPlayback {...props} />
      </div>
      {hasTable && (compared ? <PairTables {...props} compared={compared} /> : <Table {...props} />)}
      <p className="vh" aria-live="polite">
        {alive?.announcement}
      </p>
    </>
  );
}

function States(props: BodyProps & { readonly hasList: boolean }) {
  const { alive, run, ms, speech, id, hasList } = props;
  return (
    <StatesPanel
      run={run}
      ms={ms}
      speech={speech}
      id={id}
      lit={alive?.lit ?? null}
      width={alive?.room ?? null}
      isAlive={alive !== undefined}
      hasList={hasList}
      tokens={alive?.tokens}
    />
  );
}

function Pictures(props: BodyProps) {
  const { layouts, id } = props;
  if ('scale' in layouts) return <Picture {...props} layout={layouts} id={`${id}-p`} />;
  return (
    <>
      <div className="large">
        <Picture {...props} layout={layouts.wide} id={`${id}-pl`} />
      </div>
      <div className="small">
        <Picture {...props} layout={layouts.phone} id={`${id}-ps`} />
      </div>
    </>
  );
}

function Picture({
  layout,
  id,
  run,
  ms,
  pickedId,
  speech,
  alive,
  figure,
  variant,
  changes,
  isHeld,
  description,
}: BodyProps & { readonly layout: Layout }) {
  return (
    <TimeDiagram
      layout={layout}
      ms={ms}
      words={run.sceneWords}
      id={id}
      title={speech.plain('figure.title')}
      description={description ?? speech.plain('figure.description')}
      pickedId={isHeld ? null : pickedId}
      lit={alive?.lit ?? null}
      nameSegment={alive && ((segment) => segmentName(segment, run, changes.diff, speech))}
      handles={variant === 'full' && !isHeld ? handlesOf(figure) : undefined}
      endsMs={isHeld ? run.endMs : undefined}
    />
  );
}

/** TIME_WAIT can be pulled where it can be set, by itself or as twice the MSL. */
function handlesOf({ knobs }: Figure) {
  const msl = knobs.some(({ knob }) => knob === 'msl');
  return { wait: msl || knobs.some(({ knob }) => knob === 'timeWait'), msl };
}

function OwnPlayback({ layouts, run: own, ms, speech, alive }: BodyProps) {
  const run = alive?.clock ?? own;
  const layout = 'scale' in layouts ? layouts : layouts.wide;
  const { isPlaying, speed, onScrub } = alive ?? {};
  return <Playback {...{ run, layout, ms, speech, isPlaying, speed, onScrub }} />;
}

function PairTables({ ms, pickedId, speech, alive, compared }: BodyProps & { readonly compared: Compared }) {
  return [compared.a, compared.b].map(({ which, run, other, rows, label }) => (
    <EventTable
      key={which}
      name={which === 'a' ? 'events' : 'events-b'}
      timeline={run.timeline}
      rows={run.rows}
      compared={rows}
      other={other.timeline}
      pairLabel={label}
      currentMs={run.steps[stepAt(run.steps, ms)]?.atMs ?? run.startMs}
      pickedId={which === 'a' ? pickedId : null}
      shortestFlightMs={run.shortestFlightMs}
      speech={speech}
      isOpen={alive?.isOpen(which === 'a' ? 'events' : 'events-b') ?? false}
    />
  ));
}

function Table({ run, ms, pickedId, speech, changes, alive }: BodyProps) {
  return (
    <EventTable
      timeline={run.timeline}
      rows={run.rows}
      compared={changes.rows}
      other={changes.base.timeline}
      currentMs={run.steps[stepAt(run.steps, ms)]?.atMs ?? run.startMs}
      pickedId={pickedId}
      shortestFlightMs={run.shortestFlightMs}
      speech={speech}
      isOpen={alive?.isOpen('events') ?? false}
    />
  );
}
