import {
  type Dispatch,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Settings } from '@/engine/simulation/settings';
import type { Figure } from '@/model/figure';
import { changesOf, unedited } from '../model/changes';
import { type FigureRun, figureRun, firstPick } from '../model/figure-run';
import { joinRuns } from '../model/join-runs';
import { pairsOf } from '../model/pairs';
import { stepAt } from '../model/rows';
import { findSegment, selectorOf } from '../model/select-segment';
import { momentAt } from '../model/ticks';
import { comparisonsOf, verdictsOf } from '../model/verdicts';
import type { PlayerProps } from '../player-props';
import type { Prediction } from '../prediction';
import { layOut } from '../scene/lay-out';
import { deedText } from '../words/deed-text';
import { formatMoment } from '../words/durations';
import { rowText } from '../words/event-sentence';
import { laneNameOf } from '../words/host-names';
import type { Speech } from '../words/speech';
import { applyRange } from './apply-act';
import { deeds } from './deeds';
import type { Pulling } from './hold';
import { pictureSize } from './picture-size';
import { type Deed, initialState, type PlayerAction, reduce } from './player-state';
import { type Shareable, shareable, sharedState } from './shareable';
import { useCompared } from './use-compared';
import { useGestures } from './use-gestures';
import { useLitState } from './use-lit-state';
import { usePlayback } from './use-playback';
import { useGrowingInspector, useRoom } from './use-room';

/** State and deeds of one simulator that is alive. */
export function useSimulator(props: PlayerProps, speech: Speech) {
  const { figure, name, chapter, variant, root, meant, linked, prediction } = props;
  const opened = linked?.opened;
  const heldAtMs = prediction?.isHeld ? prediction.untilMs : undefined;
  const openMs = figure.scenario.originMs + (heldAtMs ?? figure.openAtMs);
  const untouched = useMemo(() => figureRun(figure, {}, speech, heldAtMs), [figure, speech, heldAtMs]);
  const [state, dispatch] = useReducer(reduce, null, () => {
    if (opened) return sharedState(opened, figure);
    const segment = untouched.timeline.segments[firstPick(untouched, openMs) ?? -1];
    return initialState(openMs, segment ? selectorOf(segment, untouched.timeline) : null);
  });
  const settings = state.history.present;
  const room = useRoom(root);
  const expected = prediction?.expected ?? null;
  const pairs = useMemo(() => pairsOf(figure, settings, expected), [figure, settings, expected]);
  const pair = useMemo(() => pairs.find(({ id }) => id === state.pair) ?? null, [pairs, state.pair]);
  const compared = useCompared({ pair, figure, settings, speech, room });
  const single = useMemo(
    () => (Object.keys(settings).length === 0 ? untouched : figureRun(figure, settings, speech, heldAtMs)),
    [figure, settings, speech, untouched, heldAtMs],
  );
  const run = compared?.a.run ?? single;
  const clock = useMemo(() => (compared ? joinRuns(compared.a.run, compared.b.run) : single), [compared, single]);
  const ms = Math.min(clock.endMs, Math.max(clock.startMs, state.ms));
  const changed = useChanges(figure, single, settings, untouched, speech);
  // What differs is then between the two, and said there.
  const changes = useMemo(() => (compared ? { ...changed, diff: null, rows: null } : changed), [compared, changed]);
  const comparisons = useMemo(() => comparisonsOf(figure), [figure]);
  const verdicts = useMemo(
    () => verdictsOf(figure, run.timeline, comparisons, changes.diff && changes.base.timeline),
    [figure, run, comparisons, changes],
  );
  const [isHeld, setHeld] = useState(false);
  const { size, width } = pictureSize(room, variant);
  const alone = useMemo(
    () => layOut(run.timeline, size, width, run.sceneWords, changes.diff, isHeld),
    [run, size, width, changes, isHeld],
  );
  const layout = compared?.a.layout ?? alone;
  const picked = state.picked ? findSegment(state.picked, run.timeline) : null;
  const [showsKeys, setShowsKeys] = useState(false);
  const [showsShare, setShowsShare] = useState(false);
  const touched = useTouched(name, chapter, props.isMade === true);
  const set = (next: Settings, by: string, deed: Deed) => {
    if (heldAtMs !== undefined) return;
    touched.touch();
    dispatch({ type: 'settings', settings: next, by, nowMs: Date.now(), deed });
  };
  const held = useRef<Pulling | null>(null);
  const todo = deeds({
    ...{ figure, run, clock, layout, pairs, state, ms, picked, root, openMs, dispatch, set, held },
    touch: touched.touch,
    showKeys: () => setShowsKeys(true),
    onHeld: setHeld,
    showShare: () => setShowsShare(true),
  });
  useGestures(root, todo);
  usePlayback({
    ...{ isPlaying: state.isPlaying, speed: state.speed, ms, endMs: clock.endMs, layout, steps: clock.steps },
    onMoment: (moment) => dispatch({ type: 'moment', ms: moment, isPlaying: true }),
    onEnd: () => dispatch({ type: 'play', isPlaying: false, ms: clock.endMs }),
  });
  useHold(prediction, figure.scenario.originMs, dispatch, touched.touch);
  useTakeOver(root, meant, todo.onAct);
  useGrowingInspector(root, picked?.id ?? null, room);
  const step = stepAt(run.steps, ms);
  const isOpen = useDetails(root, opened);
  const announcement = () => {
    if (!touched.isTouched || state.isPlaying || isHeld) return '';
    const { deed } = state;
    if (deed) return deedText({ deed, run, verdicts, ...changes }, speech);
    if (!compared) return announce(run, step, speech);
    return [compared.a, compared.b]
      .map((side) => `${side.label}: ${announce(side.run, stepAt(side.run.steps, ms), speech)}`)
      .join(' ');
  };
  return {
    ...{
      run,
      clock,
      compared,
      pair,
      pairs,
      state,
      ms,
      changes,
      verdicts,
      layout,
      isHeld,
      room,
      showsKeys,
      showsShare,
      isOpen,
      lit: useLitState(),
    },
    pickedId: picked?.id ?? null,
    shareable: shareable(name, figure, { ...state, ms }, isOpen('states') ? 'states' : 'time'),
    onScrub: (at: number) => {
      touched.touch();
      dispatch({ type: 'moment', ms: momentAt(layout, at), isPlaying: false });
    },
    onRange: (id: string, value: number) => set(applyRange(id, value, settings), `range:${id}`, { did: 'set' }),
    onKeysClosed: () => setShowsKeys(false),
    onShareClosed: () => setShowsShare(false),
    announcement: announcement(),
  };
}

