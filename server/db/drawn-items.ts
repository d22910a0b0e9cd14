import 'server-only';
import { z } from 'zod';
import { questionId } from '@/model/question';
import { getDb, hasCode } from './client';
import { refuseLostLearner } from './learners';

const drawnItem = z.object({ questionId, digest: z.string(), drawnAt: z.date() });
export type DrawnItem = z.infer<typeof drawnItem>;

/** False where this learner has had the item already, under this id or as another seed's. */
export async function addDrawnItem(userId: string, item: DrawnItem): Promise<boolean> {
  const db = await getDb();
  try {
    await db.drawnItem.create({ data: { userId, ...item } });
    return true;
  } catch (error) {
    if (hasCode(error) && error.code === 'P2002') return false;
    return refuseLostLearner(error);
  }
}

export async function hasDrawnItem(userId: string, questionId: string): Promise<boolean> {
  const db = await getDb();
  return (await db.drawnItem.findUnique({ where: { userId_questionId: { userId, questionId } } })) !== null;
}

/** Digests of what begins so among a learner's items. */
export async function listDigests(userId: string): Promise<string[]> {
  const db = await getDb();
  const rows = await db.drawnItem.findMany({ where: { userId }, select: { digest: true } });
  return rows.map(({ digest }) => digest);
}

/** Oldest first. */
export async function listDrawnItems(userId: string): Promise<DrawnItem[]> {
  const db = await getDb();
  const rows = await db.drawnItem.findMany({ where: { userId }, orderBy: [{ drawnAt: 'asc' }, { questionId: 'asc' }] });
  return z.array(drawnItem).parse(rows);
}
