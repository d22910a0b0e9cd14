import 'server-only';
import { gradedAnswers, reviewLog } from '@/model/review';
import { reviewPlanRequest } from '@/model/review-plan';
import { ANY, BODY, type Operation, operation } from './operation';

export const readReviewLog = operation({
  id: 'readReviewLog',
  method: 'GET',
  path: '/api/me/review',
  summary: 'What are my reviews made from?',
  description:
    'The plan, and every answer with its score, oldest first. When each question comes back is worked out from these by whoever asks: docs/reviews.md.',
  learner: 'may',
  replies: { 200: { says: 'The plan and the answers.', schema: reviewLog } },
  problems: ANY,
});

export const chooseReviewPlan = operation({
  id: 'chooseReviewPlan',
  method: 'POST',
  path: '/api/me/review-plan',
  summary: 'My interview is on …',
  description:
    'Remembers the day of the interview and how many questions a day are wanted. Of two plans the one chosen later counts, in whatever order they arrive.',
  body: reviewPlanRequest,
  learner: 'must',
  limit: 'write',
  replies: { 204: { says: 'It is remembered.', schema: null } },
  problems: [...BODY, 'no-session'],
});

export const readGradedAnswers = operation({
  id: 'readGradedAnswers',
  method: 'GET',
  path: '/api/me/graded-answers',
  summary: 'What was I told?',
  description:
    'The newest answer to each graded question with all that was said of it then, to be looked at without a network. Nothing that was not said already.',
  learner: 'may',
  replies: { 200: { says: 'One answer a question.', schema: gradedAnswers } },
  problems: ANY,
});

export const REVIEW_OPERATIONS: readonly Operation[] = [readReviewLog, chooseReviewPlan, readGradedAnswers];
