import { z } from 'zod';
import { scenario } from './figure';
import { confidence, questionId, response } from './question';
import { reviewPlan } from './review-plan';

export const locale = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof locale>;

/** Made by the client (see components/client/id.ts), so that sending twice is harmless. */
export const clientId = z.uuid();

/** How an open question was answered; what was said aloud or left out has no text. */
export const answeredHow = z.enum(['typed', 'aloud', 'skipped']);

export const attemptRequest = z.strictObject({
  id: clientId,
  questionId,
  revision: z.number().int().positive(),
  response,
  locale,
  /** How sure the learner was, if they said so. It changes nothing of the grade. */
  confidence: confidence.optional(),
  /** The client's clock; the server keeps it but never later than its own. */
  answeredAt: z.iso.datetime({ offset: true }),
});
export type AttemptRequest = z.infer<typeof attemptRequest>;

/** What was said of one option, item or value that the learner chose or could have chosen. */
export const optionFeedback = z.strictObject({
  id: z.string(),
  right: z.boolean(),
  chosen: z.boolean(),
  text: z.string(),
  /** Of a wrong prediction: the run in which it would have come true, to be played, and what is otherwise in it. */
  expected: z.strictObject({ scenario, says: z.string() }).optional(),
});

export const attemptResult = z.strictObject({
  id: clientId,
  questionId,
  correct: z.boolean(),
  /** Share of the question that was right, 0 … 1. */
  score: z.number().min(0).max(1),
  feedback: z.array(optionFeedback),
  /** Shown under the options: why it is so. */
  explanation: z.string(),
  /** The right answer in the form of a response, so that the page can show it. */
  solution: response,
  /** Where that can be looked up; none for what was answered before they were said. */
  sources: z.array(z.string()).default([]),
  engineVersion: z.string(),
  answeredAt: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type AttemptResult = z.infer<typeof attemptResult>;

/** A section whose end was in view long enough (RFC-free: see docs/decisions). */
export const readingRequest = z.strictObject({
  id: clientId,
  chapter: z.string().max(80),
  section: z.string().max(120),
  locale,
  readAt: z.iso.datetime({ offset: true }),
});
export type ReadingRequest = z.infer<typeof readingRequest>;

export const simulationRequest = z.strictObject({
  id: clientId,
  scenario: z.string().max(80),
  chapter: z.string().max(80).nullable(),
  locale,
  triedAt: z.iso.datetime({ offset: true }),
});
export type SimulationRequest = z.infer<typeof simulationRequest>;

/** Right at the last attempt, and at the first. */
const questionOutcome = z.strictObject({
  id: questionId,
  last: z.boolean(),
  first: z.boolean(),
  attempts: z.number().int(),
});

export const chapterProgress = z.strictObject({
  chapter: z.string(),
  sections: z.array(z.string()),
  simulators: z.array(z.string()),
  questions: z.array(questionOutcome),
});

export const progress = z.strictObject({
  chapters: z.array(chapterProgress),
  /** Graded questions of the interview bank, which belong to no chapter. Absent: none was answered. */
  interview: z.array(questionOutcome).optional(),
  /** Open questions. The score is what the learner found of their newest answer: never to be mixed with graded ones. */
  open: z
    .array(
      z.strictObject({
        id: questionId,
        answers: z.number().int(),
        score: z.number().min(0).max(1).nullable(),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .optional(),
  /** How many generated questions were answered. Absent: none. */
  drilled: z.number().int().positive().optional(),
  /** Where to go on: the place of the newest activity. */
  last: z
    .strictObject({ chapter: z.string(), section: z.string().nullable(), at: z.iso.datetime({ offset: true }) })
    .nullable(),
});
export type Progress = z.infer<typeof progress>;

/** One line of the history of answers. Words are in the language that was asked for. */
export const historyItem = z.strictObject({
  id: clientId,
  questionId,
  revision: z.number().int(),
  /** Where the question stands; null when no chapter asks it, or it is no longer in the book. */
  chapter: z.string().nullable(),
  section: z.string().nullable(),
  prompt: z.string().nullable(),
  /** What was answered, as a reader would say it: option texts, a number with its unit. */
  answer: z.string(),
  correct: z.boolean(),
  score: z.number().min(0).max(1),
  confidence: confidence.nullable(),
  answeredAt: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type HistoryItem = z.infer<typeof historyItem>;

/** Newest first. `next` is the `before` of the following page; null on the last one. */
export const historyPage = z.strictObject({ items: z.array(historyItem), next: z.string().nullable() });
export type HistoryPage = z.infer<typeof historyPage>;

/** Everything that is kept of a learner, as the download of /api/me/export. */
export const learnerExport = z.strictObject({
  format: z.literal('2msl-learner/1'),
  exportedAt: z.iso.datetime({ offset: true }),
  learner: z
    .strictObject({
      createdAt: z.iso.datetime({ offset: true }),
      anonymous: z.boolean(),
      name: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
  attempts: z.array(
    z.strictObject({
      id: clientId,
      questionId,
      revision: z.number().int(),
      engineVersion: z.string(),
      locale,
      response,
      correct: z.boolean(),
      score: z.number(),
      misconceptions: z.array(z.number().int()),
      feedback: z.array(optionFeedback),
      explanation: z.string(),
      solution: response,
      sources: z.array(z.string()),
      confidence: confidence.nullable(),
      answeredAt: z.iso.datetime({ offset: true }),
      receivedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  /** Answers to open questions, with what the learner found of them. */
  openAnswers: z.array(
    z.strictObject({
      id: clientId,
      questionId,
      revision: z.number().int(),
      locale,
      how: answeredHow,
      text: z.string(),
      confidence: confidence.nullable(),
      met: z.array(z.string()).nullable(),
      score: z.number().nullable(),
      answeredAt: z.iso.datetime({ offset: true }),
      assessedAt: z.iso.datetime({ offset: true }).nullable(),
      receivedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  sectionsRead: z.array(
    z.strictObject({
      id: clientId,
      chapter: z.string(),
      section: z.string(),
      locale,
      readAt: z.iso.datetime({ offset: true }),
      receivedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  simulatorsTried: z.array(
    z.strictObject({
      id: clientId,
      scenario: z.string(),
      chapter: z.string().nullable(),
      locale,
      triedAt: z.iso.datetime({ offset: true }),
      receivedAt: z.iso.datetime({ offset: true }),
    }),
  ),
  /** Generated questions that were drawn for the learner. */
  drawnItems: z.array(z.strictObject({ questionId, drawnAt: z.iso.datetime({ offset: true }) })),
  /** What was chosen for reviews; null where nothing was. */
  reviewPlan: reviewPlan.nullable(),
});
export type LearnerExport = z.infer<typeof learnerExport>;

/** RFC 9457. `type` is a stable URI reference below /problems/. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** Where in the body: one line a fault. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
