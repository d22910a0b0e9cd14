import type { Dispatch } from 'react';
import type { Fault } from '@/engine/simulation/scenario';
import type { Settings } from '@/engine/simulation/settings';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import type { Figure } from '@/model/figure';
import type { FigureRun } from '../model/figure-run';
import { knobRange } from '../model/knobs';
import { delaySegment, toggleCopy, toggleLoss } from '../model/lose-segment';
import { stepAt } from '../model/rows';
import { selectorOf } from '../model/select-segment';
import type { Layout } from '../scene/lay-out';
import { applyAct } from './apply-act';
import type { KeyCommand } from './key-command';
import { nearestSegment } from './nearest-segment';
import type { PlayerAction, PlayerState } from './player-state';
import type { Gestures } from './use-gestures';

interface Circumstances {
  readonly figure: Figure;
  readonly run: FigureRun;
  readonly layout: Layout;
  readonly state: PlayerState;
  readonly ms: number;
  readonly picked: SegmentRecord | null;
  readonly root: HTMLElement;
  readonly openMs: number;
  readonly dispatch: Dispatch<PlayerAction>;
  readonly set: (settings: Settings, by: string) => void;
  /** The reader has done something with the simulator. */
  readonly touch: () => void;
  readonly showKeys: () => void;
  /** How long TIME_WAIT was when its end was taken hold of. */
  readonly pulledFrom: { current: number | null };
}

/** A finger hits less exactly than a mouse. */
const REACH = { mouse: 12, touch: 22 };
const DELAY_FLIGHTS = 6;
const COPY_FLIGHTS = 2;

/** What each gesture does, as things stand now. */
export function deeds(now: Circumstances): Gestures {
  const { dispatch, run, ms, layout, touch } = now;
  const goTo = (moment: number) => {
    touch();
    dispatch({ type: 'moment', ms: moment, isPlaying: false });
  };
  const pick = (id: number | null) => {
    const segment = id === null ? null : run.timeline.segments[id];
    dispatch({ type: 'pick', picked: segment ? selectorOf(segment, run.timeline) : null });
  };
  const onAct = (act: string) => perform(act, now, goTo);
  return {
    onAct,
    onKey: (command, target) => onKey(command, target, now, onAct, pick),
    onNode: (node) => {
      const entered = run.walks.flatMap((walk) =>
        walk.steps.filter((step) => step.to === node).map((step) => step.atMs),
      );
      const inPicture = entered.filter((each) => each >= run.startMs).sort((a, b) => a - b);
      const next = inPicture.find((each) => each > ms) ?? inPicture[0];
      if (next !== undefined) goTo(next);
    },
    onRow: goTo,
    onPicture: (point, hit) => {
      const reach = matchMedia('(pointer: coarse)').matches ? REACH.touch : REACH.mouse;
      const nearest = nearestSegment(layout.arrows, point, reach) ?? hit;
      if (nearest !== null) pick(nearest);
    },
    onPull: (pixels) => pullWait(pixels, now),
  };
}

function perform(act: string, now: Circumstances, goTo: (ms: number) => void): void {
  const { run, state, ms, dispatch, touch, set, figure } = now;
  switch (act) {
    case 'play':
      touch();
      dispatch({
        type: 'play',
        isPlaying: !state.isPlaying,
        ms: !state.isPlaying && ms >= run.endMs ? run.startMs : ms,
      });
      break;
    case 'forward':
    case 'back':
      step(act === 'forward' ? 1 : -1, now);
      break;
    case 'toStart':
      goTo(run.startMs);
      break;
    case 'toEnd':
      goTo(run.endMs);
      break;
    case 'speed':
      dispatch({ type: 'speed' });
      break;
    case 'undo':
      dispatch({ type: 'undo' });
      break;
    case 'reset':
      dispatch({ type: 'reset', nowMs: Date.now(), ms: now.openMs });
      break;
    case 'keys':
      now.showKeys();
      break;
    case 'drop':
    case 'delay':
    case 'duplicate':
      strike(act, now);
      break;
    default: {
      const settings = applyAct(act, state.history.present, figure);
      if (settings) set(settings, `${act} ${Date.now()}`);
    }
  }
}

