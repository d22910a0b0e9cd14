import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@/server/testing/prepare-database';
import { loadSecret, secretFile } from './secret';

describe('the secret', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    vi.stubEnv('BETTER_AUTH_SECRET', '');
    vi.stubEnv('DATABASE_URL', `file:${folder.path}/deeper/2msl.db`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    folder.remove();
  });

  it('is made once, by whoever comes first of many, beside the database and for its owner alone', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, loadSecret));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(secretFile()).toBe(path.join(folder.path, 'deeper', 'auth-secret'));
    expect(readdirSync(path.dirname(secretFile()))).toEqual(['auth-secret']);
    expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
    expect(await loadSecret()).toBe(secrets[0]);
  });

  it('gets its mode back when a copy has lost it', async () => {
    await loadSecret();
    chmodSync(secretFile(), 0o644);
    await loadSecret();
    expect(statSync(secretFile()).mode & 0o777).toBe(0o600);
  });

  it('of the environment wins, and no file is made', async () => {
    vi.stubEnv('BETTER_AUTH_SECRET', 'x'.repeat(32));
    expect(await loadSecret()).toBe('x'.repeat(32));
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('must be long, wherever it comes from', async () => {
    vi.stubEnv('BETTER_AUTH_SECRET', 'short');
    await expect(loadSecret()).rejects.toThrow('BETTER_AUTH_SECRET must have at least 32 characters');
    vi.stubEnv('BETTER_AUTH_SECRET', '');
    await loadSecret();
    writeFileSync(secretFile(), 'short\n');
    await expect(loadSecret()).rejects.toThrow('auth-secret must have at least 32 characters');
    expect(readFileSync(secretFile(), 'utf8')).toBe('short\n');
  });

  it('stands in data/ when the database is a server', () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://u:p@db.example/book');
    expect(secretFile()).toBe(path.join('data', 'auth-secret'));
  });
});
