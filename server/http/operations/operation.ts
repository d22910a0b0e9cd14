import 'server-only';
import type { z } from 'zod';
import type { ProblemSlug } from '@/model/problem';
import type { Limit } from '../rate-limit';

/** One method at one address: what it takes, what it gives, how it says no. Handlers, tests and OpenAPI all read this. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  /**
   * 'account': 401 unless somebody is signed in. 'must': 401 without a learner's cookie. 'may': without one the answer is
   * an empty one. 'no': nobody is asked for.
   */
  readonly learner: 'account' | 'must' | 'may' | 'no';
  readonly limit?: Limit;
  /** Status → what the body holds, and its schema (null: no body). */
  readonly replies: Readonly<
    Record<
      number,
      /** JSON unless `type` says otherwise. */
      { readonly says: string; readonly schema: z.ZodType | null; readonly type?: string }
    >
  >;
  readonly problems: readonly ProblemSlug[];
}

/** Keeps the exact type, from which the type of a handler's argument follows. */
export function operation<const Made extends Operation>(made: Made): Made {
  return made;
}

export const ANY: readonly ProblemSlug[] = ['host-not-trusted', 'server-fault', 'database-unavailable'];
export const WRITE: readonly ProblemSlug[] = [...ANY, 'cross-origin', 'too-many-requests'];
export const BODY: readonly ProblemSlug[] = [...WRITE, 'malformed-json', 'body-too-large', 'not-json', 'invalid-body'];
export const RETRY = 'The id is made by the client: sending the same again, after a lost answer, changes nothing.';
