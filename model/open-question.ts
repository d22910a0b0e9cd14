import { z } from 'zod';
import { answeredHow, clientId, locale } from './attempt';
import { settings } from './figure';
import { confidence, depth, questionId, topic } from './question';

/**
 * What may be sent of an open question before it is answered, in one language. How many points its rubric has, which
 * simulator shows it and what may be asked next belong to the answer.
 */
export const publicOpenQuestion = z
  .strictObject({
    id: questionId,
    revision: z.number().int().positive(),
    kind: z.literal('open'),
    /** Where to read it up. */
    chapter: z.string(),
    section: z.string(),
    topic,
    skill: z.string(),
    depth,
    prompt: z.string().min(1),
  })
  .brand<'PublicOpenQuestion'>();
export type PublicOpenQuestion = z.infer<typeof publicOpenQuestion>;

/** What an interviewer asks next: another open question of the bank, which has its own answer, or one with a short one. */
const followUp = z.strictObject({
  id: z.string(),
  question: questionId.nullable(),
  prompt: z.string(),
  answer: z.string().nullable(),
});

/** The simulator that shows the answer, and the moment (from its origin) at which to look. */
export const showing = z.strictObject({
  scenario: z.string().max(80),
  settings: settings.optional(),
  atMs: z.number().nonnegative(),
});

/** The other half of an open question, in one language: sent when it has been answered, or when somebody asks for it. */
export const openKey = z.strictObject({
  id: questionId,
  revision: z.number().int().positive(),
  locale,
  /** Paragraphs are parted by an empty line. */
  modelAnswer: z.string(),
  points: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      /** Without it the answer fails; it weighs twice. */
      essential: z.boolean(),
      /** Which of the follow-ups is asked when this was missed. */
      followUp: z.string().nullable(),
      /** Words that help to find the point in a text. They are a help, never a grade. */
      terms: z.array(z.string()),
    }),
  ),
  followUps: z.array(followUp),
  /** Asked after a strong answer. */
  deeper: followUp,
  simulator: showing,
  chapter: z.string(),
  section: z.string(),
  sources: z.array(z.string()),
});
export type OpenKey = z.infer<typeof openKey>;

export const openKeys = z.strictObject({ keys: z.array(openKey) });

/** Points of the rubric that the learner found in their answer. */
const met = z.array(z.string().max(40)).max(20);

export const openAnswerRequest = z.strictObject({
  id: clientId,
  questionId,
  revision: z.number().int().positive(),
  locale,
  how: answeredHow,
  /** Empty unless it was typed. */
  text: z.string().max(8000),
  confidence: confidence.optional(),
  answeredAt: z.iso.datetime({ offset: true }),
  /** Only of an answer that was given without a network, against a key that had been fetched before. */
  assessment: z.strictObject({ met, assessedAt: z.iso.datetime({ offset: true }) }).optional(),
});
export type OpenAnswerRequest = z.infer<typeof openAnswerRequest>;

const assessment = z.strictObject({
  met: z.array(z.string()),
  /** Share of the rubric by weight, 0 … 1, as the learner judged it. */
  score: z.number().min(0).max(1),
  assessedAt: z.iso.datetime({ offset: true }),
});

export const openAnswerResult = z.strictObject({
  id: clientId,
  questionId,
  /** Null when the question is no longer in the book. */
  key: openKey.nullable(),
  assessment: assessment.nullable(),
  answeredAt: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
});
export type OpenAnswerResult = z.infer<typeof openAnswerResult>;

export const openAssessmentRequest = z.strictObject({
  /** Of the answer. */
  id: clientId,
  met,
  assessedAt: z.iso.datetime({ offset: true }),
});
export type OpenAssessmentRequest = z.infer<typeof openAssessmentRequest>;

export const openAssessmentResult = z.strictObject({ id: clientId, ...assessment.shape });
export type OpenAssessmentResult = z.infer<typeof openAssessmentResult>;

/** One answer to an open question. Words of the question are in the language that was asked for. */
const openHistoryItem = z.strictObject({
  id: clientId,
  questionId,
  revision: z.number().int(),
  chapter: z.string().nullable(),
  section: z.string().nullable(),
  prompt: z.string().nullable(),
  how: answeredHow,
  text: z.string(),
  confidence: confidence.nullable(),
  met: z.array(z.string()).nullable(),
  score: z.number().min(0).max(1).nullable(),
  answeredAt: z.iso.datetime({ offset: true }),
  assessedAt: z.iso.datetime({ offset: true }).nullable(),
  receivedAt: z.iso.datetime({ offset: true }),
});

/** Newest first. `next` is the `before` of the following page; null on the last one. */
export const openHistoryPage = z.strictObject({ items: z.array(openHistoryItem), next: z.string().nullable() });
export type OpenHistoryPage = z.infer<typeof openHistoryPage>;
