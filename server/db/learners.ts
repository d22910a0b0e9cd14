import 'server-only';
import { Refusal } from '@/model/problem';
import { getDb, hasCode } from './client';

export interface LearnerRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isAnonymous: boolean | null;
  readonly createdAt: Date;
}

export async function findLearner(id: string): Promise<LearnerRecord | null> {
  const db = await getDb();
  const select = { id: true, name: true, email: true, isAnonymous: true, createdAt: true };
  return db.user.findUnique({ where: { id }, select });
}

/** Takes sessions, attempts and everything else of the learner along. Harmless when there is none. */
export async function deleteLearner(id: string): Promise<void> {
  const db = await getDb();
  await db.user.deleteMany({ where: { id } });
}

/** Gives everything of one learner to another, all or nothing. What the other has already (a section read) stays theirs. */
export async function moveLearning(fromId: string, toId: string): Promise<void> {
  const db = await getDb();
  await db.$transaction(async (tx) => {
    const from = { userId: fromId };
    const to = { userId: toId };
    await tx.attempt.updateMany({ where: from, data: to });
    const read = await tx.sectionRead.findMany({ where: to, select: { chapter: true, section: true } });
    if (read.length > 0) await tx.sectionRead.deleteMany({ where: { ...from, OR: read } });
    await tx.sectionRead.updateMany({ where: from, data: to });
    const tried = await tx.simulatorTry.findMany({ where: to, select: { scenario: true } });
    const scenario = { in: tried.map((row) => row.scenario) };
    if (tried.length > 0) await tx.simulatorTry.deleteMany({ where: { ...from, scenario } });
    await tx.simulatorTry.updateMany({ where: from, data: to });
  });
}

/** A row for a learner who was deleted in the meantime breaks its foreign key: they have no session any more. */
export function refuseLostLearner(error: unknown): never {
  if (hasCode(error) && error.code === 'P2003') throw new Refusal('no-session', { cause: error });
  throw error;
}
