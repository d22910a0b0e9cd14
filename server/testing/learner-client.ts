import 'server-only';
import { expect } from 'vitest';
import { problem } from '@/model/attempt';
import { OPERATIONS } from '@/server/http/operations';
import { type Method, ROUTES } from './routes';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly setCookies: readonly string[];
}

export interface Sending {
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent as it is, instead of the body as JSON. */
  readonly raw?: BodyInit;
}

/**
 * A browser as the API sees it, with a cookie jar, that calls the route handlers. Every answer is held against the
 * operation's description: a reply of the named schema, or a problem document of a kind that the operation names.
 */
export class LearnerClient {
  cookie = '';
  readonly origin: string;

  constructor(origin = 'http://127.0.0.1:3000') {
    this.origin = origin;
  }

  async send(method: Method, path: string, body?: unknown, { headers = {}, raw }: Sending = {}): Promise<Answer> {
    const url = new URL(path, this.origin);
    const handler = ROUTES.get(url.pathname)?.[method];
    if (!handler) throw new Error(`no route for ${method} ${path}`);
    const sent = new Headers({ host: url.host, 'accept-language': 'en' });
    if (method !== 'GET') sent.set('origin', this.origin);
    if (this.cookie) sent.set('cookie', this.cookie);
    if (body !== undefined || raw !== undefined) sent.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const init: RequestInit & { duplex: 'half' } = { method, headers: sent, body: payload, duplex: 'half' };
    return this.receive(method, url.pathname, await handler(new Request(url, init)));
  }

  private async receive(method: Method, path: string, response: Response): Promise<Answer> {
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) this.keepCookie(line);
    const text = await response.text();
    const isText = response.headers.get('content-type')?.startsWith('text/plain');
    const body = isText ? text : text === '' ? null : JSON.parse(text);
    checkAgainstDescription(method, path, response, body);
    return { status: response.status, headers: response.headers, body, setCookies };
  }

  private keepCookie(line: string): void {
    const [pair = ''] = line.split(';');
    const [name, value] = pair.split('=');
    const others = this.cookie.split('; ').filter((each) => each !== '' && !each.startsWith(`${name}=`));
    this.cookie = [...others, ...(value ? [pair] : [])].join('; ');
  }
}

function checkAgainstDescription(method: Method, path: string, response: Response, body: unknown): void {
  const operation = OPERATIONS.find((each) => each.method === method && each.path === path);
  const reply = operation?.replies[response.status];
  if (reply) {
    if (reply.schema === null) expect(body).toBeNull();
    else expect(reply.schema.parse(body)).toEqual(body);
    return;
  }
  if (method === 'OPTIONS') return;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const said = problem.parse(body);
  expect(said.status).toBe(response.status);
  const slug = said.type.replace('/problems/', '');
  expect(operation ? operation.problems : ['method-not-allowed', 'not-found']).toContain(slug);
}

/** A client that the server knows. */
export async function newLearner(origin?: string): Promise<LearnerClient> {
  const client = new LearnerClient(origin);
  const { status } = await client.send('POST', '/api/session');
  expect(status).toBe(200);
  return client;
}

/** A client that is signed in to a new account; `email` tells it from the others. */
export async function newAccount(email: string, client = new LearnerClient()): Promise<LearnerClient> {
  const body = { name: 'Ada', email, password: PASSWORD, locale: 'en' };
  expect((await client.send('POST', '/api/account/sign-up', body)).status).toBe(201);
  return client;
}

export const PASSWORD = 'correct horse';
