import 'server-only';
import { TCP_STATES } from '@/engine/tcp/state';
import type { Locale } from '@/model/attempt';

/** As much of an mdast node with MDX as this file looks at. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number; column: number } };
}

export interface ChapterSection {
  readonly id: string;
  readonly title: string;
  /** Words in English, characters in Chinese. */
  readonly words: number;
}

/** A simulator of a chapter and its number as printed: "4.1". */
export interface ChapterFigure {
  readonly scenario: string;
  readonly number: string;
  /** The question that it stops to ask. */
  readonly predict?: string;
}

export interface ChapterOutline {
  readonly sections: readonly ChapterSection[];
  readonly figures: readonly ChapterFigure[];
}

/** What a chapter's tags may point at. */
export interface Targets {
  readonly scenarios: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly kernelFunctions: ReadonlySet<string>;
}

type Attributes = Readonly<Record<string, string>>;
type Check = (attributes: Attributes, targets: Targets) => string | null;

const INLINE = new Set(['State', 'Rfc', 'Kernel', 'Term', 'Seg']);

/** The closed set of tags, each with what its attributes must hold; null means that all is well. */
const TAGS: Readonly<Record<string, Check>> = {
  Opening: none,
  Section: ({ id, title }) => (id && title ? null : 'needs id="…" and title="…"'),
  State: ({ name }) => (TCP_STATES.some((state) => state === name) ? null : `names no TCP state: "${name}"`),
  Simulator: ({ scenario, number }, { scenarios }) => {
    if (!number) return 'needs number="…"';
    return scenarios.has(scenario ?? '') ? null : `wants content/scenarios/${scenario}.json, which does not exist`;
  },
  Explorer: ({ number }) => (number ? null : 'needs number="…"'),
  Versus: none,
  Said: none,
  Holds: none,
  Pitfall: ({ title }) => (title ? null : 'needs title="…"'),
  Recap: none,
  Quiz: none,
  Rfc: ({ n }) => (/^\d+$/.test(n ?? '') ? null : 'needs the number of an RFC, n="…"'),
  Kernel: ({ fn }, { kernelFunctions }) =>
    kernelFunctions.has(fn ?? '') ? null : `wants "${fn}", which content/kernel-functions.json does not have`,
  Term: ({ id }, { terms }) => (terms.has(id ?? '') ? null : `wants "${id}", which the glossary does not have`),
  Terminal: ({ title }) => (title ? null : 'needs title="…"'),
  Seg: none,
};

function none(): null {
  return null;
}

/**
 * Checks every tag of a chapter, gathers runs of plain text in `<Prose>`, and returns its sections and figures.
 * Throws an error that names `file`, line and column at the first fault.
 */
export function readChapterTree(root: MdxNode, file: string, locale: Locale, targets: Targets): ChapterOutline {
  checkTags(root, file, targets);
  const sections: ChapterSection[] = [];
  for (const node of root.children ?? []) {
    if (node.name !== 'Section' && node.name !== 'Opening') continue;
    if (node.name === 'Section') {
      const { id = '', title = '' } = attributesOf(node);
      const words = countWords(textOf(node), locale);
      sections.push({ id, title, words });
      node.attributes?.push({ type: 'mdxJsxAttribute', name: 'words', value: String(words) });
    }
    markFirstChips(node, new Set());
    handDownReferences(node);
    node.children = gatherProse(node.children ?? []);
  }
  return { sections, figures: figuresIn(root) };
}

function figuresIn(node: MdxNode): ChapterFigure[] {
  const { scenario = '', number = '', predict } = attributesOf(node);
  const figure = predict === undefined ? { scenario, number } : { scenario, number, predict };
  const here = node.name === 'Simulator' ? [figure] : [];
  return [...here, ...(node.children ?? []).flatMap(figuresIn)];
}

/** Counts as the two languages do: words, or Han characters together with the Latin words among them. */
export function countWords(text: string, locale: Locale): number {
  const latin = text.match(/[\p{Script=Latin}\p{N}]+(?:['’._/-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0;
  return locale === 'en' ? latin : latin + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function checkTags(node: MdxNode, file: string, targets: Targets): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const fault = faultOf(node, targets);
  if (fault !== null) throw new Error(`${file}:${line}:${column}: ${fault}`);
  for (const child of node.children ?? []) checkTags(child, file, targets);
}

function faultOf(node: MdxNode, targets: Targets): string | null {
  // The frontmatter was made into an export by a plugin; only what an author wrote has a position.
  if (node.type === 'mdxjsEsm' && node.position) return 'chapters neither import nor export';
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return 'chapters hold no {expressions}';
  if (!isTag(node)) return null;
  const check = Object.hasOwn(TAGS, node.name ?? '') ? TAGS[node.name ?? ''] : undefined;
  if (check === undefined) return `<${node.name ?? ''}> is not a tag of this book`;
  const fault = check(attributesOf(node), targets);
  return fault === null ? null : `<${node.name}> ${fault}`;
}

function isTag(node: MdxNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function attributesOf(node: MdxNode): Attributes {
  const plain = (node.attributes ?? []).filter(({ value }) => typeof value === 'string');
  return Object.fromEntries(plain.map(({ name, value }) => [name, value]));
}

/** The words a reader reads; listings are looked at, not read. */
function textOf(node: MdxNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(textOf).join(' ');
}

/** The first chip of each state in a section can be focused; a stop at every one would be a burden to keyboards. */
function markFirstChips(node: MdxNode, seen: Set<string>): void {
  if (node.name === 'State') {
    const { name = '' } = attributesOf(node);
    if (!seen.has(name)) node.attributes?.push({ type: 'mdxJsxAttribute', name: 'first', value: 'yes' });
    seen.add(name);
  }
  for (const child of node.children ?? []) markFirstChips(child, seen);
}

/** `<Versus sourceRef protocolRef>` says where each side is said; the sides show it. */
function handDownReferences(node: MdxNode): void {
  const { sourceRef, protocolRef } = node.name === 'Versus' ? attributesOf(node) : {};
  for (const child of node.children ?? []) {
    const reference = { Said: sourceRef, Holds: protocolRef }[child.name ?? ''];
    if (reference) child.attributes?.push({ type: 'mdxJsxAttribute', name: 'reference', value: reference });
    handDownReferences(child);
  }
}

function gatherProse(children: readonly MdxNode[]): MdxNode[] {
  const gathered: MdxNode[] = [];
  let run: MdxNode | null = null;
  for (const child of children) {
    if (child.type === 'mdxJsxFlowElement' && !INLINE.has(child.name ?? '')) {
      gathered.push(child);
      run = null;
      continue;
    }
    if (run === null) {
      run = { type: 'mdxJsxFlowElement', name: 'Prose', attributes: [], children: [] };
      gathered.push(run);
    }
    run.children?.push(child);
  }
  return gathered;
}
