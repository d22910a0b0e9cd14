import { other, type Side } from './conversation';
import type { Numbered } from './numbered';

/** When one direction of a connection was first seen to be acknowledged up to a place; both lists grow. */
interface Steps {
  readonly places: number[];
  readonly atMs: number[];
}

/** Which segments of a conversation were seen to be acknowledged, and which seem to have been lost. */
export class Acknowledged {
  private readonly directions = new Map<string, Steps>();
  /** By place: the last segment that began there, and how many there were. */
  private readonly transmissions = new Map<string, { last: Numbered; count: number }>();
  private readonly nextMs = new Map<Numbered, number>();

  constructor(numbered: readonly Numbered[]) {
    for (const one of numbered) {
      this.noteAck(one);
      if (one.occupies === 0) continue;
      const key = placeKey(one);
      const before = this.transmissions.get(key);
      if (before !== undefined) this.nextMs.set(before.last, one.passing.seenMs);
      this.transmissions.set(key, { last: one, count: (before?.count ?? 0) + 1 });
    }
  }

  /** When this segment's last octet was first acknowledged, as far as that was seen. */
  ackMs(one: Numbered): number | null {
    const steps = this.directions.get(directionKey(one, one.side));
    if (steps === undefined) return null;
    const end = one.place + one.occupies;
    let [low, high] = [0, steps.places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps.places[middle] ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return steps.atMs[low] ?? null;
  }

  /** Seen once only, so that an acknowledgment of it means this one. */
  isOnly(one: Numbered): boolean {
    return this.transmissions.get(placeKey(one))?.count === 1;
  }

  /** Its sender sent it again before it was acknowledged; or this was already a repetition, and nothing acknowledges it. */
  isDoubtful(one: Numbered): boolean {
    if (one.occupies === 0) return false;
    const ackMs = this.ackMs(one);
    const nextMs = this.nextMs.get(one);
    if (nextMs !== undefined) return ackMs === null || nextMs < ackMs;
    return ackMs === null && !this.isOnly(one);
  }

  private noteAck(one: Numbered): void {
    if (one.ackPlace === null || one.isReset) return;
    const key = directionKey(one, other(one.side));
    const steps = this.directions.get(key) ?? { places: [], atMs: [] };
    if (steps.places.length === 0) this.directions.set(key, steps);
    if (one.ackPlace <= (steps.places.at(-1) ?? Number.NEGATIVE_INFINITY)) return;
    steps.places.push(one.ackPlace);
    steps.atMs.push(one.passing.seenMs);
  }
}

function directionKey({ incarnation }: Numbered, side: Side): string {
  return `${incarnation.number} ${side}`;
}

function placeKey(one: Numbered): string {
  return `${directionKey(one, one.side)} ${one.place}`;
}
