import 'server-only';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import { loadWords, type Messages } from './words';

const sayings = z.record(z.string(), z.string());

/** What figures.json says of each figure, by the name of its scenario. */
const figuresFile = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    description: z.string(),
    knobs: sayings.optional(),
    faults: sayings.optional(),
    verdicts: z.record(z.string(), z.strictObject({ says: z.string(), otherwise: z.string().optional() })).optional(),
  }),
);

export interface FigureWords {
  readonly simulator: Messages;
  readonly figures: z.infer<typeof figuresFile>;
  readonly rules: Readonly<Record<string, string>>;
}

/** The words that figures are drawn and played with. */
export async function loadFigureWords(locale: Locale): Promise<FigureWords> {
  const { simulator = {}, figures, rules } = await loadWords(locale);
  return { simulator, figures: parse('figures', figuresFile, figures), rules: parse('rules', sayings, rules) };

  function parse<T>(name: string, schema: z.ZodType<T>, messages: unknown): T {
    const parsed = schema.safeParse(messages);
    if (!parsed.success) throw new Error(`content/${locale}/words/${name}.json: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
}
