import type { Segment } from '../tcp/segment';
import type { Host } from './host';

// RFC 7323 §5.4 lets every host begin its timestamp clock where it likes. A connection here counts from the start of the run;
// what stands on the wire is shifted as the segment leaves its host, and shifted back in what comes home as an echo.

/** The segment as others see it. */
export function withClockOf({ spec }: Host, segment: Segment): Segment {
  const { timestamps } = segment;
  if (spec.timestampClockMs === undefined || timestamps === null) return segment;
  return { ...segment, timestamps: { ...timestamps, value: (timestamps.value + spec.timestampClockMs) >>> 0 } };
}

/** The segment as the host that it reaches understands it. A zero echoes nothing. */
export function withoutClockOf({ spec }: Host, segment: Segment): Segment {
  const { timestamps } = segment;
  if (spec.timestampClockMs === undefined || timestamps === null || timestamps.echo === 0) return segment;
  return { ...segment, timestamps: { ...timestamps, echo: (timestamps.echo - spec.timestampClockMs) >>> 0 } };
}
