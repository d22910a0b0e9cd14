import type { TcpState } from '@/engine/tcp/state';
import { StateDiagram } from '../draw/state-diagram';
import type { FigureRun } from '../model/figure-run';
import type { StateToken } from '../scene/state-diagram/lay-out-states';
import { type DiagramSize, diagramSize } from '../scene/state-diagram/sizes';
import { TRANSITIONS } from '../scene/state-diagram/transitions';
import type { Speech } from '../words/speech';
import { places, stateWords } from '../words/state-words';
import { StateChip } from './state-chip';

export interface StatesPanelProps {
  readonly run: FigureRun;
  readonly ms: number;
  readonly speech: Speech;
  readonly id: string;
  readonly lit: TcpState | null;
  /** Room for the diagram; null before it is measured: then both sizes are there and the page shows one. */
  readonly width: number | null;
  readonly isAlive: boolean;
  readonly hasList: boolean;
  readonly tokens?: (tokens: readonly StateToken[], size: DiagramSize) => React.ReactNode;
}

/** The state diagram with its legend, and the twenty arrows as a list where the diagram is what the figure is about. */
export function StatesPanel(props: StatesPanelProps) {
  const { width, id, hasList, speech } = props;
  return (
    <div className="states">
      <div className="states-picture">
        {width === null ? (
          <>
            <div className="large">
              <Diagram {...props} size={diagramSize(Infinity)} id={`${id}-sl`} />
            </div>
            <div className="small">
              <Diagram {...props} size={diagramSize(0)} id={`${id}-ss`} />
            </div>
          </>
        ) : (
          <Diagram {...props} size={diagramSize(width)} id={`${id}-s`} />
        )}
      </div>
      <Legend speech={speech} />
      {hasList && <ArrowList speech={speech} />}
    </div>
  );
}

function Diagram({
  run,
  ms,
  speech,
  id,
  lit,
  isAlive,
  size,
  tokens,
}: StatesPanelProps & { readonly size: DiagramSize }) {
  return (
    <StateDiagram
      walks={run.walks}
      size={size}
      ms={ms}
      words={stateWords(run, speech)}
      id={id}
      description={speech.plain('states.description', { places: places(run, ms, speech) })}
      lit={lit}
      isAlive={isAlive}
      tokens={tokens && ((list) => tokens(list, size))}
    />
  );
}

function Legend({ speech }: { readonly speech: Speech }) {
  return (
    <div className="legend">
      {(['active', 'passive', 'other'] as const).map((way) => (
        <span key={way}>
          <svg viewBox="0 0 44 18" aria-hidden="true" className={`a-${way} walked`}>
            <path className="arrow-line" d="M1 9h36" />
            <path className="arrow-head" d="M43 9l-9-4v8z" />
          </svg>
          {speech.plain(`states.legend${way === 'active' ? 'Active' : way === 'passive' ? 'Passive' : 'Other'}`)}
        </span>
      ))}
      <span>
        <svg viewBox="0 0 40 18" aria-hidden="true" className="token">
          <circle cx="10" cy="9" r="8" />
          <rect x="23" y="1" width="16" height="16" rx="2" />
        </svg>
        {speech.plain('states.legendTokens')}
      </span>
    </div>
  );
}

function ArrowList({ speech }: { readonly speech: Speech }) {
  return (
    <details className="arrows-box" data-details="arrows">
      <summary>{speech.plain('states.list')}</summary>
      <ol className="arrow-list">
        {TRANSITIONS.map(({ number, from, to }) => (
          <li key={number}>
            <span className="i">{number}</span>
            <span>
              <StateChip state={from} /> → <StateChip state={to} />
              <br />
              <span className="mono">
                {speech.plain(`states.arrows.${number}.trigger`)}
                {number !== 6 && ` / ${speech.plain(`states.arrows.${number}.action`)}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <div className="notes">
        {[1, 2, 3].map((note) => (
          <p key={note}>{speech.rich(`states.note${note}`)}</p>
        ))}
      </div>
    </details>
  );
}
