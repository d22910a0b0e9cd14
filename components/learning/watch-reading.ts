import { advance, nextDueMs, type ReadingEvent, startClock } from './reading-clock';

/**
 * Watches the page's sections (`data-section-id`, each ending in a `data-section-end`) and tells of each that has been
 * read, once. `neededMs` says how long a section must be on the screen. Returns how to stop.
 */
export function watchReading(neededMs: (section: HTMLElement) => number, onRead: (id: string) => void): () => void {
  const found = [...document.querySelectorAll<HTMLElement>('[data-section-id]')];
  const idOf = (element: Element) => element.closest<HTMLElement>('[data-section-id]')?.dataset.sectionId ?? '';
  let clock = startClock(
    found.map((section) => ({ id: idOf(section), neededMs: neededMs(section) })),
    document.visibilityState === 'visible',
  );
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hear = (event: ReadingEvent) => {
    const now = performance.now();
    const next = advance(clock, event, now);
    clock = next.clock;
    next.read.forEach(onRead);
    clearTimeout(timer);
    const due = nextDueMs(clock, now);
    if (due !== null) timer = setTimeout(hear, due + 20, { kind: 'time' });
  };

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const kind = target.hasAttribute('data-section-end') ? 'end' : 'section';
      hear({ kind, id: idOf(target), inView: isIntersecting });
    }
  });
  for (const target of document.querySelectorAll('[data-section-id], [data-section-end]')) observer.observe(target);
  const onVisibility = () => hear({ kind: 'page', visible: document.visibilityState === 'visible' });
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
