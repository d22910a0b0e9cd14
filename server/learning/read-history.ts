import 'server-only';
import { type HistoryItem, type HistoryPage, historyPage, type Locale } from '@/model/attempt';
import type { Response } from '@/model/question';
import type { Learner } from '@/server/auth/learner';
import { questionBank } from '@/server/content/questions';
import { type Attempt, listAttempts } from '@/server/db/attempts';
import type { ProvenQuestion } from '@/server/grading/answer-key';
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
    answer: sayResponse(attempt.response, question, locale),
    correct,
    score,
    confidence,
    answeredAt: answeredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
  };
}

/** The answer as a reader would say it; what the question no longer has is said by its id. */
function sayResponse(response: Response, question: ProvenQuestion | undefined, locale: Locale): string {
  const texts = new Map<string, string>();
  for (const part of question ? partsOf(question) : []) texts.set(part.id, part.text[locale]);
  const say = (id: string) => texts.get(id) ?? id;
  const separator = locale === 'zh' ? '；' : '; ';
  switch (response.kind) {
    case 'one':
    case 'predict':
      return say(response.option);
    case 'several':
      return response.options.map(say).join(separator);
    case 'order':
      return response.items.map((id, index) => `${index + 1}. ${say(id)}`).join(separator);
    case 'match':
      return response.pairs.map(([left, right]) => `${say(left)} → ${say(right)}`).join(separator);
    case 'number':
      return question?.file.kind === 'number' ? `${response.value} ${question.file.unit}` : String(response.value);
  }
}

function partsOf({ file }: ProvenQuestion) {
  switch (file.kind) {
    case 'one':
    case 'several':
    case 'predict':
      return file.options;
    case 'order':
      return file.items;
    case 'match':
      return [...file.left, ...file.right];
    case 'number':
      return [];
  }
}
