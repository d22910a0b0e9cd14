import { z } from 'zod';
import { TCP_STATES } from '@/engine/tcp/state';
import type { ChapterFile, TagUse } from '../chapter-file';
import { error, type Problem } from '../problem';
import { CLOSING_SECTIONS, TAGS } from '../tags';

/** What a chapter must be in each language by itself: its head, its tags, its anatomy, its length. */
export function checkChapter(chapter: ChapterFile, number: number): Problem[] {
  return [
    ...checkFrontmatter(chapter),
    ...chapter.code.map((line) =>
      error('no-code', chapter.file, line, 'a chapter holds no import, no export and no {…}: only text and tags'),
    ),
    ...chapter.tags.flatMap((tag) => checkTag(chapter.file, tag)),
    ...checkAnatomy(chapter),
    ...checkNumbers(chapter, number),
    ...checkLength(chapter),
  ];
}

const frontmatter = z.strictObject({
  title: z.string().min(1),
  lead: z.string().min(1),
  description: z.string().min(1),
  revision: z.number().int().positive(),
});

function checkFrontmatter({ file, frontmatter: head }: ChapterFile): Problem[] {
  const parsed = frontmatter.safeParse(head);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) =>
    error('frontmatter', file, 1, `${issue.path.join('.') || 'frontmatter'}: ${issue.message}`),
  );
}

function checkTag(file: string, { name, attributes, expressions, line, parent }: TagUse): Problem[] {
  const spec = TAGS[name];
  if (!spec) return [error('tag', file, line, `<${name}> is not among the tags a chapter may use`)];
  const problems: Problem[] = [];
  const allowed = [...spec.required, ...(spec.optional ?? [])];
  for (const attribute of expressions) {
    problems.push(error('tag', file, line, `<${name}> ${attribute}: write the value in quotes, not in braces`));
  }
  for (const attribute of spec.required) {
    if (!attributes[attribute] && !expressions.includes(attribute)) {
      problems.push(error('tag', file, line, `<${name}> needs ${attribute}="…"`));
    }
  }
  for (const attribute of Object.keys(attributes)) {
    if (!allowed.includes(attribute)) {
      problems.push(error('tag', file, line, `<${name}> knows no attribute "${attribute}"`));
    }
  }
  if (spec.within && !spec.within.includes(parent)) {
    const places = spec.within.map((each) => (each === 'root' ? 'the top level' : `<${each}>`)).join(' or ');
    problems.push(error('tag', file, line, `<${name}> must stand directly in ${places}`));
  }
  if (name === 'State' && attributes.name && !TCP_STATES.some((state) => state === attributes.name)) {
    problems.push(error('tag', file, line, `"${attributes.name}" is no TCP state`));
  }
  return problems;
}

/** Opening, then sections with at least one simulator, then pitfalls, recap and the questions. */
function checkAnatomy({ file, tags }: ChapterFile): Problem[] {
  const problems: Problem[] = [];
  const top = tags.filter((tag) => tag.parent === 'root');
  if (top[0]?.name !== 'Opening') {
    problems.push(error('anatomy', file, top[0]?.line ?? 1, 'a chapter begins with <Opening>'));
  }
  const sections = top.filter((tag) => tag.name === 'Section');
  const seen = new Set<string>();
  for (const { attributes, line } of sections) {
    const id = attributes.id ?? '';
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      problems.push(error('anatomy', file, line, `"${id}" is no kebab-case id`));
    if (seen.has(id)) problems.push(error('anatomy', file, line, `section "${id}" stands twice`));
    seen.add(id);
  }
  const last = sections.slice(-CLOSING_SECTIONS.length).map((tag) => tag.attributes.id);
  if (last.join() !== CLOSING_SECTIONS.join()) {
    const line = sections.at(-1)?.line ?? 1;
    problems.push(error('anatomy', file, line, `the last sections must be ${CLOSING_SECTIONS.join(', ')}`));
  }
  const demand = (name: string, section: string | null, count: number | null) => {
    const uses = tags.filter((tag) => tag.name === name);
    if (uses.length === 0 || (count !== null && uses.length !== count)) {
      problems.push(
        error('anatomy', file, null, `expected ${count ?? 'at least one'} <${name}>, found ${uses.length}`),
      );
    }
    for (const use of uses) {
      if (section !== null && use.section !== section) {
        problems.push(error('anatomy', file, use.line, `<${name}> belongs in section "${section}"`));
      }
    }
  };
  demand('Opening', null, 1);
  demand('Simulator', null, null);
  demand('Pitfall', 'pitfalls', null);
  demand('Recap', 'recap', 1);
  demand('Quiz', 'check-yourself', 1);
  return problems;
}

/** Simulators are numbered through the chapter: 4.1, 4.2, … */
function checkNumbers({ file, tags }: ChapterFile, number: number): Problem[] {
  return tags
    .filter((tag) => tag.name === 'Simulator')
    .flatMap(({ attributes, line }, index) => {
      const expected = `${number}.${index + 1}`;
      if (attributes.number === expected) return [];
      return [error('anatomy', file, line, `this simulator is number "${expected}", not "${attributes.number ?? ''}"`)];
    });
}

const LENGTH = { en: { least: 900, most: 1800, unit: 'words' }, zh: { least: 1500, most: 3400, unit: 'characters' } };

function checkLength({ file, locale, length }: ChapterFile): Problem[] {
  const { least, most, unit } = LENGTH[locale];
  if (length >= least && length <= most) return [];
  return [error('length', file, null, `${length} ${unit}, and a chapter has ${least} to ${most}`)];
}
