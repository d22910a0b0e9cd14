import type { Locale } from '@/model/attempt';
import { fetchKeys, fetchLog, fetchPicture, fetchQuestions, fetchTold } from './load-review';
import { keepPage } from './page-keeper';
import { type Taken, writeTaken } from './review-database';
import type { ReviewQuestion } from './review-question';

export type TakeResult =
  /** `page`: whether the page itself opens without a network. */
  | { readonly ok: true; readonly taken: Taken; readonly page: boolean }
  | { readonly ok: false; readonly why: 'unreachable' | 'storage' };

/** Fetches all that reviews without a network need, and keeps it in this browser: everything or nothing. */
export async function takeAlong(locale: Locale): Promise<TakeResult> {
  const questions = await fetchQuestions(locale);
  const open = questions?.filter(({ kind }) => kind === 'open').map(({ id }) => id) ?? [];
  const [log, told, keys, pictures] = await Promise.all([
    fetchLog(),
    fetchTold(),
    fetchKeys(open, locale),
    fetchPictures(questions ?? [], locale),
  ]);
  if (!questions || !log || !told || !keys || !pictures) return { ok: false, why: 'unreachable' };
  const taken = { takenAt: new Date().toISOString(), questions, log, told, keys, pictures };
  try {
    await writeTaken(locale, taken);
  } catch {
    return { ok: false, why: 'storage' };
  }
  return { ok: true, taken, page: await keepPage(locale) };
}

async function fetchPictures(
  questions: readonly ReviewQuestion[],
  locale: Locale,
): Promise<Readonly<Record<string, string>> | null> {
  const pictures: Record<string, string> = {};
  for (const { id } of questions.filter((question) => 'figure' in question && question.figure)) {
    const picture = await fetchPicture(id, locale);
    if (picture === null) return null;
    pictures[id] = picture;
  }
  return pictures;
}
