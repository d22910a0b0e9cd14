'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { clientId } from '@/components/client/id';
import { keep, outbox } from '@/components/client/outbox';
import { progress } from '@/components/client/progress';
import { hasLearner } from '@/components/client/session';
import type { Locale } from '@/model/attempt';
import { neededMs } from './reading-clock';
import { watchReading } from './watch-reading';
import type { NoticeWords } from './words';

interface Props {
  locale: Locale;
  chapter: string | null;
  words: NoticeWords;
}

type Awake = ComponentType<{ words: NoticeWords }>;

/**
 * The part that every page carries: it watches and keeps. What sends, asks and speaks is loaded when there is something
 * to send or someone to ask about; a first visit that only looks makes no request.
 */
export function LearningIsland({ locale, chapter, words }: Props) {
  const [awake, setAwake] = useState<{ Notice: Awake } | null>(null);

  useEffect(() => {
    let gone = false;
    const wake = () => {
      if (outbox.get().length === 0 && !hasLearner()) return;
      import('./learning-awake').then(
        ({ LearningAwake }) => gone || setAwake((now) => now ?? { Notice: LearningAwake }),
        () => undefined, // No network for the code either: what was kept stays kept, and the next event tries again.
      );
    };
    const timer = setTimeout(wake, 200);
    const unsubscribe = outbox.subscribe(wake);
    window.addEventListener('online', wake);
    return () => {
      gone = true;
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('online', wake);
    };
  }, []);

  useEffect(() => {
    const onSimulated = (event: Event) => {
      if (event instanceof CustomEvent) keepSimulation(event.detail, locale);
    };
    window.addEventListener('2msl:simulated', onSimulated);
    return () => window.removeEventListener('2msl:simulated', onSimulated);
  }, [locale]);

  useEffect(() => {
    if (chapter === null) return;
    return watchReading(
      (section) => neededMs(Number(section.dataset.sectionWords ?? 0), locale),
      (section) => keepReading(chapter, section, locale),
    );
  }, [chapter, locale]);

  return (
    <div className="notice-place" role="status">
      {awake ? <awake.Notice words={words} /> : null}
    </div>
  );
}

function keepReading(chapter: string, section: string, locale: Locale): void {
  const known = progress.get()?.chapters.find((other) => other.chapter === chapter);
  if (known?.sections.includes(section)) return;
  const body = { id: clientId(), chapter, section, locale, readAt: new Date().toISOString() };
  keep({ kind: 'reading', body });
}

function keepSimulation(detail: unknown, locale: Locale): void {
  if (typeof detail !== 'object' || detail === null || !('scenario' in detail)) return;
  const scenario = String(detail.scenario);
  const chapter = 'chapter' in detail && typeof detail.chapter === 'string' ? detail.chapter : null;
  const waiting = outbox.get().some((item) => item.kind === 'simulation' && item.body.scenario === scenario);
  const tried = progress.get()?.chapters.some(({ simulators }) => simulators.includes(scenario));
  if (waiting || tried) return;
  keep({ kind: 'simulation', body: { id: clientId(), scenario, chapter, locale, triedAt: new Date().toISOString() } });
}
