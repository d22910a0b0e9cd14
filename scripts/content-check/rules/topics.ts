import type { Book } from '../book';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';
import { isRfcSection, RFCS } from '../rfcs';

/** Skill → topic. */
export type Topics = ReadonlyMap<string, string>;

export function topicsOf({ topics }: Book): Topics {
  if (!topics) return new Map();
  const listed = topics.value as { id: string; skills: { id: string }[] }[];
  return new Map(listed.flatMap(({ id, skills }) => skills.map((skill) => [skill.id, id] as const)));
}

interface About {
  readonly chapter: string;
  readonly section: string;
  readonly topic: string;
  readonly skill: string;
  readonly sources: readonly string[];
}

/** What a question, graded or open, says that it is about is there: chapter, section, topic, skill and sources. */
export function checkAbout(book: Book, topics: Topics, file: JsonFile, about: About): Problem[] {
  const problems: Problem[] = [];
  const say = (at: (string | number)[], message: string) =>
    problems.push(error('question', file.file, file.lineOf(at), message));
  const chapter = book.chapters.en.get(about.chapter);
  if (!book.order.includes(about.chapter)) say(['chapter'], `there is no chapter "${about.chapter}"`);
  else if (chapter && !sectionsOf(chapter).has(about.section)) {
    say(['section'], `chapter "${about.chapter}" has no section "${about.section}"`);
  }
  const topic = topics.get(about.skill);
  if (topic === undefined) say(['skill'], `content/topics.json has no skill "${about.skill}"`);
  else if (topic !== about.topic) say(['topic'], `the skill "${about.skill}" belongs to the topic "${topic}"`);
  for (const [index, source] of about.sources.entries()) {
    const fault = faultOf(source);
    if (fault) say(['sources', index], fault);
  }
  return problems;
}

function sectionsOf(chapter: { tags: readonly { name: string; attributes: Readonly<Record<string, string>> }[] }) {
  return new Set(chapter.tags.filter((tag) => tag.name === 'Section').map((tag) => tag.attributes.id));
}

const OF_THE_KERNEL = /^(Linux 6\.18 \S|Linux commit [0-9a-f]{8}|kernel counter \w|measured on Linux 6\.18$)/;

/** A source is a clause of an RFC that the book cites, a place in the kernel, or what was measured. */
function faultOf(source: string): string | null {
  const [, rfc, section] = /^RFC (\d+)(?: §([\d.]+))?/.exec(source) ?? [];
  if (rfc === undefined)
    return OF_THE_KERNEL.test(source) ? null : `"${source}" is no source of the kinds that are cited`;
  if (!RFCS[rfc]) return `RFC ${rfc} is not among those that the book cites`;
  return section === undefined || isRfcSection(rfc, section) ? null : `RFC ${rfc} has no section ${section}`;
}
