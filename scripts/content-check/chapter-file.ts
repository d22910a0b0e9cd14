import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import type { Locale } from '@/model/attempt';
import { countWords } from '@/server/content/chapter-tree';
import { error, type Problem } from './problem';
import { TAGS } from './tags';

export interface TagUse {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Attributes written as `{…}`, which chapters may not use. */
  readonly expressions: readonly string[];
  readonly line: number;
  /** Name of the tag right around it, 'root' at the top, 'prose' inside a paragraph, list or table. */
  readonly parent: string;
  /** Id of the section it stands in. */
  readonly section: string | null;
}

/** A block that both languages must have in the same order: a tag, a heading, a list, a table, a listing. */
export interface Block {
  readonly signature: string;
  readonly line: number;
}

/** A chapter in one language, as the rules see it. */
export interface ChapterFile {
  readonly locale: Locale;
  readonly slug: string;
  readonly file: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly tags: readonly TagUse[];
  readonly blocks: readonly Block[];
  readonly links: readonly { readonly url: string; readonly line: number }[];
  /** Every "fig. 4.1" or 「图 4.1」 of the prose. */
  readonly figureNumbers: readonly { readonly number: string; readonly line: number }[];
  /** Lines that hold `import`, `export` or `{…}`. */
  readonly code: readonly number[];
  /** Words in English, Han characters (and Latin words) in Chinese; listings are not counted. */
  readonly length: number;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm);

export function chapterPath(locale: Locale, slug: string): string {
  return `content/${locale}/chapters/${slug}.mdx`;
}

/** Reads and parses one chapter; a syntax error is one problem with its line. */
export function readChapter(root: string, locale: Locale, slug: string): ChapterFile | Problem {
  const file = chapterPath(locale, slug);
  const source = readFileSync(path.join(root, file), 'utf8');
  try {
    return collect(processor.parse(source), locale, slug, file);
  } catch (cause) {
    const { line, reason, message } = cause as { line?: number; reason?: string; message: string };
    return error('mdx', file, line ?? null, reason ?? message);
  }
}

function collect(tree: Root, locale: Locale, slug: string, file: string): ChapterFile {
  const tags: TagUse[] = [];
  const blocks: Block[] = [];
  const links: { url: string; line: number }[] = [];
  const figureNumbers: { number: string; line: number }[] = [];
  const code: number[] = [];
  const prose: string[] = [];
  let frontmatter: Record<string, unknown> = {};

  const visit = (node: Nodes, parent: string, section: string | null): void => {
    const line = node.position?.start.line ?? 1;
    const signature = signatureOf(node);
    if (signature !== null) blocks.push({ signature, line });
    if (node.type === 'yaml') frontmatter = (parseYaml(node.value) ?? {}) as Record<string, unknown>;
    if (node.type === 'text' || node.type === 'inlineCode') prose.push(node.value);
    if (node.type === 'text') {
      for (const [, number = ''] of node.value.matchAll(FIGURE_NUMBER)) figureNumbers.push({ number, line });
    }
    if (node.type === 'link') links.push({ url: node.url, line });
    if (CODE.has(node.type)) code.push(line);
    const tag = isJsx(node) ? tagOf(node, parent, section) : null;
    if (tag) tags.push(tag);
    const inside = tag?.name ?? (node.type === 'root' ? 'root' : isOnlyTags(node) ? parent : 'prose');
    const here = tag?.name === 'Section' ? (tag.attributes.id ?? null) : section;
    if ('children' in node) for (const child of (node as Parents).children) visit(child, inside, here);
  };
  visit(tree, 'root', null);
  return {
    locale,
    slug,
    file,
    frontmatter,
    tags,
    blocks,
    links,
    figureNumbers,
    code,
    length: countWords(prose.join(' '), locale),
  };
}

const FIGURE_NUMBER = /(?:\b[Ff]igs?\.?|\b[Ff]igures?|图)\s*(\d+\.\d+)/g;

const CODE: ReadonlySet<string> = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);

/** A tag alone on its line is parsed as a paragraph; MDX takes that paragraph away again. */
function isOnlyTags(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false;
  return node.children.every((child) => isJsx(child) || (child.type === 'text' && child.value.trim() === ''));
}

function isJsx(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function tagOf(node: Jsx, parent: string, section: string | null): TagUse {
  const attributes: Record<string, string> = {};
  const expressions: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      attributes[attribute.name] = attribute.value;
    } else {
      expressions.push(attribute.type === 'mdxJsxAttribute' ? attribute.name : '…');
    }
  }
  return {
    name: node.name ?? '',
    attributes,
    expressions,
    line: node.position?.start.line ?? 1,
    parent,
    section,
  };
}

const LANGUAGE_FREE = ['id', 'scenario', 'number', 'predict'] as const;

/** What of a block must be the same in both languages; null for what may differ (paragraphs, emphasis, inline tags). */
function signatureOf(node: Nodes): string | null {
  if (node.type === 'heading') return `heading ${node.depth}`;
  if (node.type === 'list') return `${node.ordered ? 'ordered' : 'bulleted'} list of ${node.children.length}`;
  if (node.type === 'table') return `table of ${node.children.length} × ${node.children[0]?.children.length ?? 0}`;
  if (node.type === 'code') return 'listing';
  if (!isJsx(node)) return null;
  const tag = tagOf(node, '', null);
  if (TAGS[tag.name]?.inline) return null;
  const carried = LANGUAGE_FREE.flatMap((name) => tag.attributes[name] ?? []);
  return [`<${tag.name}>`, ...carried].join(' ');
}
