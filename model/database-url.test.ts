import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl } from './database-url';

describe('DATABASE_URL', () => {
  it.each([
    [undefined, 'sqlite', 'file:./data/2msl.db', './data/2msl.db'],
    ['', 'sqlite', 'file:./data/2msl.db', './data/2msl.db'],
    ['file:/srv/book.db', 'sqlite', 'file:/srv/book.db', '/srv/book.db'],
    ['file:///srv/book.db?connection_limit=1', 'sqlite', 'file:/srv/book.db', '/srv/book.db'],
    ['postgresql://u:p@h:5432/d?schema=s', 'postgresql', 'postgresql://u:p@h:5432/d?schema=s', null],
    ['postgres://h/d', 'postgresql', 'postgres://h/d', null],
  ])('%s', (text, provider, url, file) => {
    expect(parseDatabaseUrl(text)).toEqual({ provider, url, file });
  });

  it.each(['mysql://root:hunter2@h/d', 'file:', 'data.db', 'libsql://h'])(
    '%s is refused without its password',
    (text) => {
      expect(() => parseDatabaseUrl(text)).toThrow('DATABASE_URL must be file:<path>');
      expect(() => parseDatabaseUrl(text)).not.toThrow('hunter2');
    },
  );
});
