import type { Speech } from './speech';

/** A moment on the axis and in the table: seconds with two decimals, with three where flights are shorter than 20 ms. */
export function formatMoment(ms: number, shortestFlightMs: number): string {
  const seconds = ms / 1000;
  if (Math.abs(seconds) >= 100) return seconds.toFixed(1);
  return seconds.toFixed(shortestFlightMs < 20 && Math.abs(seconds) < 10 ? 3 : 2).replace(/^-(0\.0+)$/, '$1');
}

/** A stretch of time as a person would say it: "0.79 s", "1 s", "4 min". */
export function formatDuration(ms: number, speech: Speech): string {
  const seconds = ms / 1000;
  if (seconds < 60) return speech.plain('units.seconds', { n: trim(seconds, seconds < 1 ? 3 : 2) });
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (whole % 60 === 0) return speech.plain('units.minutes', { n: minutes });
  return speech.plain('units.minutesSeconds', { minutes, seconds: whole % 60 });
}

/** Seconds with two decimals for numbers that change while a reader looks: "1.10 s". */
export function formatSeconds(ms: number, speech: Speech): string {
  if (ms >= 60_000) return formatDuration(ms, speech);
  const decimals = ms % 10 === 0 ? 2 : 3;
  return speech.plain('units.seconds', { n: (ms / 1000).toFixed(decimals) });
}

function trim(n: number, decimals: number): string {
  return String(Number(n.toFixed(decimals)));
}
