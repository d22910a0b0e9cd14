import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { addTicket } from '@/server/db/accounts';

const HOUR_MS = 60 * 60 * 1000;

/** The secret of a link with which an account gets a new password. Whoever has it needs nothing else. */
export function makeResetSecret(userId: string, hours: number, now = new Date()): Promise<string> {
  return make('reset', userId, null, new Date(now.getTime() + hours * HOUR_MS));
}

/** The secret of a link that proves that somebody reads the mailbox `email`. */
export function makeConfirmSecret(userId: string, email: string, now = new Date()): Promise<string> {
  return make('confirm', userId, email, new Date(now.getTime() + 24 * HOUR_MS));
}

/** What is stored of a secret: with the database alone no link can be made. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

async function make(kind: 'reset' | 'confirm', userId: string, email: string | null, expiresAt: Date): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await addTicket(kind, { digest: digestOf(secret), userId, email, expiresAt });
  return secret;
}
