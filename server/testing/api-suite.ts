import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDb } from '@/server/db/client';
import { describeAccounts } from './describe-accounts';
import { describeAttempts } from './describe-attempts';
import { describeAuthorisation } from './describe-authorisation';
import { describeBadInput } from './describe-bad-input';
import { describeCards } from './describe-cards';
import { describeGenerated } from './describe-generated';
import { describeLearner } from './describe-learner';
import { describeMail } from './describe-mail';
import { describeMoving } from './describe-moving';
import { describeOpenAnswers } from './describe-open-answers';
import { describeOwnAccount } from './describe-own-account';
import { describeOwnData } from './describe-own-data';
import { describeReadings } from './describe-readings';
import { describeReviews } from './describe-reviews';
import { migrate, prisma } from './prepare-database';

const SECRET = 'a-secret-for-tests-that-is-long-enough-0123456789';

/** What the API promises, on one database. `databaseUrl` is asked for when the tests begin. */
export function describeApi(provider: 'sqlite' | 'postgresql', databaseUrl: () => string): void {
  beforeAll(() => {
    process.env.DATABASE_URL = databaseUrl();
    process.env.BETTER_AUTH_SECRET = SECRET;
    migrate(databaseUrl());
  }, 60_000);
  afterAll(closeDb);

  describe('the tables', () => {
    it('that the migrations make are those of the models', () => {
      const models = `prisma/${provider}`;
      const argv = ['migrate', 'diff', '--from-config-datasource', '--to-schema', models, '--exit-code'];
      const { status, said } = prisma(databaseUrl(), ...argv);
      expect(said).toContain('No difference detected');
      expect(status).toBe(0);
    }, 30_000);
  });

  describe('a learner', describeLearner);
  describe('an answer', describeAttempts);
  describe('an answer to an open question', describeOpenAnswers);
  describe('cards to take along', describeCards);
  describe('a section read, a simulator tried', describeReadings);
  describe('progress, history, export, deletion', describeOwnData);
  describe('an account', describeAccounts);
  describe('an account of one’s own', describeOwnAccount);
  describe('mail', describeMail);
  describe('what is moved to an account', describeMoving);
  describe('who may do what', describeAuthorisation);
  describe('a generated question', describeGenerated);
  describe('a schedule of reviews', describeReviews);
  describe('bad input', describeBadInput);
}
