import { mkdirSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDb } from '@/server/db/client';
import { LearnerClient } from '@/server/testing/learner-client';
import { migrate, temporaryFolder } from '@/server/testing/prepare-database';

vi.mock('@/server/content/questions', () => import('@/server/testing/fixture-bank'));

const folder = temporaryFolder();
const url = `file:${folder.path}/late/test.db`;

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('BETTER_AUTH_SECRET', 'a-secret-for-tests-that-is-long-enough-0123456789');
  // What is our fault is logged; here it is meant to happen.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await closeDb();
  folder.remove();
});

it('while the database cannot be opened, the API says so and when to try again; then it works without a restart', async () => {
  const client = new LearnerClient();
  const refused = await client.send('POST', '/api/session');
  expect(refused).toMatchObject({ status: 503, body: { type: '/problems/database-unavailable' }, setCookies: [] });
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(JSON.stringify(refused.body)).not.toContain(folder.path);
  expect(console.error).toHaveBeenCalled();

  // A file without tables is no book's database either.
  mkdirSync(`${folder.path}/late`);
  expect((await client.send('POST', '/api/session')).status).toBe(503);
  client.cookie = '2msl.session_token=anything.signed';
  expect((await client.send('GET', '/api/progress')).status).toBe(503);

  migrate(url);
  client.cookie = '';
  expect((await client.send('POST', '/api/session')).status).toBe(200);
  expect((await client.send('GET', '/api/progress')).body).toEqual({ chapters: [], last: null });
});
