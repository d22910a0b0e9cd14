import 'server-only';
import { Refusal } from '@/model/problem';
import { type Db, getDb, hasCode } from './client';

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
  // Links sent by mail refer to nobody by key; the value of each begins with whom it is for.
  await db.verification.deleteMany({ where: { value: { startsWith: id } } });
  await db.user.deleteMany({ where: { id } });
}

const TRIES = 5;

/**
 * Gives everything of an anonymous learner to an account and deletes the anonymous one, all or nothing. Of what both have
 * done (a section read, a simulator tried) the earlier stays. Harmless when it has been done already.
 */
export async function moveLearning(fromId: string, toId: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await moveAtOnce(fromId, toId);
    } catch (error) {
      // The account read a section between our look and our write: look again.
      if (tries === TRIES || !hasCode(error) || error.code !== 'P2002') throw error;
    }
  }
}

async function moveAtOnce(fromId: string, toId: string): Promise<void> {
  const db = await getDb();
  await db.$transaction(async (tx) => {
    // Changing a unique column locks the row on PostgreSQL against new rows that refer to it, until they find it gone; on
    // SQLite the first write locks everything. So nothing can be added to this learner after we have looked.
    const email = `${fromId}@moved.invalid`;
    const { count } = await tx.user.updateMany({ where: { id: fromId, isAnonymous: true }, data: { email } });
    if (count === 0) return;
    // Two browsers that move to one account wait for each other here.
    const { count: found } = await tx.user.updateMany({ where: { id: toId }, data: { updatedAt: new Date() } });
    if (found === 0) throw new Refusal('no-session');
    const [from, to] = [{ userId: fromId }, { userId: toId }];
    await tx.attempt.updateMany({ where: from, data: to });
    await tx.openAnswer.updateMany({ where: from, data: to });
    await moveReadings(tx, from, to);
    await moveTries(tx, from, to);
    await moveDrawnItems(tx, from, to);
    await movePlan(tx, fromId, toId);
    await tx.user.delete({ where: { id: fromId } });
  });
}

async function moveReadings(tx: Transaction, from: Owner, to: Owner): Promise<void> {
  const [moved, kept] = [await tx.sectionRead.findMany({ where: from }), await tx.sectionRead.findMany({ where: to })];
  const later = laterOfTwo(moved, kept, ({ chapter, section, readAt }) => [`${chapter}#${section}`, readAt]);
  await tx.sectionRead.deleteMany({ where: { id: { in: later } } });
  await tx.sectionRead.updateMany({ where: from, data: to });
}

/** Of two plans the one chosen later stays. */
async function movePlan(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const moved = await tx.reviewPlan.findUnique({ where: { userId: fromId } });
  if (moved === null) return;
  const kept = await tx.reviewPlan.findUnique({ where: { userId: toId } });
  if (kept && kept.chosenAt >= moved.chosenAt) return;
  const data = { ...moved, userId: toId };
  await tx.reviewPlan.upsert({ where: { userId: toId }, create: data, update: data });
}

async function moveTries(tx: Transaction, from: Owner, to: Owner): Promise<void> {
  const [moved, kept] = [
    await tx.simulatorTry.findMany({ where: from }),
    await tx.simulatorTry.findMany({ where: to }),
  ];
  const later = laterOfTwo(moved, kept, ({ scenario, triedAt }) => [scenario, triedAt]);
  await tx.simulatorTry.deleteMany({ where: { id: { in: later } } });
  await tx.simulatorTry.updateMany({ where: from, data: to });
}

/** What both were given stays answerable under either id; its digest need be known only once. */
async function moveDrawnItems(tx: Transaction, from: Owner, to: Owner): Promise<void> {
  const known = await tx.drawnItem.findMany({ where: to });
  await tx.drawnItem.deleteMany({ where: { ...from, questionId: { in: known.map(({ questionId }) => questionId) } } });
  const twice = await tx.drawnItem.findMany({ where: { ...from, digest: { in: known.map(({ digest }) => digest) } } });
  for (const { userId, questionId } of twice) {
    await tx.drawnItem.update({
      where: { userId_questionId: { userId, questionId } },
      data: { digest: questionId },
    });
  }
  await tx.drawnItem.updateMany({ where: from, data: to });
}

interface Owner {
  readonly userId: string;
}
type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0];

/** Ids of the rows that must go, where both lists say that the same was done. Of two at the same time ours stays. */
function laterOfTwo<Row extends { readonly id: string }>(
  theirs: readonly Row[],
  ours: readonly Row[],
  read: (row: Row) => readonly [what: string, at: Date],
): string[] {
  const known = new Map(ours.map((row) => [read(row)[0], row]));
  return theirs.flatMap((row) => {
    const [what, at] = read(row);
    const own = known.get(what);
    if (own === undefined) return [];
    return [at < read(own)[1] ? own.id : row.id];
  });
}

/** A row for a learner who was deleted in the meantime breaks its foreign key: they have no session any more. */
export function refuseLostLearner(error: unknown): never {
  if (hasCode(error) && error.code === 'P2003') throw new Refusal('no-session', { cause: error });
  throw error;
}
