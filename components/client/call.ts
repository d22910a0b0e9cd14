import type { Problem } from '@/model/attempt';

/** Why a call brought nothing: nobody answered, or the server answered with a problem document (RFC 9457). */
export type Fault =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs: number | null };

export type Reply = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly fault: Fault };

export type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Reply>;

const PATIENCE_MS = 15_000;
const UNREACHABLE: Reply = { ok: false, fault: { kind: 'unreachable' } };

/** The one way to the server. Never throws. `body` is null where the answer has none. */
export const call: Call = async (method, path, body) => {
  const given = new AbortController();
  const patience = setTimeout(() => given.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method,
      signal: given.signal,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, fault: await faultOf(response) };
    if (response.status === 204) return { ok: true, body: null };
    // A hotel's sign-in page also answers 200: what is not JSON did not come from our server.
    return { ok: true, body: await response.json() };
  } catch {
    return UNREACHABLE;
  } finally {
    clearTimeout(patience);
  }
};

async function faultOf(response: Response): Promise<Fault> {
  const fallback = { type: 'about:blank', title: response.statusText, status: response.status, detail: '' };
  const said: unknown = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: 'problem',
    problem: isProblem(said) ? said : fallback,
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && 'type' in said && 'status' in said && 'detail' in said;
}

/** A fault that time alone can heal: nobody there, too many at once, or the server's own trouble. */
export function isPassing(fault: Fault): boolean {
  return fault.kind === 'unreachable' || fault.problem.status >= 500 || [408, 425, 429].includes(fault.problem.status);
}
