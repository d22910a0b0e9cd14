'use client';

import { useMemo } from 'react';
import { draftFromForm, emptyDraft } from '@/components/quiz/draft';
import { Player } from '@/components/simulator/player/player';
import type { PlayerProps } from '@/components/simulator/player-props';
import { createSpeech } from '@/components/simulator/words/speech';
import { LiveCard } from './live-card';
import type { PredictIslandProps } from './question';
import { usePrediction } from './use-prediction';

/** A figure alive that asks first: held as long as nothing is answered, then played on beside what was expected. */
export function PredictPlayer({ question, cardWords, ...props }: PredictIslandProps & PlayerProps) {
  const { name, locale, words, figure, root } = props;
  const live = usePrediction(question, locale, () => {
    const form = root.querySelector('form');
    return form ? draftFromForm(question, form) : emptyDraft(question);
  });
  const { isHeld, expected } = live;
  const speech = useMemo(() => createSpeech(locale, words, name), [locale, words, name]);
  const card = <LiveCard {...{ question, live, figure, speech, root }} words={cardWords} />;
  const scenario = isHeld ? null : (expected?.scenario ?? null);
  return <Player {...props} prediction={{ untilMs: question.figure.atMs, isHeld, expected: scenario, card }} />;
}
