import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const bookFile = z
  .strictObject({
    parts: z.array(z.strictObject({ id: slug, chapters: z.array(slug).min(1) })).min(1),
    chapters: z.record(slug, z.strictObject({ needs: z.array(slug) })),
  })
  .superRefine(({ parts, chapters }, context) => {
    const listed = parts.flatMap((part) => part.chapters);
    const unlisted = Object.keys(chapters).filter((chapter) => !listed.includes(chapter));
    const undescribed = listed.filter((chapter) => !(chapter in chapters));
    for (const chapter of [...unlisted, ...undescribed]) {
      context.addIssue(`"${chapter}" must stand both in parts and in chapters`);
    }
    if (new Set(listed).size !== listed.length) context.addIssue('a chapter stands twice in parts');
  });

/** Parts and chapters in reading order; chapters are numbered through the whole book, from 1. */
export interface Book {
  readonly parts: readonly { readonly id: string; readonly chapters: readonly string[] }[];
  readonly chapters: readonly string[];
}

export async function loadBook(): Promise<Book> {
  const source = await readFile(path.join(process.cwd(), 'content', 'book.json'), 'utf8');
  const parsed = bookFile.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`content/book.json: ${z.prettifyError(parsed.error)}`);
  const { parts } = parsed.data;
  return { parts, chapters: parts.flatMap((part) => part.chapters) };
}
