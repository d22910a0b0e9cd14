import type { Endpoint } from './paste';

/** `ss` writes any address as `*`, `0.0.0.0` or `[::]`, by version; netstat as `0.0.0.0` or `::`. */
const ANY = '*';
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
  const number = readDigits(text);
  if (number !== null) return number <= 65_535 ? number : undefined;
  return SERVICE.test(text) ? text : undefined;
}

/** A number of nothing but digits, else null. */
export function readDigits(text: string): number | null {
  let number = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return text === '' ? null : number;
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
