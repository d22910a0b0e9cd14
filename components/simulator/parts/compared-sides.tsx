import { TimeDiagram } from '../draw/time-diagram';
import type { ComparedRow } from '../model/compare-rows';
import type { RunDiff } from '../model/compare-runs';
import type { FigureRun } from '../model/figure-run';
import type { Pair } from '../model/pairs';
import type { Verdict } from '../model/verdicts';
import type { Layout } from '../scene/lay-out';
import { segmentName } from '../words/segment-name';
import type { Speech } from '../words/speech';
import { VerdictList } from './verdicts';

/** One of two runs that are compared. */
export interface ComparedSide {
  readonly which: 'a' | 'b';
  readonly run: FigureRun;
  readonly layout: Layout;
  readonly label: string;
  readonly verdicts: readonly Verdict[];
  /** Verdicts that the other run has otherwise. */
  readonly differing: ReadonlySet<string>;
  readonly diff: RunDiff | null;
  readonly rows: readonly ComparedRow[];
  readonly other: FigureRun;
}

/** Two runs on one clock. */
export interface Compared {
  readonly pair: Pair;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
}

interface ComparedSidesProps {
  readonly compared: Compared;
  readonly ms: number;
  /** In the first run, whose segments can be picked; what is done to one is done in both. */
  readonly pickedId: number | null;
  readonly speech: Speech;
  readonly id: string;
}

/** Two runs side by side, or one over the other where there is no room; what differs is marked in both. */
export function ComparedSides({ compared, ms, pickedId, speech, id }: ComparedSidesProps) {
  return (
    <div className="pair">
      {[compared.a, compared.b].map(({ which, run, layout, label, verdicts, differing, diff }) => (
        <section key={which} className="side" data-side={which} aria-labelledby={`${id}-side-${which} ${id}-title`}>
          <h4 id={`${id}-side-${which}`}>
            <span className="side-letter">{which.toUpperCase()}</span> {label}
          </h4>
          <div className="picture">
            <TimeDiagram
              layout={layout}
              ms={ms}
              words={run.sceneWords}
              id={`${id}-side-${which}-p`}
              title={`${speech.plain('figure.title')}: ${label}`}
              description={speech.plain('compare.description', { label })}
              pickedId={which === 'a' ? pickedId : null}
              nameSegment={which === 'a' ? (segment) => segmentName(segment, run, diff, speech) : undefined}
            />
          </div>
          <div className="verdict">
            <VerdictList verdicts={verdicts} speech={speech} differing={differing} />
          </div>
        </section>
      ))}
    </div>
  );
}
