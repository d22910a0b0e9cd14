import { call } from '@/components/client/call';
import type { Locale } from '@/model/attempt';
import type { PublicOpenQuestion } from '@/model/open-question';
import type { PublicQuestion } from '@/model/question';

export type BankQuestion = PublicQuestion | PublicOpenQuestion;

/** What an interview needs of the book: the public half of its questions, and where things are told. */
export interface Bank {
  readonly questions: readonly BankQuestion[];
  readonly topics: Readonly<Record<string, string>>;
  readonly chapters: Readonly<
    Record<
      string,
      { readonly number: number; readonly title: string; readonly sections: Readonly<Record<string, string>> }
    >
  >;
  /** Titles of figures, by their scenario. */
  readonly figures: Readonly<Record<string, string>>;
  /** By chapter: the figures in it, in their order. */
  readonly figuresOf: Readonly<Record<string, readonly string[]>>;
}

/** Fetches it once an interview begins, not with the page. Null when the server cannot be reached. */
export async function loadBank(locale: Locale): Promise<Bank | null> {
  const reply = await call('GET', `/${locale}/interview/questions.json`);
  return reply.ok && isBank(reply.body) ? reply.body : null;
}

function isBank(body: unknown): body is Bank {
  return typeof body === 'object' && body !== null && 'questions' in body && Array.isArray(body.questions);
}
