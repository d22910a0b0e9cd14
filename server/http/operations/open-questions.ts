import 'server-only';
import { z } from 'zod';
import { locale } from '@/model/attempt';
import {
  openAnswerRequest,
  openAnswerResult,
  openAssessmentRequest,
  openAssessmentResult,
  openHistoryPage,
  openKeys,
} from '@/model/open-question';
import { ANY, BODY, type Operation, operation, RETRY } from './operation';

const MOST_KEYS = 60;

export const answerOpen = operation({
  id: 'answerOpen',
  method: 'POST',
  path: '/api/open-answers',
  summary: 'Answer an open question',
  description: `Remembers what was typed, or that it was said aloud or left out, and only then tells the model answer and its rubric. Nothing is graded. ${RETRY}`,
  body: openAnswerRequest,
  learner: 'must',
  limit: 'write',
  replies: {
    200: { says: 'A retry: the first answer stands.', schema: openAnswerResult },
    201: { says: 'It is remembered; here is the model answer.', schema: openAnswerResult },
  },
  problems: [...BODY, 'no-session', 'unknown-question', 'id-taken', 'question-changed', 'response-does-not-fit'],
});

export const assessOpen = operation({
  id: 'assessOpen',
  method: 'POST',
  path: '/api/open-assessments',
  summary: 'Hold an answer against the rubric',
  description:
    'Remembers which points of the rubric the learner found in their own answer. It is kept as what it is, a self-assessment, apart from graded answers. The first one counts.',
  body: openAssessmentRequest,
  learner: 'must',
  limit: 'write',
  replies: { 200: { says: 'The assessment that counts.', schema: openAssessmentResult } },
  problems: [...BODY, 'no-session', 'unknown-answer', 'unknown-question', 'question-changed', 'response-does-not-fit'],
});

const ids = z
  .string()
  .max(6000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().min(1).max(80)).max(MOST_KEYS));

export const readOpenKeys = operation({
  id: 'readOpenKeys',
  method: 'GET',
  path: '/api/open-keys',
  summary: 'Take model answers along',
  description:
    'The model answers and rubrics of the open questions that are asked for, to have them without a network.',
  query: z.strictObject({
    ids: ids.describe(`Ids of open questions, parted by commas; at most ${MOST_KEYS}`),
    locale: locale.default('en').describe('Language of the answers'),
  }),
  learner: 'no',
  replies: { 200: { says: 'The answers, in the order of the ids.', schema: openKeys } },
  problems: [...ANY, 'invalid-query', 'unknown-question'],
});

export const readOpenHistory = operation({
  id: 'readOpenHistory',
  method: 'GET',
  path: '/api/me/open-answers',
  summary: 'What did I say?',
  description: 'The answers to open questions with their self-assessments, newest first, page by page.',
  query: z.strictObject({
    before: z.string().max(120).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    locale: locale.default('en').describe('Language of the prompts'),
  }),
  learner: 'may',
  replies: { 200: { says: 'One page.', schema: openHistoryPage } },
  problems: [...ANY, 'invalid-query'],
});

export const OPEN_QUESTIONS: readonly Operation[] = [answerOpen, assessOpen, readOpenKeys, readOpenHistory];
