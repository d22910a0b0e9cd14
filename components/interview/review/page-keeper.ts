import type { Locale } from '@/model/attempt';

/**
 * Has the browser keep this page with all it has loaded, to open it without a network (public/review-worker.js). False
 * where it cannot: over plain http a browser offers no service worker, and the page lives only as long as its tab.
 */
export async function keepPage(locale: Locale): Promise<boolean> {
  try {
    const scope = `/${locale}/interview/review`;
    await navigator.serviceWorker.register('/review-worker.js', { scope });
    const { active } = await navigator.serviceWorker.ready;
    return active !== null && (await ask(active, loadedFiles()));
  } catch {
    return false;
  }
}

function ask(worker: ServiceWorker, keep: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === 'kept');
    worker.postMessage({ keep }, [port2]);
  });
}

/** Scripts, styles and fonts that this page has fetched so far, parts loaded on need among them. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'))
    .map(({ pathname, search }) => pathname + search);
}
