import 'server-only';
import { z } from 'zod';
import { type HistoryItem, type HistoryPage, historyPage, type Locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import type { Response } from '@/model/question';
import type { Learner } from '@/server/auth/learner';
import { questionBank } from '@/server/content/questions';
import { type Attempt, type HistoryCursor, listAttempts } from '@/server/db/attempts';
import type { ProvenQuestion } from '@/server/grading/answer-key';

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
    items: shown.map((attempt) => historyItem(attempt, bank.get(attempt.questionId), wanted.locale)),
    next: last && attempts.length > shown.length ? formatCursor(last) : null,
  });
}

function historyItem(attempt: Attempt, question: ProvenQuestion | undefined, locale: Locale): HistoryItem {
  const { id, questionId, questionRevision, correct, score, answeredAt, receivedAt } = attempt;
  return {
    id,
    questionId,
    revision: questionRevision,
    chapter: question?.file.chapter ?? null,
    section: question?.file.section ?? null,
    prompt: question?.file.prompt[locale] ?? null,
    answer: sayResponse(attempt.response, question, locale),
    correct,
    score,
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

/** The last moment that every database can write down. */
const LATEST = Date.UTC(9999, 0, 1);
const cursor = z.tuple([z.coerce.number().int().min(0).max(LATEST), z.uuid()]);

/** The place after an attempt. Opaque to the client; it holds nothing secret. */
function formatCursor({ answeredAt, id }: Attempt): string {
  return Buffer.from(`${answeredAt.getTime()}/${id}`).toString('base64url');
}

function parseCursor(text: string): HistoryCursor {
  const parsed = cursor.safeParse(Buffer.from(text, 'base64url').toString('utf8').split('/'));
  if (parsed.success) return { answeredAt: new Date(parsed.data[0]), id: parsed.data[1] };
  throw new Refusal('invalid-query', { errors: [{ path: 'before', message: '`next` of a page of this history' }] });
}
