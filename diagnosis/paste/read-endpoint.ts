import type { Endpoint } from './paste';

/** `ss` writes any address as `*`, `0.0.0.0` or `[::]`, by version; netstat as `0.0.0.0` or `::`. */
export const ANY = '*';
const MAPPED = '::ffff:';
const SERVICE = /^[a-zA-Z][\w-]{0,30}$/;
const HOST = /^[\w.:*-]+$/;

/** `192.0.2.1:80`, `[2001:db8::1]:80`, `2001:db8::1:80`, `fe80::1%eth0:80`, `*:*`, `localhost:http`. Null if it is none. */
export function readEndpoint(text: string | undefined): Endpoint | null {
  if (text === undefined) return null;
  const colon = text.lastIndexOf(':');
  if (colon < 1) return null;
  const port = readPort(text.slice(colon + 1));
  const address = readAddress(text.slice(0, colon));
  return port === undefined || address === null ? null : { address, port };
}

/** Undefined if it is none; null for any. */
function readPort(text: string): number | string | null | undefined {
  if (text === '*') return null;
  const number = Number(text);
  if (text !== '' && Number.isInteger(number)) return number <= 65_535 && /^\d+$/.test(text) ? number : undefined;
  return SERVICE.test(text) ? text : undefined;
}

function readAddress(text: string): string | null {
  let address = text;
  const zone = address.indexOf('%');
  // The zone stands before or after the bracket, by version.
  if (zone > 0) address = address.slice(0, zone) + (address.endsWith(']') && address.startsWith('[') ? ']' : '');
  if (address.startsWith('[')) {
    if (!address.endsWith(']')) return null;
    address = address.slice(1, -1);
  }
  if (address.startsWith(MAPPED) && address.includes('.')) address = address.slice(MAPPED.length);
  if (address === '0.0.0.0' || address === '::') return ANY;
  return HOST.test(address) ? address : null;
}
