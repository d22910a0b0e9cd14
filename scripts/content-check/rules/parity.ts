import type { Book } from '../book';
import type { ChapterFile } from '../chapter-file';
import { error, type Problem } from '../problem';

/** Both languages of a chapter have the same bones. */
export function checkParity({ chapters, order }: Book): Problem[] {
  return order.flatMap((slug) => {
    const en = chapters.en.get(slug);
    const zh = chapters.zh.get(slug);
    return en && zh ? [...checkRevision(en, zh), ...checkBlocks(en, zh), ...checkReferences(en, zh)] : [];
  });
}

function checkRevision(en: ChapterFile, zh: ChapterFile): Problem[] {
  if (en.frontmatter.revision === zh.frontmatter.revision) return [];
  const message = `revision ${zh.frontmatter.revision}, but the English text is at ${en.frontmatter.revision}`;
  return [error('parity', zh.file, 1, message)];
}

/** The first block at which they part: all that follows would be noise. */
function checkBlocks(en: ChapterFile, zh: ChapterFile): Problem[] {
  const count = Math.max(en.blocks.length, zh.blocks.length);
  for (let index = 0; index < count; index++) {
    const ours = en.blocks[index];
    const theirs = zh.blocks[index];
    if (ours?.signature === theirs?.signature) continue;
    const said = (file: ChapterFile, block: { signature: string; line: number } | undefined) =>
      block ? `${block.signature} (${file.file}:${block.line})` : `nothing more (${file.file})`;
    const message = `the languages part here: English has ${said(en, ours)}, Chinese ${said(zh, theirs)}`;
    return [error('parity', zh.file, theirs?.line ?? null, message)];
  }
  return [];
}

const REFERENCES = [
  { tag: 'Rfc', name: ({ n = '', s }: Readonly<Record<string, string>>) => (s ? `RFC ${n} §${s}` : `RFC ${n}`) },
  { tag: 'Kernel', name: ({ fn = '' }: Readonly<Record<string, string>>) => `kernel function ${fn}` },
  { tag: 'Term', name: ({ id = '' }: Readonly<Record<string, string>>) => `term ${id}` },
] as const;

/** What one language cites, the other cites too; where in the sentence, and how often, is its own affair. */
function checkReferences(en: ChapterFile, zh: ChapterFile): Problem[] {
  return REFERENCES.flatMap(({ tag, name }) => {
    const cited = (chapter: ChapterFile) =>
      new Map(chapter.tags.filter((use) => use.name === tag).map((use) => [name(use.attributes), use.line]));
    return [...onlyIn(en, cited(en), cited(zh)), ...onlyIn(zh, cited(zh), cited(en))];
  });
}

function onlyIn(chapter: ChapterFile, here: Map<string, number>, there: Map<string, number>): Problem[] {
  return [...here]
    .filter(([reference]) => !there.has(reference))
    .map(([reference, line]) =>
      error('parity', chapter.file, line, `${reference} is cited here, and not in the other language`),
    );
}
