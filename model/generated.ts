import { z } from 'zod';
import { locale } from './attempt';
import { figure } from './figure';
import { depth, publicQuestion, questionId, topic } from './question';

/** Name of a kind of generated question. */
const generatedKind = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(50);

/** What is wished for; all that is left out is left to chance. */
export const drawRequest = z.strictObject({
  kind: generatedKind.optional(),
  topic: topic.optional(),
  depth: depth.optional(),
  locale,
});
export type DrawRequest = z.infer<typeof drawRequest>;

/** An item with fresh numbers, drawn for one learner. It is answered like any question, under its own id. */
export const drawnItem = z.strictObject({
  kind: generatedKind,
  question: publicQuestion,
  /** What is shown with it as it would stand on a screen; the same in both languages. */
  exhibit: z.strictObject({ type: z.enum(['trace', 'terminal']), text: z.string() }).nullable(),
  /** There is a run to play once it has been answered. */
  isPlayable: z.boolean(),
});
export type DrawnItem = z.infer<typeof drawnItem>;

export const playQuery = z.strictObject({
  question: questionId.describe('Id of an item that this learner has answered'),
});

/** The run that an item was about, as a figure of the simulator. */
export const playedItem = z.strictObject({ figure });
