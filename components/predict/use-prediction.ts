import { useState } from 'react';
import { progress } from '@/components/client/progress';
import type { Draft } from '@/components/quiz/draft';
import type { Phase } from '@/components/quiz/phase';
import { type LiveState, useQuestion } from '@/components/quiz/use-question';
import type { AttemptResult, Locale } from '@/model/attempt';
import type { PredictQuestion } from './question';

export type Expected = NonNullable<AttemptResult['feedback'][number]['expected']>;

export interface LivePrediction extends LiveState {
  /** The figure waits for the answer. */
  readonly isHeld: boolean;
  /** It was answered on another device, of which only this is known here. */
  readonly elsewhere: { readonly right: boolean } | null;
  /** It was answered before this page was opened. */
  readonly isEarlier: boolean;
  readonly expected: Expected | null;
  readonly skip: () => void;
  readonly holdAgain: () => void;
}

/** Whether a figure is held: until it is answered or skipped, never for who answered before, and again for who wishes it. */
export function usePrediction(question: PredictQuestion, locale: Locale, initial: () => Draft): LivePrediction {
  const live = useQuestion(question, locale, initial);
  const { phase } = live;
  const [wish, setWish] = useState<'hold' | 'skip' | null>(null);
  const [first] = useState(() => attemptOf(phase));
  const [elsewhere] = useState(() => (first === null ? answeredElsewhere(question.id) : null));
  const isOpen = phase.state === 'unsent' || phase.state === 'sending';
  return {
    ...live,
    isHeld: isOpen && wish !== 'skip' && (wish === 'hold' || elsewhere === null),
    elsewhere,
    isEarlier: first !== null && attemptOf(phase) === first,
    expected: phase.state === 'saved' ? (phase.result.feedback.find(({ chosen }) => chosen)?.expected ?? null) : null,
    skip: () => setWish('skip'),
    holdAgain: () => {
      setWish('hold');
      live.again();
    },
  };
}

function attemptOf(phase: Phase): string | null {
  return phase.state === 'unsent' ? null : phase.answer.attemptId;
}

function answeredElsewhere(id: PredictQuestion['id']): { readonly right: boolean } | null {
  const known = progress.get()?.chapters.flatMap(({ questions }) => questions) ?? [];
  const found = known.find((each) => each.id === id);
  return found ? { right: found.last } : null;
}
