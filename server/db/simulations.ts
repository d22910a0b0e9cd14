import 'server-only';
import { z } from 'zod';
import { locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import { getDb, hasCode } from './client';
import { refuseLostLearner } from './learners';

const simulation = z.object({
  id: z.string(),
  userId: z.string(),
  scenario: z.string(),
  chapter: z.string().nullable(),
  locale,
  triedAt: z.date(),
  receivedAt: z.date(),
});
export type Simulation = z.infer<typeof simulation>;

/** A simulator is tried once: later tries change nothing. An id that stands for another's try is refused. */
export async function addSimulation(made: Simulation): Promise<void> {
  const db = await getDb();
  const known = await db.simulatorTry.findUnique({ where: { id: made.id }, select: { userId: true } });
  if (known !== null) {
    if (known.userId !== made.userId) throw new Refusal('id-taken');
    return;
  }
  const { userId, scenario } = made;
  await db.simulatorTry
    // Changes nothing, yet must not be empty: see addAttempt.
    .upsert({ where: { userId_scenario: { userId, scenario } }, create: made, update: { userId } })
    .catch((error: unknown) => {
      // The id was taken since we looked: by one's own request that came at the same time, or by another's.
      if (hasCode(error) && error.code === 'P2002') return addSimulation(made);
      return refuseLostLearner(error);
    });
}

/** Oldest first. */
export async function listSimulations(userId: string): Promise<Simulation[]> {
  const db = await getDb();
  const rows = await db.simulatorTry.findMany({ where: { userId }, orderBy: [{ triedAt: 'asc' }, { id: 'asc' }] });
  return z.array(simulation).parse(rows);
}
