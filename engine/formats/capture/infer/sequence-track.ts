import { advance, distance, seqNumber } from '../../../tcp/sequence-number';

/** Stretches of octets beyond a hole that are remembered; past that the oldest is forgotten, so that work stays bounded. */
const MAX_STRETCHES = 64;

/**
 * What has been seen of one direction of one connection. Places count from the initial number (or the one before the first
 * seen) and go on counting where sequence numbers wrap.
 */
export class SequenceTrack {
  /** The place after the highest octet seen. */
  top = 0;
  /** Everything before this place has been seen. */
  contiguous = 0;
  /** The place after the FIN. */
  finEnd: number | null = null;
  private stretches: { from: number; to: number }[] = [];
  private readonly times = new Map<string, number>();

  constructor(
    readonly origin: number,
    /** False where the connection was open before the capture. */
    readonly isOriginKnown: boolean,
  ) {
    if (!isOriginKnown) this.top = this.contiguous = 1;
  }

  /** The place of a sequence number: the one nearest to all that was seen. */
  placeOf(seq: number): number {
    return this.top + distance(advance(seqNumber(this.origin), this.top), seqNumber(seq));
  }

  /** Takes note of octets (SYN and FIN among them) and says for the how-manieth time they are seen; nothing is always seen for the first time. */
  add(from: number, length: number, name = ''): number {
    if (length === 0) return 1;
    const key = `${from}${name}`;
    const wasSeen =
      from + length <= this.contiguous || this.stretches.some((one) => one.from <= from && from + length <= one.to);
    const before = this.times.get(key) ?? (wasSeen && name === '' ? 1 : 0);
    this.times.set(key, before + 1);
    this.cover(from, from + length);
    return before + 1;
  }

  private cover(from: number, to: number): void {
    this.top = Math.max(this.top, to);
    if (to <= this.contiguous) return;
    const touching = this.stretches.filter((one) => one.from <= to && from <= one.to);
    const merged = {
      from: Math.min(from, ...touching.map((one) => one.from)),
      to: Math.max(to, ...touching.map((one) => one.to)),
    };
    this.stretches = this.stretches.filter((one) => !touching.includes(one));
    if (merged.from <= this.contiguous) this.contiguous = merged.to;
    else this.stretches.push(merged);
    if (this.stretches.length > MAX_STRETCHES) this.stretches.shift();
  }
}
