import 'server-only';
import { z } from 'zod';
import { locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import { getDb, hasCode } from './client';
import { refuseLostLearner } from './learners';

const reading = z.object({
  id: z.string(),
  userId: z.string(),
  chapter: z.string(),
  section: z.string(),
  locale,
  readAt: z.date(),
  receivedAt: z.date(),
});
export type Reading = z.infer<typeof reading>;

/** A section is read once: later readings change nothing. An id that stands for another's reading is refused. */
export async function addReading(made: Reading): Promise<void> {
  const db = await getDb();
  const known = await db.sectionRead.findUnique({ where: { id: made.id }, select: { userId: true } });
  if (known !== null) {
    if (known.userId !== made.userId) throw new Refusal('id-taken');
    return;
  }
  const { userId, chapter, section } = made;
  await db.sectionRead
    // Changes nothing, yet must not be empty: see addAttempt.
    .upsert({ where: { userId_chapter_section: { userId, chapter, section } }, create: made, update: { userId } })
    .catch((error: unknown) => {
      // The id was taken since we looked: by one's own request that came at the same time, or by another's.
      if (hasCode(error) && error.code === 'P2002') return addReading(made);
      return refuseLostLearner(error);
    });
}

/** Oldest first. */
export async function listReadings(userId: string): Promise<Reading[]> {
  const db = await getDb();
  const rows = await db.sectionRead.findMany({ where: { userId }, orderBy: [{ readAt: 'asc' }, { id: 'asc' }] });
  return z.array(reading).parse(rows);
}
