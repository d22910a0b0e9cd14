import { at } from '../network/at';
import { Player } from './player';
import type { Question } from './question';
import { dice } from './verify';

/** How likely a probe leaves a segment alone for each fault that it has left to give: about one fault in so many segments. */
const SPREAD = 6;

/**
 * About how many schedules a question has, from a few random ones (Knuth, "Estimating the efficiency of backtrack programs", 1975):
 * each probe counts as many schedules as it was unlikely. The same question gives the same estimate.
 */
export function estimateSchedules(question: Question, probes = 300): number {
  const player = new Player(question);
  const chance = dice(probes);
  let sum = 0;
  for (let probe = 0; probe < probes; probe++) {
    const branch = player.begin();
    let weight = 1;
    for (let fates = player.playToChoice(branch); fates !== null; fates = player.playToChoice(branch)) {
      const left = question.faults - branch.faults;
      const onTime = SPREAD / (SPREAD + left);
      const isStruck = chance() >= onTime;
      const others = fates.length - 1;
      player.decide(branch, at(fates, isStruck ? 1 + Math.floor(chance() * others) : 0));
      weight *= isStruck ? others / (1 - onTime) : 1 / onTime;
    }
    sum += weight;
  }
  return Math.round(sum / probes);
}
