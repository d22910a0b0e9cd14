import { stepAt } from '../model/rows';
import { selectorOf } from '../model/select-segment';
import { applyAct } from './apply-act';
import type { Circumstances } from './circumstances';
import { changeEdit, strike } from './edit-deeds';
import { HELD } from './history';
import { holdOf } from './hold';
import type { KeyCommand } from './key-command';
import { nearestSegment } from './nearest-segment';
import type { Gestures } from './use-gestures';

/** A finger hits less exactly than a mouse. */
const REACH = { mouse: 12, touch: 22 };

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
    ...holding(now, pick),
  };
}

/** Taking hold of a handle, pulling it, letting it go, and letting it go as if nothing had been. */
function holding(now: Circumstances, pick: (id: number) => void): Pick<Gestures, 'onHold' | 'onPull' | 'onLetGo'> {
  const { held, layout, run, state, figure, set, dispatch, onHeld } = now;
  const by = `${HELD}${state.history.atMs} ${state.history.past.length}`;
  return {
    onHold: (handle) => {
      const hold = holdOf(handle, { timeline: run.timeline, layout, settings: state.history.present, figure });
      if (!hold) return false;
      held.current = { ...hold, by, last: null };
      const [what, id] = handle.split(':');
      if (what === 'arrival') pick(Number(id));
      return true;
    },
    onPull: (pixels) => {
      const hold = held.current;
      if (!hold) return;
      const { settings, deed } = hold.pull(pixels);
      const wanted = JSON.stringify(settings);
      if (wanted === hold.last) return;
      held.current = { ...hold, last: wanted };
      onHeld(true);
      set(settings, hold.by, deed);
    },
    onLetGo: (isCancelled) => {
      if (isCancelled && held.current?.last) dispatch({ type: 'undo' });
      held.current = null;
      onHeld(false);
    },
  };
}

function perform(act: string, now: Circumstances, goTo: (ms: number) => void): void {
  const { run, clock, state, ms, dispatch, touch, set, figure } = now;
  switch (act) {
    case 'drop':
    case 'duplicate':
    case 'earlier':
    case 'later':
      strike(act, now);
      break;
    case 'play':
      touch();
      dispatch({
        type: 'play',
        isPlaying: !state.isPlaying,
        ms: !state.isPlaying && ms >= clock.endMs ? run.startMs : ms,
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
      goTo(clock.endMs);
      break;
    case 'speed':
    case 'undo':
    case 'redo':
      dispatch({ type: act });
      break;
    case 'reset':
      dispatch({ type: 'reset', nowMs: Date.now(), ms: now.openMs });
      break;
    case 'keys':
      now.showKeys();
      break;
    case 'share':
      dispatch({ type: 'play', isPlaying: false, ms });
      now.showShare();
      break;
    default: {
      if (act.startsWith('edit:')) changeEdit(act, now);
      if (act.startsWith('compare:')) compare(act.slice('compare:'.length), now);
      const settings = applyAct(act, state.history.present, figure);
      if (settings) set(settings, `${act} ${Date.now()}`, { did: 'set' });
    }
  }
}

function compare(id: string, { pairs, dispatch, touch }: Circumstances): void {
  touch();
  const pair = pairs.find((each) => each.id === id);
  dispatch({ type: 'compare', pair: pair?.id ?? null });
}

/** Steps over the moments of the run; as long as nobody has picked a segment, the newest one that is sent is picked. */
function step(by: number, { clock: run, state, ms, dispatch, touch }: Circumstances): void {
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
      strike(command.by > 0 ? 'later' : 'earlier', now);
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
