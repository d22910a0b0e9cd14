import 'server-only';
import { createTranslator } from 'use-intl/core';
import en from '@/content/en/words/problems.json';
import zh from '@/content/zh/words/problems.json';
import type { Locale, Problem } from '@/model/attempt';
import { PROBLEMS, type ProblemSlug, Refusal } from '@/model/problem';

const WORDS = { en, zh };

/** The words of a refusal in one language, as RFC 9457 wants them. */
function problemDocument({ slug, details }: Refusal, locale: Locale): Problem {
  const words: Readonly<Record<ProblemSlug, { title: string; detail: string }>> = WORDS[locale];
  const say = createTranslator({ locale, messages: words[slug] });
  return {
    type: `/problems/${slug}`,
    title: say('title'),
    status: PROBLEMS[slug],
    detail: say('detail', details.values),
    ...(details.errors && { errors: [...details.errors] }),
  };
}

/** A problem document as an answer. Nobody may keep it: the next try may go well. */
export function problemResponse(refusal: Refusal, locale: Locale): Response {
  return Response.json(problemDocument(refusal, locale), {
    status: PROBLEMS[refusal.slug],
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': locale === 'zh' ? 'zh-CN' : 'en',
      'Cache-Control': 'no-store',
      ...refusal.details.headers,
    },
  });
}

/** Logs what is our fault; whoever asked learns no more than that it is. */
export function refusalOf(error: unknown): Refusal {
  const refusal = error instanceof Refusal ? error : new Refusal('server-fault', { cause: error });
  if (PROBLEMS[refusal.slug] >= 500) console.error(refusal);
  return refusal;
}
