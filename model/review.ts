import { z } from 'zod';
import { attemptResult, clientId, locale } from './attempt';
import { confidence, questionId, response } from './question';
import { reviewPlan } from './review-plan';

/** An answer as the schedule of reviews sees it: review/review-event.ts. */
const reviewedAnswer = z.strictObject({
  id: clientId,
  questionId,
  answeredAt: z.iso.datetime({ offset: true }),
  score: z.number().min(0).max(1),
  confidence: confidence.nullable(),
  open: z.boolean(),
});

/** All that a schedule of reviews is made from. */
export const reviewLog = z.strictObject({ plan: reviewPlan.nullable(), answers: z.array(reviewedAnswer) });
export type ReviewLog = z.infer<typeof reviewLog>;

/** The newest answer to a graded question, with all that was said of it. */
const gradedAnswer = z.strictObject({
  revision: z.number().int(),
  locale,
  response,
  result: attemptResult,
});
export type GradedAnswer = z.infer<typeof gradedAnswer>;

export const gradedAnswers = z.strictObject({ answers: z.array(gradedAnswer) });
