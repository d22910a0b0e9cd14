'use client';

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '@/components/client/call';
import { startDelivery } from '@/components/client/delivery';
import { followOutbox, loadProgress } from '@/components/client/load-progress';
import { type KeptItem, outbox } from '@/components/client/outbox';
import { progress as progressStore } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import { NO_PROGRESS } from '@/components/client/with-done';
import type { Locale, Progress } from '@/model/attempt';
import { AnswerHistory } from './answer-history';
import { ChapterTable } from './chapter-table';
import type { MasteryProps } from './mastery-part';
import type { OwnChapter } from './own-book';
import { OwnData } from './own-data';
import type { OwnSkill } from './own-skill';
import { WaitingList } from './waiting-list';
import type { MeWords } from './words';

interface Props {
  locale: Locale;
  chapters: readonly OwnChapter[];
  skills: readonly OwnSkill[];
  words: MeWords;
}

const NOTHING_WAITS: readonly KeptItem[] = [];

export function OwnPageIsland({ locale, chapters, skills, words }: Props) {
  const known = useStore(progressStore, null);
  const items = useStore(outbox, NOTHING_WAITS);
  const [loading, setLoading] = useState<'yes' | 'done' | Fault>('yes');
  const [deleted, setDeleted] = useState(false);
  const [edition, setEdition] = useState(0);
  const news = useRef<HTMLParagraphElement>(null);

  const load = useCallback(async () => {
    setLoading('yes');
    setLoading((await loadProgress()) ?? 'done');
  }, []);

  useEffect(() => {
    void load();
    const unfollow = followOutbox();
    startDelivery();
    return unfollow;
  }, [load]);

  // An answer that has left the outbox has reached the server: the list of answers is then one longer.
  const attempts = items.filter(({ kind }) => kind === 'attempt' || kind === 'open-answer').length;
  const [attemptsBefore, setAttemptsBefore] = useState(attempts);
  if (attempts !== attemptsBefore) {
    setAttemptsBefore(attempts);
    if (attempts < attemptsBefore) setEdition(edition + 1);
  }

  const Mastery = useMastery();
  // What comes below waits for what stands above, so that nothing jumps.
  const [masteryStands, setMasteryStands] = useState(false);
  const onMastery = useCallback(() => setMasteryStands(true), []);
  useEffect(() => {
    if (deleted) news.current?.focus();
  }, [deleted]);

  const shown = known ?? (loading === 'done' ? NO_PROGRESS : null);
  const something = items.length > 0 || (shown !== null && !isEmpty(shown));
  const isNew = loading === 'done' && !something;
  return (
    <>
      {deleted ? (
        <p className="deleted" tabIndex={-1} ref={news}>
          {words.delete.done}
        </p>
      ) : null}
      {typeof loading === 'object' ? (
        <div className="failure" role="alert">
          <p>{loading.kind === 'problem' ? words.error.fault : words.error.unreachable}</p>
          <button type="button" className="btn small" onClick={() => void load()}>
            {words.error.again}
          </button>
        </div>
      ) : null}
      {isNew ? (
        <div className="empty">
          <p>{words.empty.text}</p>
          <a className="btn primary" href={chapters[0]?.href}>
            {words.empty.action}
          </a>
        </div>
      ) : (
        <>
          <section className="own-part" aria-labelledby="own-chapters">
            <h2 id="own-chapters">{words.chapters.title}</h2>
            <ChapterTable chapters={chapters} progress={shown} words={words.chapters} />
          </section>
          {Mastery !== 'lost' && Mastery !== null && loading === 'done' ? (
            <Mastery.Part {...{ locale, skills, edition }} words={words.mastery} onReady={onMastery} />
          ) : null}
          {items.length > 0 ? <WaitingList items={items} chapters={chapters} words={words.waiting} /> : null}
          {typeof loading === 'object' || !(masteryStands || Mastery === 'lost') ? null : (
            <AnswerHistory locale={locale} chapters={chapters} words={words} edition={edition} />
          )}
        </>
      )}
      {/* Not before what stands above it has its height, or it would jump. */}
      {shown !== null || typeof loading === 'object' ? (
        <OwnData locale={locale} something={something} words={words} onDeleted={() => setDeleted(true)} />
      ) : null}
    </>
  );
}

type LateMastery = { readonly Part: ComponentType<MasteryProps> } | 'lost' | null;

/** The schedule that mastery is worked out by is heavy, so it comes after the rest of the page. */
function useMastery(): LateMastery {
  const [late, setLate] = useState<LateMastery>(null);
  useEffect(() => {
    let gone = false;
    import('./mastery-part').then(
      ({ MasteryPart }) => gone || setLate({ Part: MasteryPart }),
      () => gone || setLate('lost'),
    );
    return () => {
      gone = true;
    };
  }, []);
  return late;
}

function isEmpty({ chapters, interview = [], open = [], drilled = 0 }: Progress): boolean {
  const inChapters = chapters.flatMap(({ sections, simulators, questions }) => [
    ...sections,
    ...simulators,
    ...questions,
  ]);
  return inChapters.length + interview.length + open.length + drilled === 0;
}
