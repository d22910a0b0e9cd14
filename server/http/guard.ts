import 'server-only';
import { Refusal } from '@/model/problem';
import { hostOf } from '@/server/auth/origin';

/** Names that no public DNS gives out (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal), so that no stranger owns one. */
const PRIVATE_SUFFIXES = ['.localhost', '.local', '.home.arpa', '.internal', '.lan'];

/**
 * Against DNS rebinding: a stranger's page may give its own name the address of this machine, and is then of the same
 * origin as this server. Such a page sends its own name as Host. Addresses and private names cannot be a stranger's;
 * a public name must be one that TRUSTED_HOSTS (separated by commas) says is ours.
 */
export function refuseStrangeHost(request: Request): void {
  const host = hostOf(request);
  if (!isTrustedHost(host, process.env.TRUSTED_HOSTS)) {
    throw new Refusal('host-not-trusted', { values: { host: nameOf(host) ?? '?' } });
  }
}

export function isTrustedHost(host: string, trusted = ''): boolean {
  const name = nameOf(host);
  if (name === null) return false;
  const isAddress = name.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(name);
  if (isAddress || !name.includes('.')) return true;
  if (PRIVATE_SUFFIXES.some((suffix) => name.endsWith(suffix))) return true;
  return trusted.split(',').some((ours) => ours.trim() !== '' && nameOf(ours.trim()) === name);
}

/** The name without its port, in lower case; null where there is none. */
function nameOf(host: string): string | null {
  if (!/^[\w.:[\]-]+$/.test(host)) return null;
  try {
    return new URL(`http://${host}`).hostname.replace(/\.$/, '') || null;
  } catch {
    return null;
  }
}

/**
 * Against cross-site request forgery. Sec-Fetch-Site decides where the browser sends it (by https and on loopback);
 * elsewhere Origin must be of the Host that was asked. What sends neither is no browser, and has no cookie to misuse.
 */
export function refuseOtherOrigins(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Refusal('cross-origin');
  }
  const origin = request.headers.get('origin');
  if (origin === null) return;
  if (!URL.canParse(origin) || new URL(origin).host !== normalHost(request, origin)) throw new Refusal('cross-origin');
}

/** Browsers leave the scheme's own port out of Origin; a client may still have written it in Host. */
function normalHost(request: Request, origin: string): string | null {
  const written = `${new URL(origin).protocol}//${hostOf(request)}`;
  return URL.canParse(written) ? new URL(written).host : null;
}
