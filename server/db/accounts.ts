import 'server-only';
import { type Db, getDb, hasCode } from './client';

/** What opens a reset or confirms an address, once. Only a digest of what was sent is stored. */
export interface Ticket {
  readonly digest: string;
  readonly userId: string;
  /** The address that is confirmed; null for a reset. */
  readonly email: string | null;
  readonly expiresAt: Date;
}

type Kind = 'reset' | 'confirm';
type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0];

/** An account by its address, in lower case; null also for the made-up address of somebody without an account. */
export async function findAccount(email: string): Promise<{ readonly id: string } | null> {
  const db = await getDb();
  const user = await db.user.findUnique({ where: { email }, select: { id: true, isAnonymous: true } });
  return user && !user.isAnonymous ? { id: user.id } : null;
}

export interface AccountRecord {
  readonly emailVerified: boolean;
  readonly createdAt: Date;
  /** Sessions that have not expired, this one among them. */
  readonly sessions: number;
}

export async function readAccount(id: string, now: Date): Promise<AccountRecord | null> {
  const db = await getDb();
  const [user, sessions] = await Promise.all([
    db.user.findUnique({ where: { id }, select: { emailVerified: true, createdAt: true } }),
    db.session.count({ where: { userId: id, expiresAt: { gt: now } } }),
  ]);
  return user && { ...user, sessions };
}

export async function renameAccount(id: string, name: string): Promise<void> {
  const db = await getDb();
  await db.user.updateMany({ where: { id }, data: { name } });
}

/** False when the address belongs to another account. What was sent to the old one opens nothing any more. */
export async function changeEmail(id: string, email: string, verified: boolean): Promise<boolean> {
  const db = await getDb();
  try {
    await db.$transaction((tx) => setEmail(tx, id, email, verified));
    return true;
  } catch (error) {
    if (hasCode(error) && error.code === 'P2002') return false;
    throw error;
  }
}

export async function addTicket(kind: Kind, { digest, userId, email, expiresAt }: Ticket): Promise<void> {
  const db = await getDb();
  const value = email === null ? userId : `${userId} ${email}`;
  const now = new Date();
  await db.verification.create({
    data: { id: digest, identifier: `${kind}:${digest}`, value, expiresAt, createdAt: now, updatedAt: now },
  });
}

/** Ends every link that would let somebody choose a new password. */
export async function dropResets(userId: string): Promise<void> {
  const db = await getDb();
  await db.verification.deleteMany(resetsOf(userId));
}

/** Sets the password, ends every session and every other link of its kind. False when the ticket opens nothing (any more). */
export async function resetPassword(digest: string, password: string, now: Date): Promise<boolean> {
  const db = await getDb();
  return db.$transaction(async (tx) => {
    const userId = await takeTicket(tx, 'reset', digest, now);
    if (userId === null) return false;
    const { count } = await tx.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password } });
    if (count === 0) {
      const account = { id: digest, accountId: userId, providerId: 'credential', userId, password };
      await tx.account.create({ data: account });
    }
    // Whoever opened the link reads this mailbox, or is vouched for by whoever runs the server.
    await tx.user.updateMany({ where: { id: userId }, data: { emailVerified: true } });
    await tx.session.deleteMany({ where: { userId } });
    await tx.verification.deleteMany(resetsOf(userId));
    return true;
  });
}

export interface Confirmed {
  readonly email: string;
  /** The address before; the same where an account was just made. */
  readonly before: string;
}

/** The address of the ticket becomes the account's. Null when the ticket opens nothing; 'taken' when another has it by now. */
export async function confirmEmail(digest: string, now: Date): Promise<Confirmed | 'taken' | null> {
  const db = await getDb();
  try {
    return await db.$transaction(async (tx) => {
      const [id = '', email = ''] = (await takeTicket(tx, 'confirm', digest, now))?.split(' ') ?? [];
      const user = await tx.user.findUnique({ where: { id }, select: { email: true } });
      if (user === null) return null;
      await setEmail(tx, id, email, true);
      return { email, before: user.email };
    });
  } catch (error) {
    if (hasCode(error) && error.code === 'P2002') return 'taken';
    throw error;
  }
}

async function setEmail(tx: Transaction, id: string, email: string, emailVerified: boolean): Promise<void> {
  await tx.user.updateMany({ where: { id }, data: { email, emailVerified } });
  await tx.verification.deleteMany(resetsOf(id));
}

/** The value of a ticket that is still good, for one taker only. */
async function takeTicket(tx: Transaction, kind: Kind, digest: string, now: Date): Promise<string | null> {
  const where = { id: digest, identifier: `${kind}:${digest}`, expiresAt: { gt: now } };
  const row = await tx.verification.findFirst({ where, select: { value: true } });
  const { count } = await tx.verification.deleteMany({ where });
  return row !== null && count === 1 ? row.value : null;
}

function resetsOf(userId: string) {
  return { where: { identifier: { startsWith: 'reset:' }, value: userId } };
}
