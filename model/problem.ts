/**
 * Every way in which the API says no: the slug is the last part of a problem document's `type` (/problems/<slug>),
 * the number its HTTP status. The words stand in content/<locale>/words/problems.json.
 */
export const PROBLEMS = {
  'malformed-json': 400,
  'invalid-query': 400,
  'no-session': 401,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'cross-origin': 403,
  'email-not-confirmed': 403,
  'password-needed': 403,
  'wrong-password': 403,
  'not-found': 404,
  'unknown-question': 404,
  'unknown-answer': 404,
  'unknown-section': 404,
  'unknown-kind': 404,
  'unknown-scenario': 404,
  'method-not-allowed': 405,
  'email-taken': 409,
  'id-taken': 409,
  'link-of-no-use': 409,
  'question-changed': 409,
  'not-answered': 409,
  'items-used-up': 409,
  'body-too-large': 413,
  'not-json': 415,
  'host-not-trusted': 421,
  'invalid-body': 422,
  'response-does-not-fit': 422,
  'too-many-requests': 429,
  'too-many-tries': 429,
  'server-fault': 500,
  'database-unavailable': 503,
} as const satisfies Record<string, number>;

export type ProblemSlug = keyof typeof PROBLEMS;

/** One fault and where in the body or the query it stands, e.g. `response.option`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

interface RefusalDetails {
  /** Fills the placeholders of the problem's words. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown anywhere on the server to end a request; `server/http` turns it into a problem document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly slug: ProblemSlug;
  readonly details: RefusalDetails;

  constructor(slug: ProblemSlug, details: RefusalDetails = {}) {
    super(slug, { cause: details.cause });
    this.slug = slug;
    this.details = details;
  }
}
