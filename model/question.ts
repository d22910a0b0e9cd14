import { z } from 'zod';

/** Words in both languages. A missing one is an error of the content check, not a fallback. */
export const localized = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

export const QUESTION_KINDS = ['one', 'several', 'order', 'match', 'number', 'predict'] as const;
export const questionKind = z.enum(QUESTION_KINDS);
export type QuestionKind = z.infer<typeof questionKind>;

/** What a question is about; content/topics.json names them, with the skills of each. */
export const TOPICS = [
  'closing',
  'time-wait',
  'two-msl',
  'last-ack',
  'old-duplicates',
  'sockets',
  'settings',
  'ports',
  'operations',
] as const;
export const topic = z.enum(TOPICS);
export type Topic = z.infer<typeof topic>;

/** How far a question goes: asked of a junior, a mid-level or a senior engineer. */
export const DEPTHS = ['junior', 'mid', 'senior'] as const;
export const depth = z.enum(DEPTHS);
export type Depth = z.infer<typeof depth>;

/** How sure a learner was before hearing the answer. */
export const confidence = z.enum(['sure', 'unsure', 'guess']);
export type Confidence = z.infer<typeof confidence>;

export const questionId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .brand<'QuestionId'>();

const choice = z.strictObject({ id: z.string().min(1).max(40), text: z.string().min(1) });

/** Which simulator and moment a question is about; the picture ends there until the answer is given. */
export const questionFigure = z.strictObject({ scenario: z.string(), atMs: z.number().nonnegative() });

const base = {
  id: questionId,
  revision: z.number().int().positive(),
  chapter: z.string(),
  /** Heading id of the section that the question is about: "back to the text" leads there. */
  section: z.string(),
  topic,
  skill: z.string(),
  depth,
  prompt: z.string().min(1),
  figure: questionFigure.optional(),
};

/** The half of a question that may leave the server, in one language. Nothing in it depends on the key. */
export const publicQuestion = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...base, kind: z.literal('one'), options: z.array(choice).min(3) }),
    z.strictObject({ ...base, kind: z.literal('several'), options: z.array(choice).min(3) }),
    z.strictObject({ ...base, kind: z.literal('order'), items: z.array(choice).min(3) }),
    z.strictObject({ ...base, kind: z.literal('match'), left: z.array(choice).min(3), right: z.array(choice).min(3) }),
    z.strictObject({ ...base, kind: z.literal('number'), unit: z.string() }),
    z.strictObject({ ...base, kind: z.literal('predict'), options: z.array(choice).min(3), figure: questionFigure }),
  ])
  .brand<'PublicQuestion'>();
export type PublicQuestion = z.infer<typeof publicQuestion>;

/** What a learner answers. Ids are those of the public question. */
export const response = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), option: z.string().max(40) }),
  z.strictObject({ kind: z.literal('several'), options: z.array(z.string().max(40)).max(20) }),
  z.strictObject({ kind: z.literal('order'), items: z.array(z.string().max(40)).max(20) }),
  z.strictObject({
    kind: z.literal('match'),
    pairs: z.array(z.tuple([z.string().max(40), z.string().max(40)])).max(20),
  }),
  z.strictObject({ kind: z.literal('number'), value: z.number().finite() }),
  z.strictObject({ kind: z.literal('predict'), option: z.string().max(40) }),
]);
export type Response = z.infer<typeof response>;
