import { useEffect, useMemo, useReducer, useState } from 'react';
import type { FigureRun } from '../../simulator/model/figure-run';
import { momentAt } from '../../simulator/model/ticks';
import { nearestSegment } from '../../simulator/player/nearest-segment';
import { pictureSize } from '../../simulator/player/picture-size';
import { type Gestures, useGestures } from '../../simulator/player/use-gestures';
import { usePlayback } from '../../simulator/player/use-playback';
import { useGrowingInspector, useRoom } from '../../simulator/player/use-room';
import { type Layout, layOut } from '../../simulator/scene/lay-out';
import { startOf, type WalkAction, type WalkState, walk } from './walk-state';

/** A finger hits less exactly than a mouse. */
const REACH = { mouse: 12, touch: 22 };

/** State and gestures of a run that is looked at. */
export function useWalk(run: FigureRun, root: HTMLElement, opened: readonly string[]) {
  const [state, dispatch] = useReducer((now: WalkState, action: WalkAction) => walk(run, now, action), run, startOf);
  const room = useRoom(root);
  const { size, width } = pictureSize(room, 'full');
  const layout = useMemo(() => layOut(run.timeline, size, width, run.sceneWords), [run, size, width]);
  const goTo = (ms: number, isPlaying = false) => dispatch({ type: 'moment', ms, isPlaying });
  useGestures(root, gesturesOf({ run, layout, root, state, dispatch, goTo }));
  usePlayback({
    ...{ isPlaying: state.isPlaying, speed: state.speed, ms: state.ms, endMs: run.endMs, layout, steps: run.steps },
    onMoment: (ms) => goTo(ms, true),
    onEnd: () => goTo(run.endMs),
  });
  useGrowingInspector(root, state.picked, room);
  return { state, room, layout, isOpen: useOpened(root, opened), onScrub: (at: number) => goTo(momentAt(layout, at)) };
}

interface Now {
  readonly run: FigureRun;
  readonly layout: Layout;
  readonly root: HTMLElement;
  readonly state: WalkState;
  readonly dispatch: (action: WalkAction) => void;
  readonly goTo: (ms: number) => void;
}

function gesturesOf(now: Now): Gestures {
  const { run, layout, dispatch, goTo } = now;
  const pick = (id: number) => dispatch({ type: 'pick', id });
  const onAct = (act: string) => {
    if (act === 'play' || act === 'speed') dispatch({ type: act });
    if (act === 'forward' || act === 'back') dispatch({ type: 'step', by: act === 'forward' ? 1 : -1 });
    if (act === 'toStart' || act === 'toEnd') goTo(act === 'toStart' ? run.startMs : run.endMs);
  };
  return {
    onAct,
    onKey: (command, target) => {
      if (command.act === 'step') dispatch({ type: 'step', by: command.by });
      else if (command.act === 'pick') pickNext(command.by, now);
      else if (command.act === 'choose') choose(target, now);
      else onAct(command.act);
    },
    onNode: (node) => goToState(node, now),
    onRow: goTo,
    onPicture: (point, hit) => {
      const reach = matchMedia('(pointer: coarse)').matches ? REACH.touch : REACH.mouse;
      const nearest = nearestSegment(layout.arrows, point, reach) ?? hit;
      if (nearest !== null) pick(nearest);
    },
    // Nothing of it can be pulled.
    onHold: () => false,
    onPull: () => {},
    onLetGo: () => {},
  };
}

function choose(target: Element, now: Now): void {
  const segment = target.getAttribute('data-seg');
  if (segment !== null) now.dispatch({ type: 'pick', id: Number(segment) });
  else goToState(target.getAttribute('data-node') ?? '', now);
}

/** To where a state is entered next; from the last time, to the first again. */
function goToState(name: string, { run, state, goTo }: Now): void {
  const entered = run.walks
    .flatMap(({ steps }) => steps.filter(({ to }) => to === name).map(({ atMs }) => atMs))
    .filter((ms) => ms >= run.startMs)
    .sort((a, b) => a - b);
  const next = entered.find((ms) => ms > state.ms) ?? entered[0];
  if (next !== undefined) goTo(next);
}

/** The next or previous segment in order of sending; the focus goes along, so that its name is said. */
function pickNext(by: 1 | -1, { layout, state, root, dispatch }: Now): void {
  const ids = layout.arrows.map(({ segment }) => segment.id);
  const at = state.picked === null ? -1 : ids.indexOf(state.picked);
  const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  dispatch({ type: 'pick', id: next });
  root.querySelector<SVGElement>(`svg.td [data-seg="${next}"]`)?.focus({ preventScroll: true });
}

/** Which disclosures are open: what is shut is not drawn. */
function useOpened(root: HTMLElement, opened: readonly string[]): (name: string) => boolean {
  const [open, setOpen] = useState(opened);
  useEffect(() => {
    const read = () =>
      setOpen([...root.querySelectorAll('details[open]')].map((each) => each.getAttribute('data-details') ?? ''));
    // A toggle does not bubble.
    root.addEventListener('toggle', read, true);
    return () => root.removeEventListener('toggle', read, true);
  }, [root]);
  return (name) => open.includes(name);
}
