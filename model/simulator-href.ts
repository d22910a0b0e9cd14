import type { Locale } from './attempt';
import type { OpenKey } from './open-question';

/** The address at which the book opens the simulator at that moment: it answers with the link that says the whole run. */
export function simulatorHref(locale: Locale, { scenario, settings, atMs }: OpenKey['simulator']): string {
  const query = new URLSearchParams({ ms: String(atMs) });
  if (settings !== undefined) query.set('settings', JSON.stringify(settings));
  return `/${locale}/play/${scenario}/at?${query}`;
}