/** Goes on from where it was held, beside what was expected where that is another run; or is held anew, as if nothing had been. */
function useHold(
  prediction: Prediction | undefined,
  originMs: number,
  dispatch: Dispatch<PlayerAction>,
  touch: () => void,
): void {
  const { isHeld = false, untilMs = 0, expected = null } = prediction ?? {};
  const was = useRef(isHeld);
  const begin = useEffectEvent(() => {
    const ms = originMs + untilMs;
    if (isHeld) return dispatch({ type: 'anew', ms });
    touch();
    dispatch({ type: 'compare', pair: expected ? 'expected' : null });
    dispatch({ type: 'play', isPlaying: true, ms });
  });
  useEffect(() => {
    if (was.current === isHeld) return;
    was.current = isHeld;
    begin();
  }, [isHeld]);
}

/** What the reader changed; the run without the changes is played only when it is another. */
function useChanges(figure: Figure, run: FigureRun, settings: Settings, untouched: FigureRun, speech: Speech) {
  const kept = JSON.stringify(unedited(settings));
  const base = useMemo(
    () => (kept === '{}' ? untouched : figureRun(figure, JSON.parse(kept) as Settings, speech)),
    [figure, kept, untouched, speech],
  );
  return useMemo(() => changesOf(figure, run, base), [figure, run, base]);
}

/** What is said aloud while somebody steps or pauses: the newest step. While it plays, nothing is. */
function announce(run: FigureRun, step: number, speech: Speech): string {
  const now = run.steps[step];
  const time = formatMoment((now?.atMs ?? run.startMs) - run.originMs, run.shortestFlightMs);
  if (!now) return speech.plain('live.start', { time });
  const said = now.rows.map((row) => {
    const host = laneNameOf(row.lane, row.host, run.timeline, speech);
    return speech.plain('live.row', { host, event: rowText(row, run.timeline, speech) });
  });
  return [`${time} s.`, ...said].join(' ');
}

/** The first time that a reader plays, steps or changes anything is told to the page, once. */
function useTouched(scenario: string, chapter: string | null, isMade: boolean) {
  const [isTouched, setTouched] = useState(false);
  return {
    isTouched,
    touch: () => {
      if (isTouched || isMade) return;
      setTouched(true);
      window.dispatchEvent(new CustomEvent('2msl:simulated', { detail: { scenario, chapter } }));
    },
  };
}

/** The player takes the place of what the server drew: the focus stays, and what was pressed meanwhile is done. */
function useTakeOver(root: HTMLElement, meant: string | null, onAct: (act: string) => void): void {
  const [focused] = useState(() => focusedIn(root));
  const isDone = useRef(false);
  useLayoutEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    if (focused) root.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    if (meant) onAct(meant);
  });
}

/** A selector for what has the focus, good also after it has been drawn anew. */
function focusedIn(root: HTMLElement): string | null {
  const active = document.activeElement;
  if (!active || active === root || !root.contains(active)) return null;
  const act = active.getAttribute('data-act');
  if (act) return `[data-act="${act}"]`;
  const details = active.matches('summary') ? active.parentElement?.getAttribute('data-details') : null;
  return details ? `details[data-details="${details}"] > summary` : null;
}

/** Which disclosures are open: what a reader had opened before the player came stays open, and what is shut is not drawn. */
function useDetails(root: HTMLElement, opened: Shareable | undefined): (name: string) => boolean {
  const [open, setOpen] = useState<readonly string[]>(() => [
    ...openIn(root),
    ...(opened?.view === 'states' ? ['states'] : []),
  ]);
  useEffect(() => {
    const toggled = () => setOpen(openIn(root));
    // A toggle does not bubble.
    root.addEventListener('toggle', toggled, true);
    return () => root.removeEventListener('toggle', toggled, true);
  }, [root]);
  return (name) => open.includes(name);
}

function openIn(root: HTMLElement): readonly string[] {
  return [...root.querySelectorAll('details[open]')].map((each) => each.getAttribute('data-details') ?? '');
}
