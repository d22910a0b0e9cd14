import { describe, expect, it } from 'vitest';
import type { Progress } from '@/model/attempt';
import { nextPlace } from './next-place';

const chapter = (slug: string, number: number) => ({
  slug,
  number,
  title: slug,
  href: `/en/chapters/${slug}`,
  questions: 3,
  sections: ['opening', 'middle', 'recap'].map((id) => ({ id, title: id })),
});
const book = [chapter('one', 1), chapter('two', 2)];

function at(slug: string, section: string | null, read: Record<string, string[]>): Progress {
  const chapters = Object.entries(read).map(([name, sections]) => ({
    chapter: name,
    sections,
    simulators: [],
    questions: [],
  }));
  return { chapters, last: { chapter: slug, section, at: '2026-11-22T12:00:00.000Z' } };
}

function say(progress: Progress | null): string {
  const place = nextPlace(progress, book);
  const section = place?.kind === 'go' ? (place.section?.id ?? 'start') : '';
  return `${place?.kind} ${place?.chapter.slug} ${section}`.trim();
}

describe('where a learner goes on', () => {
  it('begins with the first chapter', () => {
    expect(say(null)).toBe('begin one');
    expect(say({ chapters: [], last: null })).toBe('begin one');
    expect(say(at('a chapter no longer in the book', null, {}))).toBe('begin one');
  });

  it('goes on after the section read last', () => {
    expect(say(at('one', 'opening', { one: ['opening'] }))).toBe('go one middle');
    expect(say(at('two', 'middle', { two: ['middle'] }))).toBe('go two recap');
  });

  it('comes back to what was skipped in the chapter before it leaves it', () => {
    expect(say(at('two', 'recap', { two: ['middle', 'recap'] }))).toBe('go two opening');
  });

  it('goes to the next chapter, then to those before, and ends', () => {
    const all = ['opening', 'middle', 'recap'];
    expect(say(at('one', 'recap', { one: all }))).toBe('go two start');
    expect(say(at('two', 'recap', { two: all }))).toBe('go one start');
    expect(say(at('two', 'recap', { one: ['opening'], two: all }))).toBe('go one middle');
    expect(say(at('one', 'recap', { one: all, two: all }))).toBe('finished one');
  });

  it('stays in a chapter in which only a simulator was played', () => {
    expect(say(at('two', null, { two: [] }))).toBe('go two opening');
  });

  it('has no place in a book without chapters', () => {
    expect(nextPlace(null, [])).toBeNull();
  });
});
