// Keeps one page, /<language>/interview/review, with its scripts, styles and fonts, so that it opens without a network.
// Nothing else is kept, and never what a learner did: that is in the browser's own database.
//
// A page is always asked of the server first. Only when nobody answers is the kept one shown, and it says so: its
// <html> bears data-kept, the time at which it was kept. So nobody reads an old page without knowing.

const SCOPE = new URL(self.registration.scope).pathname;
const PREFIX = `2msl-review ${SCOPE} `;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === SCOPE) event.respondWith(page(request));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(asset(request));
});

self.addEventListener('message', (event) => {
  const { keep } = event.data;
  const [port] = event.ports;
  if (!Array.isArray(keep) || !port) return;
  event.waitUntil(
    keepAll(keep).then(
      () => port.postMessage('kept'),
      () => port.postMessage('failed'),
    ),
  );
});

async function page(request) {
  try {
    return await fetch(request);
  } catch (unreachable) {
    const kept = await caches.match(SCOPE, { ignoreVary: true });
    if (!kept) throw unreachable;
    const html = (await kept.text()).replace('<html', `<html data-kept="${kept.headers.get('date') ?? ''}"`);
    return new Response(html, { headers: kept.headers });
  }
}

/** Their names hold a digest of what is in them, so a kept one is never out of date. */
async function asset(request) {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

/** All or nothing: the page that was kept before stays until the new one is whole. */
async function keepAll(paths) {
  const name = PREFIX + Date.now();
  const cache = await caches.open(name);
  try {
    await cache.addAll([...new Set([SCOPE, ...paths])].map((path) => new Request(path, { cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  const older = (await caches.keys()).filter((each) => each.startsWith(PREFIX) && each !== name);
  await Promise.all(older.map((each) => caches.delete(each)));
}
