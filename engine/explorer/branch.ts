import { forkWorld } from '../network/fork-world';
import type { Departure } from '../network/observer';
import type { World } from '../network/world';
import type { Strike } from './fates';

/** One way that things may have gone so far. */
export interface Branch {
  readonly world: World;
  /** Segments that have just been sent, and of which nobody has said yet what becomes of them. */
  readonly undecided: Departure[];
  /** How many segments each side has sent that may be struck. */
  readonly sent: { client: number; server: number };
  /** What was struck, the latest first. */
  strikes: Strikes | null;
  faults: number;
  /** Events so far. As in `run` there is a limit to them, since two ends can answer each other's answers for ever. */
  events: number;
  /** Which ends of the old connection have come and gone. */
  readonly gone: { client: boolean; server: boolean };
  /** When the first side was free to open anew. */
  reopensMs: number | null;
  /** When what the question asks about happened. */
  violatedMs: number | null;
}

/** A list that branches share as far as they went together. */
interface Strikes {
  readonly last: Strike;
  readonly before: Strikes | null;
}

export function forkBranch(branch: Branch): Branch {
  return {
    ...branch,
    world: forkWorld(branch.world),
    undecided: [...branch.undecided],
    sent: { ...branch.sent },
    gone: { ...branch.gone },
  };
}

/** What was struck, in order of sending. */
export function strikesOf({ strikes }: Branch): Strike[] {
  const list: Strike[] = [];
  for (let one = strikes; one !== null; one = one.before) list.push(one.last);
  return list.reverse();
}
