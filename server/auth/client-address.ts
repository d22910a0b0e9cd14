import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * From now on X-Forwarded-For is, for every request that this process gets, the one address from which it came: the
 * socket's, unless TRUST_PROXY says how many proxies of ours stand in front. Next lets the header through as any client
 * wrote it, and the handlers of a page never see the socket.
 */
export function tellAddresses(trustProxy = process.env.TRUST_PROXY): void {
  const proxies = readTrustProxy(trustProxy);
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const written = request.headers['x-forwarded-for'];
    const forwarded = Array.isArray(written) ? written.join(',') : written;
    request.headers['x-forwarded-for'] = clientAddress(request.socket.remoteAddress, forwarded, proxies);
  });
}

/** How many proxies to trust; none by default. Throws when it is not a whole number. */
export function readTrustProxy(text = ''): number {
  if (!/^\d{0,2}$/.test(text)) throw new Error(`TRUST_PROXY must be the number of proxies in front, not "${text}".`);
  return Number(text);
}

/**
 * Each proxy adds, at the end of X-Forwarded-For, the address that it was asked from: what stands left of our own proxies'
 * entries was written by the client. An IPv6 client owns a whole /64, so that is its address here.
 */
export function clientAddress(socket: string | undefined, forwarded: string | undefined, proxies: number): string {
  const entries = (forwarded ?? '').split(',').map((entry) => entry.trim());
  const told = proxies > 0 ? entries[Math.max(0, entries.length - proxies)] : '';
  return networkOf(told || socket || 'unknown');
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
