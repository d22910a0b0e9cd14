import 'server-only';
import { z } from 'zod';
import {
  attemptRequest,
  attemptResult,
  historyPage,
  learnerExport,
  locale,
  progress,
  readingRequest,
  simulationRequest,
} from '@/model/attempt';
import { ACCOUNT_OPERATIONS } from './operations/account';
import { CARD_OPERATIONS } from './operations/cards';
import { GENERATED_OPERATIONS } from './operations/generated';
import { OPEN_QUESTIONS } from './operations/open-questions';
import { ANY, BODY, type Operation, operation, RETRY, WRITE } from './operations/operation';
import { REVIEW_OPERATIONS } from './operations/reviews';

const historyQuery = z.strictObject({
  before: z.string().max(120).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  locale: locale.default('en').describe('Language of the prompts and answers'),
});

export const submitAttempt = operation({
  id: 'submitAttempt',
  method: 'POST',
  path: '/api/attempts',
  summary: 'Answer a question',
  description: `Grades an answer and remembers it. ${RETRY} The first answer under an id is the one that counts, and a retry hears its verdict again, also when the question has changed since.`,
  body: attemptRequest,
  learner: 'must',
  limit: 'write',
  replies: {
    200: { says: 'A retry: the verdict on the first answer.', schema: attemptResult },
    201: { says: 'The verdict.', schema: attemptResult },
  },
  problems: [...BODY, 'no-session', 'unknown-question', 'id-taken', 'question-changed', 'response-does-not-fit'],
});

export const recordReading = operation({
  id: 'recordReading',
  method: 'POST',
  path: '/api/reading',
  summary: 'A section was read',
  description: `Remembers that a section was read to its end; the first time counts. ${RETRY}`,
  body: readingRequest,
  learner: 'must',
  limit: 'write',
  replies: { 204: { says: 'It is remembered.', schema: null } },
  problems: [...BODY, 'no-session', 'unknown-section', 'id-taken'],
});

export const recordSimulation = operation({
  id: 'recordSimulation',
  method: 'POST',
  path: '/api/simulations',
  summary: 'A simulator was tried',
  description: `Remembers that a simulator was played, stepped or changed; the first time counts. ${RETRY}`,
  body: simulationRequest,
  learner: 'must',
  limit: 'write',
  replies: { 204: { says: 'It is remembered.', schema: null } },
  problems: [...BODY, 'no-session', 'unknown-scenario', 'id-taken'],
});

export const readProgress = operation({
  id: 'readProgress',
  method: 'GET',
  path: '/api/progress',
  summary: 'How far am I?',
  description: 'What was read, tried and answered, by chapter. Without a cookie nothing; no cookie is set.',
  learner: 'may',
  replies: { 200: { says: 'The progress.', schema: progress } },
  problems: ANY,
});

export const readHistory = operation({
  id: 'readHistory',
  method: 'GET',
  path: '/api/me/history',
  summary: 'What did I answer?',
  description: 'The answers given, newest first, page by page.',
  query: historyQuery,
  learner: 'may',
  replies: { 200: { says: 'One page.', schema: historyPage } },
  problems: [...ANY, 'invalid-query'],
});

export const exportLearner = operation({
  id: 'exportLearner',
  method: 'GET',
  path: '/api/me/export',
  summary: 'Take everything along',
  description: 'Everything that is kept of the learner, as a file to download.',
  learner: 'may',
  replies: { 200: { says: 'Everything.', schema: learnerExport } },
  problems: ANY,
});

export const deleteLearner = operation({
  id: 'deleteLearner',
  method: 'DELETE',
  path: '/api/me',
  summary: 'Forget me',
  description: 'Deletes a learner without an account with everything that is kept of them, and takes the cookie back.',
  learner: 'may',
  limit: 'write',
  replies: { 204: { says: 'Nothing is kept any more.', schema: null } },
  problems: [...WRITE, 'password-needed'],
});

export const describeApi = operation({
  id: 'describeApi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This description',
  description: 'OpenAPI 3.1 of this API, made from the schemas that check the requests.',
  learner: 'no',
  replies: { 200: { says: 'An OpenAPI 3.1 document.', schema: z.looseObject({ openapi: z.string() }) } },
  problems: ANY,
});

export const OPERATIONS: readonly Operation[] = [
  ...ACCOUNT_OPERATIONS,
  ...GENERATED_OPERATIONS,
  submitAttempt,
  ...OPEN_QUESTIONS,
  ...CARD_OPERATIONS,
  recordReading,
  recordSimulation,
  readProgress,
  readHistory,
  exportLearner,
  deleteLearner,
  ...REVIEW_OPERATIONS,
  describeApi,
];
