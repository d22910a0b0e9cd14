import { call } from '@/components/client/call';
import { hasLearner } from '@/components/client/session';
import type { Locale } from '@/model/attempt';
import type { OpenKey } from '@/model/open-question';
import type { GradedAnswer, ReviewLog } from '@/model/review';
import { readTaken, type Taken, writeTaken } from './review-database';
import type { ReviewQuestion } from './review-question';

export interface Review {
  readonly questions: readonly ReviewQuestion[];
  readonly log: ReviewLog;
  /** Null where nothing was taken along. */
  readonly taken: Taken | null;
  /** Whether the server has said it just now; else it is what was taken along. */
  readonly fresh: boolean;
}

const NOTHING: ReviewLog = { plan: null, answers: [] };

/** The questions and the answers to them: from the server, else what was taken along; null where there is neither. */
export async function loadReview(locale: Locale): Promise<Review | null> {
  const [taken, questions, log] = await Promise.all([readTaken(locale), fetchQuestions(locale), fetchLog()]);
  const asked = questions ?? taken?.questions;
  if (asked === undefined) return null;
  // What was taken along grows with what is learnt from the server; the model answers stay as they were taken.
  const grown = taken && { ...taken, questions: asked, log: log ?? taken.log };
  if (grown && log) await writeTaken(locale, grown).catch(() => undefined);
  return {
    questions: asked,
    log: log ?? taken?.log ?? NOTHING,
    taken: grown,
    fresh: log !== null && questions !== null,
  };
}

/** Null when the server cannot be asked. Who has no learner has no answers, and is not made one by looking. */
export async function fetchLog(): Promise<ReviewLog | null> {
  if (!hasLearner()) return NOTHING;
  const reply = await call('GET', '/api/me/review');
  return reply.ok && isLog(reply.body) ? reply.body : null;
}

export async function fetchQuestions(locale: Locale): Promise<readonly ReviewQuestion[] | null> {
  const reply = await call('GET', `/${locale}/interview/review/questions.json`);
  return reply.ok && isList<ReviewQuestion, 'questions'>(reply.body, 'questions') ? reply.body.questions : null;
}

export async function fetchTold(): Promise<readonly GradedAnswer[] | null> {
  if (!hasLearner()) return [];
  const reply = await call('GET', '/api/me/graded-answers');
  return reply.ok && isList<GradedAnswer, 'answers'>(reply.body, 'answers') ? reply.body.answers : null;
}

/** As many as are asked for in one address. */
const KEYS_AT_ONCE = 60;

/** The model answers to open questions; null when one request fails. */
export async function fetchKeys(ids: readonly string[], locale: Locale): Promise<readonly OpenKey[] | null> {
  const keys: OpenKey[] = [];
  for (let from = 0; from < ids.length; from += KEYS_AT_ONCE) {
    const query = new URLSearchParams({ ids: ids.slice(from, from + KEYS_AT_ONCE).join(','), locale });
    const reply = await call('GET', `/api/open-keys?${query}`);
    if (!reply.ok || !isList<OpenKey, 'keys'>(reply.body, 'keys')) return null;
    keys.push(...reply.body.keys);
  }
  return keys;
}

/** The picture of a question as HTML, from a page that holds nothing else; null when it cannot be had. */
export async function fetchPicture(questionId: string, locale: Locale): Promise<string | null> {
  try {
    const response = await fetch(`/${locale}/interview/review/figures/${questionId}`);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.querySelector('figure')?.outerHTML ?? null;
  } catch {
    return null;
  }
}

function isLog(body: unknown): body is ReviewLog {
  return typeof body === 'object' && body !== null && 'plan' in body && isList<unknown, 'answers'>(body, 'answers');
}

function isList<T, Name extends string>(body: unknown, name: Name): body is Record<Name, readonly T[]> {
  return typeof body === 'object' && body !== null && Array.isArray(Reflect.get(body, name));
}
