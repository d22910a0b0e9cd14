'use client';

import { fill } from '@/components/client/fill';
import { progress } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import type { Progress } from '@/model/attempt';
import { type BookChapter, type NextPlace, nextPlace } from './next-place';
import { TickMark } from './tick-mark';
import type { ContinueWords } from './words';

interface Props {
  chapters: readonly BookChapter[];
  meHref: string;
  words: ContinueWords;
}

export function ContinueIsland({ chapters, meHref, words }: Props) {
  const known = useStore(progress, null);
  const place = nextPlace(known, chapters);
  if (!place) return null;
  const { chapter } = place;
  const mine = known?.chapters.find((other) => other.chapter === chapter.slug);
  const share = chapter.sections.length === 0 ? 0 : Math.min(1, (mine?.sections.length ?? 0) / chapter.sections.length);
  return (
    <a className="cont" href={hrefOf(place, meHref)} data-continue={place.kind}>
      <TickMark share={place.kind === 'finished' ? 1 : share} label={null} />
      <b>{fill(titleOf(place, words), { title: chapter.title })}</b>
      <span>
        {fill(whereOf(place, words), { number: chapter.number, section: sectionTitle(place) })}
        {mine && mine.questions.length > 0 ? ` · ${rightOf(mine, chapter.questions, words)}` : null}
      </span>
      <svg className="ar" viewBox="0 0 28 28" aria-hidden="true">
        <path d="M4 14h19m-7-7 7 7-7 7" />
      </svg>
    </a>
  );
}

function hrefOf(place: NextPlace, meHref: string): string {
  if (place.kind === 'finished') return meHref;
  const section = place.kind === 'go' ? place.section : null;
  return section ? `${place.chapter.href}#${section.id}` : place.chapter.href;
}

function titleOf(place: NextPlace, words: ContinueWords): string {
  return { begin: words.begin, go: words.go, finished: words.finished }[place.kind];
}

function whereOf(place: NextPlace, words: ContinueWords): string {
  if (place.kind === 'begin') return words.beginAt;
  if (place.kind === 'finished') return words.finishedAt;
  return place.section ? words.atSection : words.atChapter;
}

function sectionTitle(place: NextPlace): string {
  return place.kind === 'go' ? (place.section?.title ?? '') : '';
}

function rightOf(mine: Progress['chapters'][number], total: number, words: ContinueWords): string {
  return fill(words.right, { right: mine.questions.filter(({ last }) => last).length, total });
}
