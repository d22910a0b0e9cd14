import { afterAll, describe, vi } from 'vitest';
import { describeApi } from '@/server/testing/api-suite';
import { startPostgres } from '@/server/testing/start-postgres';

vi.mock('@/server/content/questions', () => import('@/server/testing/fixture-bank'));
vi.mock('@/server/content/open-questions', () => import('@/server/testing/fixture-open'));

const postgres = await startPostgres();
const WHY_NOT = 'skipped: this machine has no PostgreSQL (initdb, postgres) and TEST_POSTGRES_URL is not set';
if (postgres === null) console.warn(`The tests of the API on PostgreSQL are ${WHY_NOT}.`);

describe.skipIf(postgres === null)('the API on PostgreSQL', () => {
  describeApi('postgresql', () => postgres?.url ?? '');
  afterAll(() => postgres?.stop());
});
