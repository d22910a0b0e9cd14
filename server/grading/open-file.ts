import 'server-only';
import { z } from 'zod';
import { showing } from '@/model/open-question';
import { depth, localized, questionId, topic } from '@/model/question';

/** Another open question of the bank, or one of its own with a short answer. */
const followUp = z.union([
  z.strictObject({ id: z.string(), question: questionId }),
  z.strictObject({ id: z.string(), prompt: localized, answer: localized }),
]);

const words = z.array(z.string().min(1)).min(1);

const point = z.strictObject({
  id: z.string().max(40),
  text: localized,
  essential: z.boolean(),
  /** Which follow-up it brings when it was missed. */
  followUp: z.string().optional(),
  /** Words that help to find it in a text. */
  terms: z.strictObject({ en: words, zh: words }),
});

/** content/open-questions/<id>.json */
export const openFile = z.strictObject({
  id: questionId,
  revision: z.number().int().positive(),
  kind: z.literal('open'),
  depth,
  topic,
  skill: z.string(),
  /** Where to read it up. */
  chapter: z.string(),
  section: z.string(),
  sources: z.array(z.string().min(1)).min(1),
  prompt: localized,
  /** Paragraphs are parted by an empty line. */
  modelAnswer: localized,
  points: z.array(point).min(3),
  followUps: z.array(followUp).min(1),
  deeper: followUp,
  simulator: showing,
});
export type OpenFile = z.infer<typeof openFile>;
