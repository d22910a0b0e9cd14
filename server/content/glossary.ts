import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';

const glossaryFile = z.array(
  z.strictObject({
    /** Anchor on the page; the same in both languages. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    term: z.string().min(1),
    /** The term in the other language of the book. */
    other: z.string().min(1),
    text: z.string().min(1),
  }),
);
export type GlossaryEntry = z.infer<typeof glossaryFile>[number];

export async function loadGlossary(locale: Locale): Promise<readonly GlossaryEntry[]> {
  const source = await readFile(path.join(process.cwd(), 'content', locale, 'glossary.json'), 'utf8');
  const parsed = glossaryFile.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`content/${locale}/glossary.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
