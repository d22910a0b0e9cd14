import 'server-only';
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDatabaseUrl } from '@/model/database-url';

const LEAST_CHARACTERS = 32;

/**
 * The secret that signs the learners' cookies: BETTER_AUTH_SECRET, else a file beside the database (data/auth-secret for
 * PostgreSQL), which is made at the first call with mode 0600. App servers that share a database need the same secret.
 */
export async function loadSecret(): Promise<string> {
  const given = process.env.BETTER_AUTH_SECRET;
  if (given) return checkLength(given, 'BETTER_AUTH_SECRET');
  const file = secretFile();
  try {
    return await readSecret(file);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  await makeSecret(file);
  return readSecret(file);
}

export function secretFile(): string {
  const { file } = parseDatabaseUrl(process.env.DATABASE_URL);
  return path.join(file === null ? 'data' : path.dirname(file), 'auth-secret');
}

async function readSecret(file: string): Promise<string> {
  const secret = checkLength((await readFile(file, 'utf8')).trim(), file);
  // A copy or a restored backup may have lost the mode.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return secret;
}

/** Written whole under another name and then linked, so that of several processes the first one wins and all read the same. */
async function makeSecret(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}

function checkLength(secret: string, source: string): string {
  if (secret.length >= LEAST_CHARACTERS) return secret;
  throw new Error(`The secret in ${source} must have at least ${LEAST_CHARACTERS} characters.`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
