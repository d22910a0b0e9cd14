import 'server-only';
import type { Chance } from '../chance';

/** How many sequence numbers there are. */
export const SPACE = 2 ** 32;

/** An initial number that can be reckoned with: mostly small, now and then shortly before the numbers begin again. */
export function drawIsn(chance: Chance): number {
  return chance.int(1, 4) === 1 ? SPACE - chance.int(1, 1000) : chance.int(1000, 60_000, 100);
}

/** An address of a private network. */
export function drawAddress(chance: Chance): string {
  return `10.0.${chance.int(0, 9)}.${chance.int(10, 250)}`;
}
