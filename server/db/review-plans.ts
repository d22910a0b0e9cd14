import 'server-only';
import { getDb } from './client';
import { refuseLostLearner } from './learners';

export interface StoredPlan {
  readonly userId: string;
  readonly interviewOn: string | null;
  readonly dailyLength: number;
  readonly chosenAt: Date;
}

/** Of all plans of a learner the one chosen last stays, in whatever order they arrive. */
export async function keepLatestPlan(made: StoredPlan): Promise<void> {
  const db = await getDb();
  const { userId, chosenAt } = made;
  await db.reviewPlan
    // Changes nothing, yet must not be empty: see addAttempt.
    .upsert({ where: { userId }, create: made, update: { userId } })
    .catch((error: unknown) => refuseLostLearner(error));
  await db.reviewPlan.updateMany({ where: { userId, chosenAt: { lt: chosenAt } }, data: made });
}

export async function findPlan(userId: string): Promise<StoredPlan | null> {
  const db = await getDb();
  return db.reviewPlan.findUnique({ where: { userId } });
}
