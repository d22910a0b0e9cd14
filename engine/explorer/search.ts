import { at } from '../network/at';
import { type Branch, forkBranch, strikesOf } from './branch';
import type { Fate } from './fates';
import { Player } from './player';
import type { Question } from './question';
import type { Schedule, Violation } from './schedule';

/** How far an exploration has come. */
export interface Progress {
  readonly schedules: number;
  readonly violations: number;
  /** The part of the tree that is behind, from 0 to 1. Branches differ in size, so this is no forecast of time. */
  readonly done: number;
}

export interface Found {
  readonly schedules: number;
  readonly violations: number;
  /** Of the schedules with a violation the one with the fewest faults, then with the earliest violation, then the first in order. */
  readonly smallest: Violation | null;
}

/** A choice that has been met: the branch as it stands there, and which of its fates is next. */
interface Choice {
  readonly branch: Branch;
  readonly fates: readonly Fate[];
  next: number;
  /** What part of the whole tree each fate is. */
  readonly share: number;
}

/**
 * Tries every schedule, depth first, each from where it parts from the one before. Gives word after every `every` schedules, so that
 * whoever asks can show progress, let others work, or stop by asking no more.
 */
export function* search(
  question: Question,
  every: number,
  onSchedule: (schedule: () => Schedule) => void,
): Generator<Progress, Found> {
  const player = new Player(question);
  const tally = new Tally();
  const choices: Choice[] = [];
  let done = 0;
  let share = 1;
  for (let branch: Branch | null = player.begin(); branch !== null; ) {
    const fates = player.playToChoice(branch);
    if (fates === null) {
      const ended = branch;
      tally.count(ended);
      onSchedule(() => scheduleOf(ended));
      done += share;
      if (tally.schedules % every === 0) yield { ...tally.sums(), done };
    } else {
      choices.push({ branch, fates, next: 0, share: share / fates.length });
    }
    const choice = choices.at(-1);
    share = choice?.share ?? 0;
    branch = choice === undefined ? null : takeNext(player, choice);
    if (choice !== undefined && choice.next === choice.fates.length) choices.pop();
  }
  return { ...tally.sums(), smallest: tally.smallest };
}

/** The branch of a choice's next fate. The last one needs no copy. */
function takeNext(player: Player, choice: Choice): Branch {
  const { fates, branch } = choice;
  const fate = at(fates, choice.next);
  choice.next += 1;
  const taken = choice.next < fates.length ? forkBranch(branch) : branch;
  player.decide(taken, fate);
  return taken;
}

class Tally {
  schedules = 0;
  violations = 0;
  smallest: Violation | null = null;

  count(branch: Branch): void {
    this.schedules += 1;
    const { violatedMs } = branch;
    if (violatedMs === null) return;
    this.violations += 1;
    if (isSmaller(branch.faults, violatedMs, this.smallest)) this.smallest = { ...scheduleOf(branch), violatedMs };
  }

  sums() {
    return { schedules: this.schedules, violations: this.violations };
  }
}

function isSmaller(faults: number, violatedMs: number, smallest: Violation | null): boolean {
  if (smallest === null) return true;
  const { strikes } = smallest;
  return faults === strikes.length ? violatedMs < smallest.violatedMs : faults < strikes.length;
}

function scheduleOf(branch: Branch): Schedule {
  return { strikes: strikesOf(branch), violatedMs: branch.violatedMs, reopensMs: branch.reopensMs };
}
