// The clock of an interview. It can be stopped, it can be given more, and when it has run out nothing ends by itself
// (WCAG 2.2.1, 2.2.6). Times are arguments, in milliseconds of one and the same clock.

export interface MockClock {
  /** Null: the learner goes on without one. */
  readonly limitMs: number | null;
  readonly ranMs: number;
  /** Since when it has been running; null while it stands. */
  readonly since: number | null;
}

export function startClock(minutes: number, now: number): MockClock {
  return { limitMs: minutes * 60_000, ranMs: 0, since: now };
}

export function elapsedMs({ ranMs, since }: MockClock, now: number): number {
  return ranMs + (since === null ? 0 : Math.max(0, now - since));
}

/** Null without a limit; never below zero. */
export function leftMs(clock: MockClock, now: number): number | null {
  return clock.limitMs === null ? null : Math.max(0, clock.limitMs - elapsedMs(clock, now));
}

export function stop(clock: MockClock, now: number): MockClock {
  return { ...clock, ranMs: elapsedMs(clock, now), since: null };
}

export function goOn(clock: MockClock, now: number): MockClock {
  return clock.since === null ? { ...clock, since: now } : clock;
}

/** More time: what has run over already is not counted against it. */
export function extend(clock: MockClock, moreMs: number, now: number): MockClock {
  if (clock.limitMs === null) return clock;
  return { ...clock, limitMs: Math.max(clock.limitMs, elapsedMs(clock, now)) + moreMs };
}

export function withoutLimit(clock: MockClock): MockClock {
  return { ...clock, limitMs: null };
}
