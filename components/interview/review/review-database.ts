import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { REVIEW_DATABASE } from '@/components/client/forget-reviews';
import type { Locale } from '@/model/attempt';
import type { OpenKey } from '@/model/open-question';
import type { GradedAnswer, ReviewLog } from '@/model/review';
import type { ReviewQuestion } from './review-question';

/** What a learner took along, for when there is no network. */
export interface Taken {
  /** An ISO time. */
  readonly takenAt: string;
  readonly questions: readonly ReviewQuestion[];
  readonly log: ReviewLog;
  /** Model answers and rubrics of the open questions. */
  readonly keys: readonly OpenKey[];
  /** What was said of the graded questions that were answered. */
  readonly told: readonly GradedAnswer[];
  /** The pictures of questions, as HTML, by question. */
  readonly pictures: Readonly<Record<string, string>>;
}

interface Schema extends DBSchema {
  taken: { key: Locale; value: Taken };
}

/** Null where nothing was taken along, and where this browser keeps no database. */
export async function readTaken(locale: Locale): Promise<Taken | null> {
  return withDatabase(async (database) => (await database.get('taken', locale)) ?? null).catch(() => null);
}

/** Rejects where this browser keeps no database, or has no room left. */
export async function writeTaken(locale: Locale, taken: Taken): Promise<void> {
  await withDatabase((database) => database.put('taken', taken, locale));
}

export async function dropTaken(locale: Locale): Promise<void> {
  await withDatabase((database) => database.delete('taken', locale)).catch(() => undefined);
}

/** Closed after each use: an open one would keep "Delete everything" in another tab waiting. */
async function withDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(REVIEW_DATABASE, 1, {
    upgrade: (made) => void made.createObjectStore('taken'),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
