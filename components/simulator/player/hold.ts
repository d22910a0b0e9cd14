import type { Fault } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import type { Figure } from '@/model/figure';
import { knobRange } from '../model/knobs';
import { delaySegment } from '../model/lose-segment';
import { selectorOf, strikes } from '../model/select-segment';
import type { Layout } from '../scene/lay-out';
import type { Deed } from './player-state';

/**
 * Something of the picture that is held and pulled: the arrival of a segment or of its copy along the other lifeline, the
 * end of TIME_WAIT, or the mark of one MSL within it. Everything is counted from how it was when it was taken hold of, so
 * that the picture may change under the hand.
 */
export interface Hold {
  /** What to set when it is pulled down by so many pixels, or up where they are negative. */
  readonly pull: (pixels: number) => { readonly settings: Settings; readonly deed: Deed };
}

/** A hold that is being pulled: all of it is one change, and what it set last. */
export interface Pulling extends Hold {
  readonly by: string;
  readonly last: string | null;
}

/** So far the picture is true to scale around what is held: four flights, as nothing longer is left unfolded. */
const TRUE_FLIGHTS = 4;
/** Beyond that, time goes the faster the further it is pulled: twice as fast after so many pixels, and so on. */
const QUICKENS = 40;
/** Pixels to one step of a knob whose steps are longer than the picture could show. */
const DETENT = 12;

/** How much time it is to pull by so many pixels. */
export function timePulled(
  pixels: number,
  { scale, dimensions }: Pick<Layout, 'scale' | 'dimensions'>,
  stepMs: number,
): number {
  const perPixel = Math.max(1 / scale.pxPerMs, stepMs / DETENT);
  const beyond = Math.max(0, Math.abs(pixels) - TRUE_FLIGHTS * dimensions.flight);
  return Math.sign(pixels) * (Math.abs(pixels) + (beyond * beyond) / QUICKENS) * perPixel;
}

interface Held {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly settings: Settings;
  readonly figure: Figure;
}

/** `handle` as the picture names it: 'arrival:7', 'time-wait:2', 'msl:2' (the number of the segment, of the interval). */
export function holdOf(handle: string, held: Held): Hold | null {
  const [what, number] = handle.split(':');
  const id = Number(number);
  if (what === 'time-wait' || what === 'msl') return holdOfWait(what, id, held);
  const segment = held.timeline.segments[id];
  if (what !== 'arrival' || !segment) return null;
  return segment.copyOf === null ? holdOfArrival(segment, held) : holdOfCopy(segment, held);
}

/** Arrivals go by tenths of a flight: finer than a finger, coarse enough for a round number. */
function arrivalStep({ scenario }: Timeline): number {
  return Math.max(1, Math.round(scenario.link.oneWayMs / 10));
}

function holdOfArrival(segment: SegmentRecord, { timeline, layout, settings }: Held): Hold {
  const stepMs = arrivalStep(timeline);
  const match = selectorOf(segment, timeline);
  const latest = timeline.scenario.endMs - segment.arrivesMs + segment.delayedByMs;
  return {
    pull: (pixels) => {
      const total = segment.delayedByMs + timePulled(pixels, layout, stepMs);
      const byMs = inSteps(total, stepMs, 0, latest);
      const faults = delaySegment(segment, byMs - segment.delayedByMs, timeline);
      return { settings: { ...settings, faults }, deed: { did: byMs > 0 ? 'delayed' : 'undelayed', match, byMs } };
    },
  };
}

function holdOfCopy(copy: SegmentRecord, { timeline, layout, settings }: Held): Hold {
  const stepMs = arrivalStep(timeline);
  const originalMs = copy.arrivesMs - copy.delayedByMs;
  const isCopier = (fault: Fault) => fault.action === 'duplicate' && strikes(fault, copy, timeline);
  return {
    pull: (pixels) => {
      const latest = timeline.scenario.endMs - originalMs;
      const total = copy.delayedByMs + timePulled(pixels, layout, stepMs);
      const byMs = inSteps(total, stepMs, stepMs, latest);
      const faults = timeline.scenario.faults.map((fault) => (isCopier(fault) ? { ...fault, byMs } : fault));
      return { settings: { ...settings, faults }, deed: { did: 'copied', match: selectorOf(copy, timeline), byMs } };
    },
  };
}

/** The end of TIME_WAIT is its length; where a figure has only the MSL to set, it is twice that. */
function holdOfWait(what: 'time-wait' | 'msl', interval: number, held: Held): Hold | null {
  const { timeline, layout, settings, figure } = held;
  const wait = timeline.intervals[interval];
  const length = what === 'time-wait' ? knobRange('timeWait', figure, settings) : null;
  const msl = knobRange('msl', figure, settings);
  const range = length ?? msl;
  if (!wait || wait.toMs === null || !range) return null;
  const perMsl = what === 'time-wait' && !length ? 2 : 1;
  return {
    pull: (pixels) => {
      const pulled = timePulled(pixels, layout, range.stepMs);
      const value = inSteps(range.value + pulled / perMsl, range.stepMs, range.minMs, range.maxMs);
      return { settings: { ...settings, [length ? 'timeWaitMs' : 'mslMs']: value }, deed: { did: 'set' } };
    },
  };
}

function inSteps(ms: number, stepMs: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(ms / stepMs) * stepMs));
}
