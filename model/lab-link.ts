import { LONGEST_SCRIPT } from '../engine/formats/lab/longest-script';

// What an address says of the lab, behind its '#': which scenario, and after it, where a run is shared, what a link to any
// figure says (share-link.ts).
//
//   lab1/from=half-close                    a scenario of the gallery, as the gallery has it
//   lab1/script=eNpLy…/v1/engine=1.1.0/…    a script: deflated (RFC 1950, whose checksum tells a spoilt one), in base64url
//
// Version 1 is closed, as that of the share links is: whoever wants to say more writes lab2 beside it.

export type LabSource = { readonly from: string } | { readonly script: string };

export type OpenedLab =
  | { readonly ok: true; readonly source: LabSource; readonly run: string | null }
  | { readonly ok: false; readonly problem: 'newer' | 'broken' };

const LONGEST_FRAGMENT = 24_000;

/** The part of the address that names the scenario. */
export async function writeLabLink(source: LabSource): Promise<string> {
  if ('from' in source) return `lab1/from=${source.from}`;
  const deflated = new Blob([source.script]).stream().pipeThrough(new CompressionStream('deflate'));
  return `lab1/script=${toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`;
}

/** Reads what `writeLabLink` has written, of this or an earlier edition. Whatever comes, nothing is thrown, and nothing is inflated beyond what a script may be. */
export async function openLabLink(fragment: string): Promise<OpenedLab> {
  const broken = { ok: false, problem: 'broken' } as const;
  if (fragment.length > LONGEST_FRAGMENT) return broken;
  const [, version, rest = ''] = /^lab([1-9]\d*)\/(.*)$/.exec(fragment) ?? [];
  if (version === undefined) return broken;
  if (version !== '1') return { ok: false, problem: 'newer' };
  const [, name = '', value = '', , run] = /^(from|script)=([\w-]+)(\/(.+))?$/.exec(rest) ?? [];
  if (name === 'from') return { ok: true, source: { from: value }, run: run ?? null };
  const script = name === 'script' ? await inflate(value) : null;
  return script === null ? broken : { ok: true, source: { script }, run: run ?? null };
}

async function inflate(text: string): Promise<string | null> {
  try {
    const octets = fromBase64Url(text);
    const reader = new Blob([octets]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let script = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return script + decoder.decode();
      script += decoder.decode(value, { stream: true });
      if (script.length <= LONGEST_SCRIPT) continue;
      await reader.cancel();
      return null;
    }
  } catch {
    return null;
  }
}

function toBase64Url(octets: Uint8Array): string {
  const binary = Array.from(octets, (octet) => String.fromCharCode(octet)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws where it is no base64url. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
