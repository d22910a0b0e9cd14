import 'server-only';
import type { PrismaClient } from '@/generated/sqlite/client';
import { parseDatabaseUrl } from '@/model/database-url';
import { Refusal } from '@/model/problem';

/** For this schema SQLite's client offers a strict subset of what PostgreSQL's does, so its type serves both. */
export type Db = PrismaClient;

/** What the book itself can make of an error; every other error of a query means that the database failed. */
const LOGICAL_ERRORS = new Set(['P2002', 'P2003', 'P2025']);

// On globalThis, because `next dev` evaluates this file again after every change.
const cache = globalThis as unknown as { database?: Promise<Db> };

/**
 * The one database client of this process, made at the first call. Rejects with Refusal 'database-unavailable' when the
 * database cannot be opened; the next call then tries anew, so that a database that was late is not lost.
 */
export function getDb(): Promise<Db> {
  cache.database ??= open().catch((error: unknown) => {
    cache.database = undefined;
    throw error;
  });
  return cache.database;
}

/** For tests and scripts that change DATABASE_URL or remove the file. */
export async function closeDb(): Promise<void> {
  const open = cache.database;
  cache.database = undefined;
  await (await open)?.$disconnect();
}

async function open(): Promise<Db> {
  try {
    const { provider, url } = parseDatabaseUrl(process.env.DATABASE_URL);
    const db = guard(provider === 'sqlite' ? await makeSqlite(url) : await makePostgres(url));
    // Neither client connects before its first query; a table that is missing shows here as well.
    await db.user.findFirst({ select: { id: true } });
    return db;
  } catch (error) {
    throw unavailable(error);
  }
}

async function makeSqlite(url: string): Promise<Db> {
  const { PrismaClient } = await import('@/generated/sqlite/client');
  const { PrismaLibSql } = await import('@prisma/adapter-libsql');
  // Without a time to wait, several processes that write at once fail each other.
  const db = new PrismaClient({ adapter: new PrismaLibSql({ url, timeout: 5000 }) });
  await db.$queryRawUnsafe('PRAGMA journal_mode=WAL');
  return db;
}

async function makePostgres(url: string): Promise<Db> {
  const { PrismaClient } = await import('@/generated/postgresql/client');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  const adapter = new PrismaPg({ connectionString: url, connectionTimeoutMillis: 5000 }, { schema });
  return new PrismaClient({ adapter }) as unknown as Db;
}

function guard(db: Db): Db {
  const guarded = db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        try {
          return await query(args);
        } catch (error) {
          if (error instanceof Error && error.name === 'PrismaClientValidationError') throw error;
          if (hasCode(error) && LOGICAL_ERRORS.has(error.code)) throw error;
          throw unavailable(error);
        }
      },
    },
  });
  return guarded as unknown as Db;
}

function unavailable(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal('database-unavailable', { cause: error, headers: { 'Retry-After': '5' } });
}

export function hasCode(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
