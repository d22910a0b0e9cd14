import 'server-only';

/** Draws from a seed: the same seed always gives the same draws (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ x < 1. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** One of least, least + step, … at most `most`. */
  int(least: number, most: number, step = 1): number {
    return least + step * Math.floor(this.next() * (Math.floor((most - least) / step) + 1));
  }

  /** Throws where there is nothing to pick. */
  pick<const T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.next() * list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  shuffled<const T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.flatMap(() => rest.splice(Math.floor(this.next() * rest.length), 1));
  }
}
