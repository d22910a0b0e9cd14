/** Where the learners' data are kept, read from DATABASE_URL. One data model, two providers. */
export interface DatabaseUrl {
  readonly provider: 'sqlite' | 'postgresql';
  readonly url: string;
  /** Path of the SQLite file as written (relative to the working directory); null on PostgreSQL. */
  readonly file: string | null;
}

const DEFAULT_DATABASE_URL = 'file:./data/2msl.db';

/** Throws an Error with one clear sentence when the address is of a kind that the book does not know. */
export function parseDatabaseUrl(text: string | undefined): DatabaseUrl {
  const url = text?.trim() || DEFAULT_DATABASE_URL;
  if (/^postgres(ql)?:\/\//.test(url)) return { provider: 'postgresql', url, file: null };
  if (url.startsWith('file:')) {
    const file = url
      .slice('file:'.length)
      .replace(/^\/\/(?=\/)/, '')
      .replace(/\?.*$/, '');
    if (file !== '') return { provider: 'sqlite', url: `file:${file}`, file };
  }
  throw new Error(
    `DATABASE_URL must be file:<path> for SQLite or postgresql://… for PostgreSQL, but it is "${withoutPassword(url)}".`,
  );
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':…@');
}
