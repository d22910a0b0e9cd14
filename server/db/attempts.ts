import 'server-only';
import { z } from 'zod';
import { locale, optionFeedback } from '@/model/attempt';
import { confidence, questionId, response } from '@/model/question';
import { getDb } from './client';
import { type HistoryCursor, historyPageOf } from './history-page';
import { refuseLostLearner } from './learners';

/** What was said to an answer. It is kept, so that a retry hears the same even after the question has changed. */
const verdict = z.strictObject({
  feedback: z.array(optionFeedback),
  explanation: z.string(),
  solution: response,
  sources: z.array(z.string()).default([]),
});

const attempt = z.object({
  id: z.string(),
  userId: z.string(),
  questionId,
  questionRevision: z.number(),
  engineVersion: z.string(),
  locale,
  response,
  correct: z.boolean(),
  score: z.number(),
  verdict,
  misconceptions: z.array(z.number()),
  confidence: confidence.nullable(),
  answeredAt: z.date(),
  receivedAt: z.date(),
});
export type Attempt = z.infer<typeof attempt>;

export async function findAttempt(id: string): Promise<Attempt | null> {
  const db = await getDb();
  const row = await db.attempt.findUnique({ where: { id } });
  return row && attempt.parse(row);
}

/** Stores an attempt unless one of this id is there, and gives back the one that is stored, which may be another's. */
export async function addAttempt(made: Attempt): Promise<Attempt> {
  const db = await getDb();
  const { id, verdict } = made;
  const row = await db.attempt
    // An update that changes nothing. Were it empty, Prisma would not send one INSERT … ON CONFLICT but look first and
    // insert then, and of two at once one would fail.
    .upsert({ where: { id }, create: { ...made, verdict: asJson(verdict) }, update: { id } })
    .catch((error: unknown) => refuseLostLearner(error));
  return attempt.parse(row);
}

/** A verdict is plain data; a scenario in it has a type that does not say so. */
function asJson({ feedback, ...rest }: Attempt['verdict']) {
  return { ...rest, feedback: feedback.map((each) => ({ ...each, expected: each.expected as object | undefined })) };
}

/** Newest first; at most `limit`, all when it is absent. */
export async function listAttempts(userId: string, before: HistoryCursor | null, limit?: number): Promise<Attempt[]> {
  const db = await getDb();
  const rows = await db.attempt.findMany(historyPageOf(userId, before, limit));
  return z.array(attempt).parse(rows);
}

export interface Outcome {
  readonly id: string;
  readonly questionId: string;
  readonly correct: boolean;
  readonly score: number;
  readonly confidence: string | null;
  readonly answeredAt: Date;
}

/** Every answer without its words, oldest first. */
export async function listOutcomes(userId: string): Promise<Outcome[]> {
  const db = await getDb();
  return db.attempt.findMany({
    where: { userId },
    select: { id: true, questionId: true, correct: true, score: true, confidence: true, answeredAt: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
}

export async function hasAnswered(userId: string, questionId: string): Promise<boolean> {
  const db = await getDb();
  return (await db.attempt.findFirst({ where: { userId, questionId }, select: { id: true } })) !== null;
}