/** Steps over the moments of the run; as long as nobody has picked a segment, the newest one that is sent is picked. */
function step(by: number, { run, state, ms, dispatch, touch }: Circumstances): void {
  touch();
  const at = stepAt(run.steps, ms);
  const isBetween = (run.steps[at]?.atMs ?? ms) < ms;
  const wanted = at + by + (by < 0 && isBetween ? 1 : 0);
  const next = run.steps[Math.min(run.steps.length - 1, Math.max(0, wanted))];
  if (!next) return;
  const told = next.rows.flatMap((row) => row.entries.flatMap((entry) => entry.sends)).at(-1);
  const segment = state.follows && told !== undefined ? run.timeline.segments[told] : undefined;
  dispatch({ type: 'step', ms: next.atMs, picked: segment ? selectorOf(segment, run.timeline) : null });
}

function onKey(
  command: KeyCommand,
  target: Element,
  now: Circumstances,
  onAct: (act: string) => void,
  pick: (id: number) => void,
): void {
  switch (command.act) {
    case 'step':
      step(command.by, now);
      break;
    case 'pick':
      pickNext(command.by, now, pick);
      break;
    case 'move':
      move(command.by, now);
      break;
    case 'choose':
      choose(target, now, pick);
      break;
    default:
      onAct(command.act);
  }
}

function choose(target: Element, now: Circumstances, pick: (id: number) => void): void {
  const segment = target.getAttribute('data-seg');
  if (segment !== null) pick(Number(segment));
  else deeds(now).onNode(target.getAttribute('data-node') ?? '');
}

/** The next or previous segment in order of sending; the focus goes along, so that its name is said. */
function pickNext(by: 1 | -1, { layout, picked, root }: Circumstances, pick: (id: number) => void): void {
  const ids = layout.arrows.map((arrow) => arrow.segment.id);
  const at = picked ? ids.indexOf(picked.id) : by > 0 ? -1 : ids.length;
  const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  pick(next);
  root.querySelector<SVGElement>(`svg.td [data-seg="${next}"]`)?.focus({ preventScroll: true });
}

function strike(act: 'drop' | 'delay' | 'duplicate', now: Circumstances): void {
  const { picked, run } = now;
  if (!picked) return;
  const flightMs = run.timeline.scenario.link.oneWayMs;
  const { timeline } = run;
  if (act === 'drop') setFaults(toggleLoss(picked, timeline), now, act);
  if (act === 'delay') setFaults(delaySegment(picked, DELAY_FLIGHTS * flightMs, timeline), now, act);
  if (act === 'duplicate') setFaults(toggleCopy(picked, COPY_FLIGHTS * flightMs, timeline), now, act);
}

/** Lets the picked segment arrive one flight earlier or later. */
function move(by: 1 | -1, now: Circumstances): void {
  const { picked, run } = now;
  if (picked) setFaults(delaySegment(picked, by * run.timeline.scenario.link.oneWayMs, run.timeline), now, 'move');
}

function setFaults(faults: readonly Fault[], { state, set }: Circumstances, by: string): void {
  set({ ...state.history.present, faults }, by === 'move' ? by : `${by} ${Date.now()}`);
}

/** The handle below TIME_WAIT does what the slider does: within its range, by its steps. */
function pullWait(pixels: number | null, { figure, state, layout, set, pulledFrom }: Circumstances): void {
  const range = knobRange('timeWait', figure, state.history.present);
  if (pixels === null || !range) {
    pulledFrom.current = null;
    return;
  }
  pulledFrom.current ??= range.value;
  const wanted = pulledFrom.current + pixels / layout.scale.pxPerMs;
  const stepped = Math.round(wanted / range.stepMs) * range.stepMs;
  const value = Math.min(range.maxMs, Math.max(range.minMs, stepped));
  if (value !== range.value) set({ ...state.history.present, timeWaitMs: value }, 'pull');
}
