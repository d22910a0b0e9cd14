import { afterAll, describe, vi } from 'vitest';
import { describeApi } from '@/server/testing/api-suite';
import { temporaryFolder } from '@/server/testing/prepare-database';

vi.mock('@/server/content/questions', () => import('@/server/testing/fixture-bank'));
vi.mock('@/server/content/open-questions', () => import('@/server/testing/fixture-open'));

const folder = temporaryFolder();

describe('the API on SQLite', () => {
  describeApi('sqlite', () => `file:${folder.path}/test.db`);
  afterAll(folder.remove);
});
