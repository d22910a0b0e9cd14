import type { Ms } from '../tcp/ms';

/** Beyond so many jiffies a level of Linux's timer wheel counts eight times coarser (`LVL_START` of kernel/time/timer.c). */
const FIRST_COARSE_LEVEL = 63;

/** How long a timer of this length takes on Linux's wheel, on average: the wheel rounds up to its next slot, and never fires early. */
export function onTimerWheel(durationMs: Ms, jiffyMs: Ms): Ms {
  const jiffies = Math.floor(durationMs / jiffyMs) + 1;
  let granularity = 1;
  for (let start = FIRST_COARSE_LEVEL; jiffies >= start; start *= 8) granularity *= 8;
  return (jiffies + granularity / 2) * jiffyMs;
}
