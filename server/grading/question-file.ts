import 'server-only';
import { z } from 'zod';
import { measure, settings } from '@/model/figure';
import { depth, localized, questionFigure, questionId, topic } from '@/model/question';

// Key types live here alone (and behind `server/`), so that the client cannot even name one.

/** Number of a misconception in content/misconceptions.json. Null on what is right. */
const misconception = z.number().int().min(1).max(80).nullable();

const option = z.strictObject({ id: z.string(), text: localized, feedback: localized, misconception });

/**
 * The run in which a wrong prediction would be the right one: the same figure under other settings, or another figure
 * whose hosts and sockets bear the same names. `says` is what would have to be otherwise.
 */
const belief = z.strictObject({ scenario: z.string().optional(), settings: settings.optional(), says: localized });
export type Belief = z.infer<typeof belief>;

const item = z.strictObject({ id: z.string(), text: localized, feedback: localized });
const place = z.strictObject({ id: z.string(), text: localized });

/** A key that the engine computes: the measure of the scenario's run under the settings. */
const computed = z.strictObject({
  scenario: z.string(),
  settings: settings.optional(),
  measure,
  /** For number questions: the measure (milliseconds, say) divided by this gives the unit. */
  divideBy: z.number().positive().optional(),
});

const base = {
  id: questionId,
  revision: z.number().int().positive(),
  /** Where it is asked: at the end of its chapter, or in the interview bank alone. */
  asked: z.enum(['chapter', 'interview']).default('chapter'),
  /** What it is about; for a question of the interview, where to read that up. */
  chapter: z.string(),
  section: z.string(),
  depth,
  asks: z.enum(['apply', 'recall']),
  topic,
  skill: z.string(),
  sources: z.array(z.string().min(1)).min(1),
  figure: questionFigure.optional(),
  prompt: localized,
  explanation: localized,
};

/** content/questions/<chapter>/<id>.json, or content/questions/interview/<id>.json */
export const questionFile = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('one'),
    options: z.array(option).min(3),
    key: z.strictObject({ option: z.string() }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('several'),
    options: z.array(option).min(3),
    key: z.strictObject({ options: z.array(z.string()).min(1) }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('order'),
    /** Listed in the order in which they are shown (never the right one); feedback says why the item stands where it does. */
    items: z.array(item).min(3),
    /** A pair put the wrong way round that stands for a belief. */
    mistakes: z.array(
      z.strictObject({
        earlier: z.string(),
        later: z.string(),
        feedback: localized,
        misconception: misconception.unwrap(),
      }),
    ),
    key: z.strictObject({ items: z.array(z.string()).min(3) }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('match'),
    left: z.array(item).min(3),
    right: z.array(place).min(3),
    mistakes: z.array(
      z.strictObject({
        pair: z.tuple([z.string(), z.string()]),
        feedback: localized,
        misconception: misconception.unwrap(),
      }),
    ),
    key: z.strictObject({ pairs: z.array(z.tuple([z.string(), z.string()])).min(3) }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    unit: z.string(),
    /** Wrong values that stand for a belief. */
    mistakes: z
      .array(
        z.strictObject({
          value: z.number(),
          tolerance: z.number().nonnegative(),
          feedback: localized,
          misconception: misconception.unwrap(),
        }),
      )
      .min(1),
    /** What is said to any other wrong value. */
    otherwise: localized,
    key: z.union([
      z.strictObject({ value: z.number(), tolerance: z.number().nonnegative() }),
      z.strictObject({ computed, tolerance: z.number().nonnegative() }),
    ]),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('predict'),
    figure: questionFigure,
    /** Ids are values that the measure can take, as text: 'LAST_ACK', 'RST', '0'. */
    options: z.array(option.extend({ belief: belief.optional() })).min(3),
    key: z.strictObject({ computed }),
  }),
]);
export type QuestionFile = z.infer<typeof questionFile>;

/** Where the file of a question stands, from the root of the book. */
export function questionPath({ asked, chapter, id }: Pick<QuestionFile, 'asked' | 'chapter' | 'id'>): string {
  return `content/questions/${asked === 'interview' ? 'interview' : chapter}/${id}.json`;
}
