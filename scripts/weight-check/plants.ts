import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to spoil the pages of the book, and the fault that must then be found in them. */
export interface Plant {
  readonly name: string;
  readonly fault: RegExp;
  spoil(html: string): string;
}

const WOKEN = `addEventListener('load', () => {
  const figure = document.querySelector('figure.sim');
  new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting) setTimeout(() => figure.style.setProperty('padding-top', '60px'), 100);
  }).observe(figure);
})`;

export const PLANTS: readonly Plant[] = [
  {
    name: 'a heavy script',
    fault: /KiB of script, and at most/,
    spoil: (html) => html.replace('</body>', '<script async src="/planted.js"></script></body>'),
  },
  {
    name: 'an extended font',
    fault: /planted-latin-ext-wght-normal\.woff2 is no Latin subset/,
    spoil: (html) =>
      html.replace(
        '</head>',
        '<link rel="preload" as="font" crossorigin href="/planted-latin-ext-wght-normal.woff2"></head>',
      ),
  },
  {
    name: 'a figure that pushes when it wakes',
    fault: /the layout shifted by .+ when what sleeps woke/,
    spoil: (html) => html.replace('</body>', `<script>${WOKEN}</script></body>`),
  },
];

/** The book as served at `bookUrl`, its pages spoilt on the way and all else untouched. */
export async function serveSpoilt(bookUrl: string, { spoil }: Plant): Promise<{ url: string; stop(): void }> {
  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith('/planted')) sendPlanted(asked, answer);
    else passOn(bookUrl, asked, answer, spoil);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

function sendPlanted({ url }: IncomingMessage, answer: ServerResponse): void {
  const isScript = url?.endsWith('.js');
  answer.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'font/woff2' });
  answer.end(isScript ? `// ${randomBytes(24 * 1024).toString('hex')}` : 'no font');
}

function passOn(bookUrl: string, asked: IncomingMessage, answer: ServerResponse, spoil: Plant['spoil']): void {
  const isPage = asked.headers['sec-fetch-dest'] === 'document';
  const headers = { ...asked.headers, ...(isPage ? { 'accept-encoding': 'identity' } : {}) };
  const passed = request(bookUrl + asked.url, { method: asked.method, headers }, (reply) => {
    if (!isPage) {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
      return;
    }
    const parts: Buffer[] = [];
    reply.on('data', (part: Buffer) => parts.push(part));
    reply.on('end', () => {
      const { 'content-length': _, 'transfer-encoding': __, ...rest } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, rest);
      answer.end(spoil(Buffer.concat(parts).toString('utf8')));
    });
  });
  passed.on('error', () => answer.destroy());
  asked.pipe(passed);
}
