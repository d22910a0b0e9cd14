import type { HostId } from '../../../simulation/scenario';
import type { Timeline } from '../../../simulation/timeline';

const LARGEST_UNSCALED = 0xffff;
/** RFC 7323 §2.3. */
const LARGEST_SHIFT = 14;

/**
 * The window scale of each host, or null where no window of the run needs the option. The engine keeps windows in octets, "as if scaling
 * had been applied"; the header's field has 16 bits. Both ends must offer the option for either to use it (RFC 7323 §2.2).
 */
export function windowScales({ scenario, segments }: Timeline): ReadonlyMap<HostId, number> | null {
  if (segments.every(({ window }) => window <= LARGEST_UNSCALED)) return null;
  return new Map(
    scenario.hosts.map(({ id }) => {
      const largest = segments.reduce((most, one) => (one.from === id ? Math.max(most, one.window) : most), 0);
      let shift = 0;
      while (shift < LARGEST_SHIFT && largest >> shift > LARGEST_UNSCALED) shift += 1;
      return [id, shift];
    }),
  );
}

/** The header's field. The window of a SYN is never scaled (RFC 7323 §2.2). */
export function windowField(window: number, isSyn: boolean, shift: number): number {
  return Math.min(LARGEST_UNSCALED, isSyn ? window : window >> shift);
}
