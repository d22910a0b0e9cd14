import 'server-only';
import { getDb } from './client';

export interface Tries {
  readonly points: number;
  readonly expiresAt: Date;
}

/** Counts one try of `key` and tells how many there were since the first that still counts. Counting begins anew when that has expired. */
export async function countTry(key: string, now: Date, windowMs: number): Promise<Tries> {
  const db = await getDb();
  await db.throttle.deleteMany({ where: { key, expiresAt: { lte: now } } });
  const expiresAt = new Date(now.getTime() + windowMs);
  return db.throttle.upsert({
    where: { key },
    create: { key, points: 1, expiresAt },
    update: { points: { increment: 1 } },
    select: { points: true, expiresAt: true },
  });
}

export async function forgetTries(key: string): Promise<void> {
  const db = await getDb();
  await db.throttle.deleteMany({ where: { key } });
}

/** Removes what no longer counts or opens anything: tries, sessions, and links sent by mail. */
export async function removeExpired(now: Date): Promise<void> {
  const db = await getDb();
  const expired = { where: { expiresAt: { lte: now } } };
  await db.throttle.deleteMany(expired);
  await db.session.deleteMany(expired);
  await db.verification.deleteMany(expired);
}
