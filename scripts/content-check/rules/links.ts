import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/model/attempt';
import { type Book, LOCALES } from '../book';
import type { ChapterFile } from '../chapter-file';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';
import { isRfcSection, RFCS } from '../rfcs';

const PAGES = path.resolve(import.meta.dirname, '../../../app/[locale]');

/** Whatever a chapter points to is there: sections, chapters, terms, figures, RFC clauses. */
export function checkLinks(book: Book): Problem[] {
  return [
    ...checkGlossaries(book),
    ...LOCALES.flatMap((locale) =>
      [...book.chapters[locale].values()].flatMap((chapter) => [
        ...checkUrls(book, chapter),
        ...checkReferences(book, chapter),
        ...checkFigureNumbers(chapter),
      ]),
    ),
  ];
}

/** Ids of the terms of a glossary, with where they stand. */
function termsOf(file: JsonFile | undefined): Map<string, number> {
  const terms = Array.isArray(file?.value) ? (file.value as { id?: unknown }[]) : [];
  return new Map(terms.map(({ id }, index) => [String(id), file?.lineOf([index]) ?? 1]));
}

function checkGlossaries({ glossary }: Book): Problem[] {
  const { en, zh } = glossary;
  if (!en || !zh) return [];
  const pairs = [
    [en, zh, 'Chinese'],
    [zh, en, 'English'],
  ] as const;
  return pairs.flatMap(([here, there, language]) => {
    const other = termsOf(there);
    return [...termsOf(here)]
      .filter(([id]) => !other.has(id))
      .map(([id, line]) => error('glossary', here.file, line, `term "${id}" is not in the ${language} glossary`));
  });
}

function checkUrls(book: Book, chapter: ChapterFile): Problem[] {
  return chapter.links.flatMap(({ url, line }) => {
    const fault = faultOf(book, chapter, url);
    return fault === null ? [] : [error('link', chapter.file, line, `${url}: ${fault}`)];
  });
}

/** What is wrong with an address, null for what is in order or leads out of the book by https. */
function faultOf(book: Book, chapter: ChapterFile, url: string): string | null {
  if (url.startsWith('https://')) return URL.canParse(url) ? null : 'this is no address';
  if (url.startsWith('#')) {
    return hasSection(chapter, url.slice(1)) ? null : 'this chapter has no such section';
  }
  const [, page = '', slug, hash] = /^\/(glossary|chapters)(?:\/([a-z0-9-]+))?(?:#(.+))?$/.exec(url) ?? [];
  if (page === 'glossary' && slug === undefined) {
    if (hash === undefined || termsOf(book.glossary[chapter.locale]).has(hash)) return null;
    return 'the glossary has no such term';
  }
  if (page === 'chapters' && slug !== undefined) {
    if (!book.order.includes(slug)) return 'there is no such chapter';
    const target = book.chapters[chapter.locale].get(slug);
    return hash === undefined || !target || hasSection(target, hash) ? null : 'that chapter has no such section';
  }
  const [place = ''] = url.split(/[?#]/);
  if (/^(\/[a-z-]+)+$/.test(place) && existsSync(path.join(PAGES, place, 'page.tsx'))) return null;
  return 'write https://…, #section, /chapters/<slug>#section, /glossary#term or another page of the book';
}

function hasSection(chapter: ChapterFile, id: string): boolean {
  return chapter.tags.some((tag) => tag.name === 'Section' && tag.attributes.id === id);
}

function checkReferences(book: Book, chapter: ChapterFile): Problem[] {
  const terms = termsOf(book.glossary[chapter.locale as Locale]);
  return chapter.tags.flatMap(({ name, attributes, line }) => {
    const say = (message: string) => [error('link', chapter.file, line, message)];
    if (name === 'Term' && attributes.id && book.glossary[chapter.locale] && !terms.has(attributes.id)) {
      return say(`the glossary has no term "${attributes.id}"`);
    }
    if (name === 'Simulator' && attributes.scenario) {
      const file = `content/scenarios/${attributes.scenario}.json`;
      if (!existsSync(path.join(book.root, file))) return say(`there is no figure "${attributes.scenario}" (${file})`);
    }
    if (name === 'Kernel' && attributes.fn && !hasKey(book.kernelFunctions, attributes.fn)) {
      return say(`content/kernel-functions.json has no function "${attributes.fn}"`);
    }
    if (name === 'Rfc' && attributes.n) {
      if (!RFCS[attributes.n])
        return say(`RFC ${attributes.n} is not among those the book cites (scripts/content-check/rfcs.ts)`);
      if (attributes.s && !isRfcSection(attributes.n, attributes.s)) {
        return say(`RFC ${attributes.n} has no section ${attributes.s}`);
      }
    }
    return [];
  });
}

function hasKey(file: JsonFile | null, key: string): boolean {
  return typeof file?.value === 'object' && file.value !== null && Object.hasOwn(file.value, key);
}

/** "Fig. 1.3" and 「图 1.3」 in the prose name a simulator of this chapter. */
function checkFigureNumbers(chapter: ChapterFile): Problem[] {
  const numbers = new Set(chapter.tags.filter((tag) => tag.name === 'Simulator').map((tag) => tag.attributes.number));
  const own = [...numbers][0]?.split('.')[0];
  return chapter.figureNumbers
    .filter(({ number }) => number.split('.')[0] === own && !numbers.has(number))
    .map(({ number, line }) => error('link', chapter.file, line, `this chapter has no figure ${number}`));
}
