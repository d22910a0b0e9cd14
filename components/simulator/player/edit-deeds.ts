import type { Fault } from '@/engine/simulation/scenario';
import { editsOf, withLater, withoutEdit } from '../model/edits';
import { delaySegment, isCopied, isLostByFault, toggleCopy, toggleLoss } from '../model/lose-segment';
import { selectorOf } from '../model/select-segment';
import type { Circumstances } from './circumstances';
import type { Deed } from './player-state';

const COPY_FLIGHTS = 2;

/** What can be asked of the picked segment. */
type Strike = 'drop' | 'duplicate' | 'earlier' | 'later';

export function strike(act: Strike, now: Circumstances): void {
  const { picked, run } = now;
  if (!picked) return;
  const { timeline } = run;
  const flightMs = timeline.scenario.link.oneWayMs;
  const match = selectorOf(picked, timeline);
  switch (act) {
    case 'drop': {
      const did = isLostByFault(picked, timeline) ? 'through' : 'lost';
      setFaults(toggleLoss(picked, timeline), now, act, { did, match });
      break;
    }
    case 'duplicate': {
      const byMs = COPY_FLIGHTS * flightMs;
      const did = isCopied(picked, timeline) ? 'uncopied' : 'copied';
      setFaults(toggleCopy(picked, byMs, timeline), now, act, { did, match, byMs });
      break;
    }
    default: {
      const byMs = Math.max(0, picked.delayedByMs + (act === 'later' ? flightMs : -flightMs));
      if (byMs === picked.delayedByMs) return;
      const faults = delaySegment(picked, byMs - picked.delayedByMs, timeline);
      setFaults(faults, now, 'move', { did: byMs > 0 ? 'delayed' : 'undelayed', match, byMs });
    }
  }
}

/** 'edit:remove:2', 'edit:later:0': what is done to an edit of the list, by its place there. */
export function changeEdit(act: string, now: Circumstances): void {
  const { timeline } = now.run;
  const [, how, place] = act.split(':');
  const edit = editsOf(now.figure, timeline)[Number(place)];
  if (!edit) return;
  const { faults, link } = timeline.scenario;
  const { match } = edit.fault;
  if (how === 'remove') {
    setFaults(withoutEdit(edit, faults), now, act, { did: 'removed', match });
    return;
  }
  const next = withLater(edit, how === 'later' ? link.oneWayMs : -link.oneWayMs, faults);
  const still = next.find((fault) => fault.match === edit.fault.match && fault.action === edit.fault.action);
  const byMs = still && still.action !== 'drop' ? still.byMs : 0;
  const did = edit.fault.action === 'duplicate' ? 'copied' : byMs > 0 ? 'delayed' : 'undelayed';
  setFaults(next, now, 'move', { did, match, byMs });
}

function setFaults(faults: readonly Fault[], { state, set }: Circumstances, by: string, deed: Deed): void {
  set({ ...state.history.present, faults }, by === 'move' ? by : `${by} ${Date.now()}`, deed);
}
