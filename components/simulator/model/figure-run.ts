import { run } from '@/engine/simulation/run';
import { type Settings, withSettings } from '@/engine/simulation/settings';
import type { Timeline } from '@/engine/simulation/timeline';
import type { Figure } from '@/model/figure';
import { sceneTimeOf } from '../scene/scene-time';
import type { SceneWords } from '../scene/scene-words';
import { type Walk, walksOf } from '../scene/state-diagram/walks';
import { sceneWords } from '../words/scene-words';
import type { Speech } from '../words/speech';
import { cutTimeline } from './cut-timeline';
import { type Row, rowsOf, type Step, stepsOf } from './rows';

/** A run of a figure and all that every view of it needs, whatever the moment. */
export interface FigureRun {
  readonly timeline: Timeline;
  readonly startMs: number;
  readonly endMs: number;
  readonly originMs: number;
  readonly shortestFlightMs: number;
  readonly rows: readonly Row[];
  readonly steps: readonly Step[];
  readonly walks: readonly Walk[];
  readonly sceneWords: SceneWords;
}

/** `untilMs`, counted from the origin, holds the run there: nothing later is known. */
export function figureRun(figure: Figure, settings: Settings, speech: Speech, untilMs?: number): FigureRun {
  const whole = run(withSettings(figure.scenario, settings));
  if (untilMs === undefined) return viewOf(whole, speech);
  const endMs = figure.scenario.originMs + untilMs;
  return { ...viewOf(cutTimeline(whole, endMs), speech), endMs };
}

/** All that the views of a run need, wherever the run comes from. */
export function viewOf(timeline: Timeline, speech: Speech): FigureRun {
  const { startMs, endMs, shortestFlightMs } = sceneTimeOf(timeline);
  const rows = rowsOf(timeline);
  return {
    ...{ timeline, startMs, endMs, shortestFlightMs, rows },
    originMs: timeline.scenario.originMs,
    steps: stepsOf(rows),
    walks: walksOf(timeline),
    sceneWords: sceneWords(timeline, speech),
  };
}

/** What is picked at first: the newest segment that has been sent, so that the inspector shows what it is for. */
export function firstPick({ timeline, startMs }: FigureRun, ms: number): number | null {
  return timeline.segments.findLast((segment) => segment.sentMs >= startMs && segment.sentMs <= ms)?.id ?? null;
}
