import 'server-only';
import type { z } from 'zod';
import { Refusal } from '@/model/problem';
import { findVisitor, type Learner, type Visit } from '@/server/auth/learner';
import { refuseOtherOrigins, refuseStrangeHost } from './guard';
import type { Operation } from './operations/operation';
import { parseBody, parseQuery, type Wish } from './parse';
import { problemResponse, refusalOf } from './problem-document';
import { addressOf, countRequest } from './rate-limit';
import { localeOf } from './reader-locale';
import { withCookies } from './reply';

/** A request that passed every check of its operation. */
export interface Call<Of extends Operation> {
  readonly request: Request;
  readonly body: Of extends { body: infer Schema extends z.ZodType } ? z.output<Schema> : undefined;
  readonly query: Of extends { query: infer Schema extends z.ZodType } ? z.output<Schema> : undefined;
  readonly learner: Of extends { learner: 'account' | 'must' } ? Learner : Learner | null;
  readonly receivedAt: Date;
}

type Handler = (request: Request) => Promise<Response>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** What a route file exports: its own methods, and a problem document for every other. */
export function route(handlers: Partial<Record<Method, Handler>>): Readonly<Record<Method | 'OPTIONS', Handler>> {
  const allowed = METHODS.filter((method) => handlers[method]).join(', ');
  const refuse: Handler = async (request) =>
    problemResponse(
      new Refusal('method-not-allowed', { values: { method: request.method, allowed }, headers: { Allow: allowed } }),
      localeOf(request),
    );
  const options: Handler = async () => new Response(null, { status: 204, headers: { Allow: `${allowed}, OPTIONS` } });
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  return { GET, POST, PUT, PATCH, DELETE, OPTIONS: options };
}

/** The one way in: guards, parses and finds the learner as the operation says; turns whatever is thrown into a problem. */
export function handle<Of extends Operation>(operation: Of, work: (call: Call<Of>) => Promise<Response>): Handler {
  return async (request) => {
    const receivedAt = new Date();
    const wish: Wish = { locale: undefined };
    try {
      refuseStrangeHost(request);
      if (operation.method !== 'GET') refuseOtherOrigins(request);
      const query = operation.query && parseQuery(operation.query, request, wish);
      const body = operation.body && (await parseBody(operation.body, request, wish));
      const { learner, cookies } = await visitOf(operation, request);
      if (operation.limit) await countRequest(operation.limit, learner?.id ?? addressOf(request));
      // The schemas of the operation have just made these what Call says they are.
      const call = { request, body, query, learner, receivedAt } as Call<Of>;
      return withCookies(await work(call), cookies);
    } catch (error) {
      return problemResponse(refusalOf(error), localeOf(request, wish.locale));
    }
  };
}

async function visitOf({ learner: needs }: Operation, request: Request): Promise<Visit> {
  if (needs === 'no') return { learner: null, cookies: [] };
  const visit = await findVisitor(request);
  if (needs === 'must' && visit.learner === null) throw new Refusal('no-session');
  if (needs === 'account' && visit.learner?.isAnonymous !== false) throw new Refusal('not-signed-in');
  return visit;
}
