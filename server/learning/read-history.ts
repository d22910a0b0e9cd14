import 'server-only';
import { type HistoryItem, type HistoryPage, historyPage, type Locale } from '@/model/attempt';
import { sayAnswer } from '@/model/say-answer';
import type { Learner } from '@/server/auth/learner';
import { questionBank } from '@/server/content/questions';
import { type Attempt, listAttempts } from '@/server/db/attempts';
import type { ProvenQuestion } from '@/server/grading/answer-key';
import { toPublicQuestion } from '@/server/grading/to-public-question';
import { anyQuestion } from './find-question';
import { formatCursor, parseCursor } from './history-cursor';

interface Wanted {
  readonly before?: string;
  readonly limit: number;
  readonly locale: Locale;
}

/** One page of the answers given, newest first. Refusal 'invalid-query' when `before` is none of ours. */
export async function readHistory(learner: Learner | null, wanted: Wanted): Promise<HistoryPage> {
  const before = wanted.before === undefined ? null : parseCursor(wanted.before);
  if (learner === null) return { items: [], next: null };
  const bank = await questionBank();
  // One more than is shown tells whether there is a next page.
  const attempts = await listAttempts(learner.id, before, wanted.limit + 1);
  const shown = attempts.slice(0, wanted.limit);
  const last = shown.at(-1);
  return historyPage.parse({
    items: shown.map((attempt) => historyItem(attempt, anyQuestion(bank, attempt.questionId), wanted.locale)),
    next: last && attempts.length > shown.length ? formatCursor(last) : null,
  });
}

function historyItem(attempt: Attempt, question: ProvenQuestion | undefined, locale: Locale): HistoryItem {
  const { id, questionId, questionRevision, correct, score, confidence, answeredAt, receivedAt } = attempt;
  const place = question?.file.asked === 'chapter' ? question.file : null;
  return {
    id,
    questionId,
    revision: questionRevision,
    chapter: place?.chapter ?? null,
    section: place?.section ?? null,
    prompt: question?.file.prompt[locale] ?? null,
    answer: sayAnswer(question ? toPublicQuestion(question.file, locale) : null, attempt.response, locale),
    correct,
    score,
    confidence,
    answeredAt: answeredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
  };
}
