// When has a section been read? When its end was in view, and the section was on a visible page for at least a third of
// the time that reading it takes. Pure: the time is an argument, in milliseconds.

const UNITS_PER_MINUTE = { en: 250, zh: 400 } as const;
const SHARE = 1 / 3;

/** How long a section of so many words (Chinese: characters) must be on the screen, ms. */
export function neededMs(words: number, locale: 'en' | 'zh'): number {
  return Math.round((words / UNITS_PER_MINUTE[locale]) * 60_000 * SHARE);
}

interface Watched {
  readonly neededMs: number;
  readonly shownMs: number;
  /** Since when it has been on the screen without a break; null while it is not. */
  readonly since: number | null;
  readonly inView: boolean;
  readonly endInView: boolean;
  readonly endSeen: boolean;
  readonly read: boolean;
}

export interface ReadingClock {
  readonly pageVisible: boolean;
  readonly sections: ReadonlyMap<string, Watched>;
}

export type ReadingEvent =
  | { readonly kind: 'page'; readonly visible: boolean }
  | { readonly kind: 'section'; readonly id: string; readonly inView: boolean }
  | { readonly kind: 'end'; readonly id: string; readonly inView: boolean }
  /** Nothing but time has passed. */
  | { readonly kind: 'time' };

export function startClock(
  sections: readonly { readonly id: string; readonly neededMs: number }[],
  pageVisible: boolean,
): ReadingClock {
  const fresh = { shownMs: 0, since: null, inView: false, endInView: false, endSeen: false, read: false };
  return { pageVisible, sections: new Map(sections.map(({ id, neededMs }) => [id, { ...fresh, neededMs }])) };
}

/** What the clock says after an event at `now`, and which sections have been read with it. */
export function advance(
  clock: ReadingClock,
  event: ReadingEvent,
  now: number,
): { clock: ReadingClock; read: string[] } {
  const pageVisible = event.kind === 'page' ? event.visible : clock.pageVisible;
  const read: string[] = [];
  const sections = new Map<string, Watched>();
  for (const [id, old] of clock.sections) {
    const mine = event.kind === 'section' || event.kind === 'end' ? event.id === id : false;
    const inView = event.kind === 'section' && mine ? event.inView : old.inView;
    const endInView = event.kind === 'end' && mine ? event.inView : old.endInView;
    const shownMs = old.shownMs + (old.since === null ? 0 : now - old.since);
    const endSeen = old.endSeen || (pageVisible && endInView);
    const done = endSeen && shownMs >= old.neededMs;
    if (done && !old.read) read.push(id);
    const since = pageVisible && inView ? now : null;
    sections.set(id, { ...old, inView, endInView, shownMs, endSeen, since, read: old.read || done });
  }
  return { clock: { pageVisible, sections }, read };
}

/** In how many ms a section will have been read if nothing but time passes; null if none will. */
export function nextDueMs(clock: ReadingClock, now: number): number | null {
  const waits = [...clock.sections.values()]
    .filter(({ read, endSeen, since }) => !read && endSeen && since !== null)
    .map(({ neededMs, shownMs, since }) => Math.max(0, neededMs - shownMs - (now - (since ?? now))));
  return waits.length === 0 ? null : Math.min(...waits);
}
