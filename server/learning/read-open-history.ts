import 'server-only';
import type { Locale } from '@/model/attempt';
import { type OpenHistoryPage, openHistoryPage } from '@/model/open-question';
import type { Learner } from '@/server/auth/learner';
import { openBank } from '@/server/content/open-questions';
import { listOpenAnswers } from '@/server/db/open-answers';
import { formatCursor, parseCursor } from './history-cursor';

interface Wanted {
  readonly before?: string;
  readonly limit: number;
  readonly locale: Locale;
}

/** One page of the answers to open questions, newest first. Refusal 'invalid-query' when `before` is none of ours. */
export async function readOpenHistory(learner: Learner | null, wanted: Wanted): Promise<OpenHistoryPage> {
  const before = wanted.before === undefined ? null : parseCursor(wanted.before);
  if (learner === null) return { items: [], next: null };
  const [bank, answers] = await Promise.all([openBank(), listOpenAnswers(learner.id, before, wanted.limit + 1)]);
  const shown = answers.slice(0, wanted.limit);
  const last = shown.at(-1);
  return openHistoryPage.parse({
    items: shown.map(({ userId: _, questionRevision, answeredAt, assessedAt, receivedAt, locale: __, ...answer }) => {
      const file = bank.get(answer.questionId);
      return {
        ...answer,
        revision: questionRevision,
        chapter: file?.chapter ?? null,
        section: file?.section ?? null,
        prompt: file?.prompt[wanted.locale] ?? null,
        answeredAt: answeredAt.toISOString(),
        assessedAt: assessedAt?.toISOString() ?? null,
        receivedAt: receivedAt.toISOString(),
      };
    }),
    next: last && answers.length > shown.length ? formatCursor(last) : null,
  });
}
