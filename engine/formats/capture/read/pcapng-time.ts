import { NANOSECONDS_A_SECOND } from './packet-record';
import type { BlockOptions } from './pcapng-options';

/** How one interface counts time. */
export interface InterfaceClock {
  /** From the two halves of a packet's time to nanoseconds since 1970. */
  toNanoseconds(high: number, low: number): bigint;
}

const RESOLUTION = 9;
const OFFSET = 14;
const MICROSECONDS = 6;

/** `if_tsresol` is a power of ten, or of two where its highest bit is set; `if_tsoffset` is in seconds (draft-ietf-opsawg-pcapng §4.2). */
export function clockOf(options: BlockOptions): InterfaceClock {
  const resolution = options.u8(RESOLUTION) ?? MICROSECONDS;
  const exponent = BigInt(resolution & 0x7f);
  const ticksASecond = (resolution & 0x80) === 0 ? 10n ** exponent : 2n ** exponent;
  const offset = (options.i64(OFFSET) ?? 0n) * NANOSECONDS_A_SECOND;
  return {
    toNanoseconds(high, low) {
      const ticks = (BigInt(high) << 32n) | BigInt(low);
      return (ticks * NANOSECONDS_A_SECOND) / ticksASecond + offset;
    },
  };
}
