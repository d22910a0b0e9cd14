import 'server-only';
import { z } from 'zod';
import { answeredHow, locale } from '@/model/attempt';
import { confidence, questionId } from '@/model/question';
import { getDb } from './client';
import { type HistoryCursor, historyPageOf } from './history-page';
import { refuseLostLearner } from './learners';

const openAnswer = z.object({
  id: z.string(),
  userId: z.string(),
  questionId,
  questionRevision: z.number(),
  locale,
  how: answeredHow,
  text: z.string(),
  confidence: confidence.nullable(),
  answeredAt: z.date(),
  receivedAt: z.date(),
  met: z.array(z.string()).nullable(),
  score: z.number().nullable(),
  assessedAt: z.date().nullable(),
});
export type OpenAnswer = z.infer<typeof openAnswer>;

/** What a learner found of an answer. */
export type Assessment = Pick<OpenAnswer, 'met' | 'score' | 'assessedAt'> & { readonly met: readonly string[] };

export async function findOpenAnswer(id: string): Promise<OpenAnswer | null> {
  const db = await getDb();
  const row = await db.openAnswer.findUnique({ where: { id } });
  return row && openAnswer.parse(row);
}

/** Stores an answer unless one of this id is there, and gives back the one that is stored, which may be another's. */
export async function addOpenAnswer(made: OpenAnswer): Promise<OpenAnswer> {
  const db = await getDb();
  const { id, met, ...rest } = made;
  const create = { id, ...rest, ...(met && { met }) };
  const row = await db.openAnswer
    // Changes nothing, yet must not be empty: see addAttempt.
    .upsert({ where: { id }, create, update: { id } })
    .catch((error: unknown) => refuseLostLearner(error));
  return openAnswer.parse(row);
}

/** The first assessment of an answer stays. */
export async function assessOnce(id: string, { met, score, assessedAt }: Assessment): Promise<void> {
  const db = await getDb();
  await db.openAnswer.updateMany({ where: { id, assessedAt: null }, data: { met: [...met], score, assessedAt } });
}

/** Newest first; at most `limit`, all when it is absent. */
export async function listOpenAnswers(
  userId: string,
  before: HistoryCursor | null,
  limit?: number,
): Promise<OpenAnswer[]> {
  const db = await getDb();
  const rows = await db.openAnswer.findMany(historyPageOf(userId, before, limit));
  return z.array(openAnswer).parse(rows);
}

export interface OpenOutcome {
  readonly id: string;
  readonly questionId: string;
  readonly score: number | null;
  readonly confidence: string | null;
  readonly answeredAt: Date;
}

/** Every answer without its words, oldest first. */
export async function listOpenOutcomes(userId: string): Promise<OpenOutcome[]> {
  const db = await getDb();
  return db.openAnswer.findMany({
    where: { userId },
    select: { id: true, questionId: true, score: true, confidence: true, answeredAt: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
}
