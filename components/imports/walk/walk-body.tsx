import { TimeDiagram } from '../../simulator/draw/time-diagram';
import { stepAt } from '../../simulator/model/rows';
import { Playback } from '../../simulator/parts/playback';
import { StatesPanel } from '../../simulator/parts/states-panel';
import { Tokens } from '../../simulator/player/tokens';
import { useLitState } from '../../simulator/player/use-lit-state';
import { formatMoment } from '../../simulator/words/durations';
import { laneNameOf } from '../../simulator/words/host-names';
import { useWalk } from './use-walk';
import type { WalkProps, WalkView } from './walk-props';

interface BodyProps extends WalkProps {
  readonly id: string;
  readonly root: HTMLElement;
}

/** Picture, what stands beside and below it, and playback: as in every figure of the book, but that nothing can be changed. */
export function WalkBody(props: BodyProps) {
  const { run, speech, id, root, inspect, events, nameSegment, opened = [] } = props;
  const { state, room, layout, isOpen, onScrub } = useWalk(run, root, opened);
  const lit = useLitState();
  const ms = Math.min(run.endMs, Math.max(run.startMs, state.ms));
  const step = stepAt(run.steps, ms);
  const view: WalkView = {
    id,
    currentMs: run.steps[step]?.atMs ?? run.startMs,
    pickedId: state.picked,
    isOpen,
  };
  return (
    <>
      <div className="stage">
        <div className="picture">
          <TimeDiagram
            {...{ layout, ms, lit, nameSegment }}
            words={run.sceneWords}
            id={`${id}-p`}
            title={speech.plain('figure.title')}
            description={speech.plain('figure.description')}
            pickedId={state.picked}
          />
        </div>
        {inspect(state.picked === null ? null : (run.timeline.segments[state.picked] ?? null), view)}
      </div>
      <details className="states-box" data-details="states">
        <summary>{speech.plain('states.summary')}</summary>
        {isOpen('states') && (
          <StatesPanel
            {...{ run, ms, speech, id, lit }}
            width={room}
            isAlive
            hasList={false}
            tokens={(tokens, size) => <Tokens tokens={tokens} size={size} timeline={run.timeline} />}
          />
        )}
      </details>
      <div className="dock">
        <Playback {...{ run, layout, ms, speech, onScrub }} isPlaying={state.isPlaying} speed={state.speed} />
      </div>
      {events(view)}
      <p className="vh" aria-live="polite">
        {state.isPlaying ? '' : announce(props, step)}
      </p>
    </>
  );
}

/** The newest step; while it plays, nothing is said. */
function announce({ run, speech, tell }: WalkProps, step: number): string {
  const now = run.steps[step];
  if (now === undefined) return '';
  const said = now.rows.map((row) =>
    speech.plain('live.row', { host: laneNameOf(row.lane, row.host, run.timeline, speech), event: tell(row) }),
  );
  return [`${formatMoment(now.atMs - run.originMs, run.shortestFlightMs)} s.`, ...said].join(' ');
}
