import { type ComponentType, type ReactNode, useId } from 'react';
import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import { TimeDiagram } from './draw/time-diagram';
import { changesOf } from './model/changes';
import { figureRun, firstPick } from './model/figure-run';
import { knobViews } from './model/knobs';
import { comparisonsOf, verdictsOf } from './model/verdicts';
import { EventTable } from './parts/event-table';
import type { IslandProps, Linked } from './player-props';
import { PHONE_WIDTH } from './scene/dimensions';
import { type Layout, layOut } from './scene/lay-out';
import { SimulatorBody } from './simulator-body';
import { SimulatorIsland } from './simulator-island';
import { type Variant, WIDE_WIDTHS } from './variant';
import { describeRun } from './words/describe-run';
import { formatMoment } from './words/durations';
import { createSpeech, type SimulatorWords, type Speech } from './words/speech';

export interface SimulatorFigureProps {
  /** Name of the scenario. */
  readonly name: string;
  /** As printed, e.g. '4.1'. */
  readonly number: string;
  readonly figure: Figure;
  readonly locale: Locale;
  readonly words: SimulatorWords;
  /** Null outside a chapter. */
  readonly chapter: string | null;
  readonly variant?: Variant;
  /** For `held`: where picture, table and description end, in milliseconds from the origin. */
  readonly untilMs?: number;
  /** The address of the page may say how this figure opens. */
  readonly opensAddress?: boolean;
  /** Made on the spot: no place of the book. */
  readonly isMade?: boolean;
  /** See `IslandProps`. */
  readonly labAddress?: string;
  readonly linked?: Linked;
  /** Where it stops and asks, until the reader has answered. */
  readonly hold?: FigureHold;
}

export interface FigureHold {
  /** Milliseconds from the origin. */
  readonly atMs: number;
  /** The question, as it stands before anything listens. */
  readonly card: ReactNode;
  /** Brings alive the figure and the question in it. */
  readonly Island: ComponentType<IslandProps & { readonly children: ReactNode }>;
}

/** Pictures lower than this leave no room beside them for two sections, one over the other. */
const LOW = 700;

/**
 * One figure of the book. Drawn whole on the server, at the moment where it opens; the island brings it alive in place.
 * A held figure is a picture and a table that end at a moment: nothing later is in the markup, and nothing wakes.
 */
export function SimulatorFigure(props: SimulatorFigureProps) {
  return props.variant === 'held' ? <HeldFigure {...props} /> : <LiveFigure {...props} />;
}

function LiveFigure(props: SimulatorFigureProps) {
  const {
    name,
    number,
    figure,
    locale,
    words,
    chapter,
    variant = 'full',
    opensAddress = false,
    isMade = false,
    labAddress,
    linked,
    hold,
  } = props;
  const id = useId();
  const speech = createSpeech(locale, words, name);
  const run = figureRun(figure, {}, speech, hold?.atMs);
  const ms = run.originMs + (hold?.atMs ?? figure.openAtMs);
  const { timeline, sceneWords } = run;
  const layouts = {
    wide: layOut(timeline, 'wide', WIDE_WIDTHS[variant], sceneWords),
    phone: layOut(timeline, 'phone', PHONE_WIDTH, sceneWords),
  };
  // Claims are for the tests: what a chapter says of the figure is not sent twice.
  const playable = { ...figure, claims: [] };
  const isLow = wholeHeight(props, speech, layouts.wide) < LOW;
  const Island = hold?.Island ?? SimulatorIsland;
  const isFull = variant === 'full' && !hold;
  return (
    <Island
      {...{ id, name, number, locale, chapter, variant, isLow, opensAddress, isMade, labAddress, linked }}
      figure={playable}
      words={ownWords(props)}
    >
      <SimulatorBody
        {...{ id, number, variant, figure, speech, run, ms, layouts, isLow }}
        canBeShared={!isMade || labAddress !== undefined}
        pickedId={firstPick(run, ms)}
        changes={changesOf(figure, run, run)}
        verdicts={isFull ? verdictsOf(figure, timeline, comparisonsOf(figure)) : []}
        knobs={isFull ? knobViews(figure, {}, speech) : []}
        isHeld={hold !== undefined}
        card={hold?.card}
        description={hold && describeRun(run, speech)}
      />
    </Island>
  );
}

/** The player needs the words of this figure only; the others would travel with every page. A figure that asks tells nothing in advance. */
function ownWords({ words, name, hold }: SimulatorFigureProps): SimulatorWords {
  const { description, ...told } = words.figures[name] ?? { title: '', description: '' };
  const { simulator, rules } = words;
  return { simulator, rules, figures: { [name]: hold ? told : { description, ...told } } };
}

/** How high the picture is, or will be when it goes on: what stands around it stands so from the beginning. */
function wholeHeight({ figure, hold, variant = 'full' }: SimulatorFigureProps, speech: Speech, drawn: Layout): number {
  if (!hold) return drawn.height;
  const { timeline, sceneWords } = figureRun(figure, {}, speech);
  return layOut(timeline, 'wide', WIDE_WIDTHS[variant], sceneWords).height;
}

function HeldFigure({ name, number, figure, locale, words, untilMs = figure.openAtMs }: SimulatorFigureProps) {
  const id = useId();
  const speech = createSpeech(locale, words, name);
  const run = figureRun(figure, {}, speech, untilMs);
  const { timeline, sceneWords, rows, endMs, originMs, shortestFlightMs } = run;
  const moment = (ms: number) => formatMoment(ms - originMs, shortestFlightMs);
  const sizes = [
    ['large', layOut(timeline, 'wide', WIDE_WIDTHS.held, sceneWords)],
    ['small', layOut(timeline, 'phone', PHONE_WIDTH, sceneWords)],
  ] as const;
  return (
    <figure className="sim sim-held" aria-labelledby={`${id}-title`}>
      <div className="held-head">
        <span className="no">{speech.plain('number', { number })}</span>
        <span className="title" id={`${id}-title`}>
          {speech.plain('figure.title')}
        </span>
      </div>
      <div className="picture">
        {sizes.map(([size, layout]) => (
          <div key={size} className={size}>
            <TimeDiagram
              layout={layout}
              ms={endMs}
              words={sceneWords}
              id={`${id}-${size}`}
              title={speech.plain('figure.title')}
              description={describeRun(run, speech)}
              endsMs={endMs}
            />
          </div>
        ))}
      </div>
      <figcaption>{speech.plain('held.note', { time: moment(endMs) })}</figcaption>
      <EventTable
        {...{ timeline, rows, shortestFlightMs, speech }}
        currentMs={rows.at(-1)?.atMs ?? endMs}
        pickedId={null}
        isOpen={false}
      />
    </figure>
  );
}
