import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client';
import remarkGfm from 'remark-gfm';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import { type ChapterOutline, type MdxNode, readChapterTree, type Targets } from './chapter-tree';
import { figureNames } from './figures';
import { loadGlossary } from './glossary';
import { loadKernelFunctions } from './kernel-functions';

const frontmatter = z.strictObject({
  title: z.string().min(1),
  /** The sentence under the title. */
  lead: z.string().min(1),
  /** For search engines and link previews. */
  description: z.string().min(1),
  revision: z.number().int().positive(),
});

/** A chapter in one language, compiled. `Content` is rendered with the map of the book's tags as `components`. */
export interface Chapter extends z.infer<typeof frontmatter>, ChapterOutline {
  readonly slug: string;
  /** Reading time at 250 words or 400 characters a minute. */
  readonly minutes: number;
  readonly Content: ReturnType<typeof getMDXComponent>;
}

const READ_PER_MINUTE: Readonly<Record<Locale, number>> = { en: 250, zh: 400 };

const compiled = new Map<string, { changedMs: number; chapter: Promise<Chapter> }>();

/**
 * Compiles content/<locale>/chapters/<slug>.mdx, here on the server only: the browser gets elements, never MDX.
 * One compilation serves all pages of a process until the file changes. Faults name file, line and column.
 */
export async function loadChapter(locale: Locale, slug: string): Promise<Chapter> {
  const file = `content/${locale}/chapters/${slug}.mdx`;
  const { mtimeMs } = await stat(sourcePath(locale, slug));
  const known = compiled.get(file);
  if (known?.changedMs === mtimeMs) return known.chapter;
  const chapter = compile(file, locale, slug);
  compiled.set(file, { changedMs: mtimeMs, chapter });
  return chapter;
}

function sourcePath(locale: Locale, slug: string): string {
  return path.join(process.cwd(), 'content', locale, 'chapters', `${slug}.mdx`);
}

async function compile(file: string, locale: Locale, slug: string): Promise<Chapter> {
  const source = await readFile(sourcePath(locale, slug), 'utf8');
  const targets = await loadTargets(locale);
  let outline: ChapterOutline = { sections: [], figures: [] };
  let fault: unknown = null;
  const bundled = await bundleMDX({
    source,
    cwd: process.cwd(),
    mdxOptions(options) {
      const readTree = () => (tree: MdxNode) => {
        try {
          outline = readChapterTree(tree, file, locale, targets);
        } catch (cause) {
          // esbuild would bury the message in its own.
          fault = cause;
          throw cause;
        }
      };
      options.remarkPlugins = [...(options.remarkPlugins ?? []), remarkGfm, readTree];
      return options;
    },
    esbuildOptions: (options) => ({ ...options, target: 'es2022', minify: false, logLevel: 'silent' }),
  }).catch((cause: unknown) => {
    throw fault ?? new Error(`${file}:${faultOf(cause)}`, { cause });
  });
  const parsed = frontmatter.safeParse(bundled.frontmatter);
  if (!parsed.success) throw new Error(`${file}:1: ${z.prettifyError(parsed.error)}`);
  const words = outline.sections.reduce((sum, section) => sum + section.words, 0);
  return {
    ...parsed.data,
    slug,
    ...outline,
    minutes: Math.max(1, Math.round(words / READ_PER_MINUTE[locale])),
    Content: getMDXComponent(bundled.code),
  };
}

async function loadTargets(locale: Locale): Promise<Targets> {
  const [scenarios, glossary, kernelFunctions] = await Promise.all([
    figureNames(),
    loadGlossary(locale),
    loadKernelFunctions(),
  ]);
  return {
    scenarios,
    terms: new Set(glossary.map(({ id }) => id)),
    kernelFunctions: new Set(Object.keys(kernelFunctions)),
  };
}

/** esbuild's errors name the copy in memory that mdx-bundler made; its line and column are those of the file. */
function faultOf(cause: unknown): string {
  const errors = z
    .object({
      errors: z
        .array(z.object({ text: z.string(), location: z.object({ line: z.number(), column: z.number() }).nullable() }))
        .min(1),
    })
    .safeParse(cause);
  if (!errors.success) return cause instanceof Error ? cause.message : String(cause);
  return errors.data.errors
    .map(({ text, location }) => `${location ? `${location.line}:${location.column + 1}: ` : ''}${text}`)
    .join('\n');
}
