import { type SeqNumber, seqNumber } from '../tcp/sequence-number';
import type { Host } from './host';
import type { World } from './world';

/** ISN = M + F(four-tuple, secret), M a clock (RFC 9293 §3.4.1), unless the scenario has chosen one. */
export function nextInitialNumber(world: World, host: Host, key: number): SeqNumber {
  const chosen = host.spec.isns?.[host.isnsUsed];
  if (chosen !== undefined) {
    host.isnsUsed += 1;
    return seqNumber(chosen);
  }
  return seqNumber(Math.floor(world.nowMs * host.profile.isnTicksPerMs) + hash(world.spec.seed, host.index, key));
}

/** F: the same for every connection of one four-tuple, unlike any other's. */
function hash(seed: number, host: number, key: number): number {
  let mixed = seed ^ 0x9e3779b9;
  for (const part of [host, key % 65_536, Math.floor(key / 65_536)]) {
    mixed = Math.imul(mixed ^ part, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}
