import { useEffect, useState } from 'react';
import { type Answer, answers, forgetAnswer, recordAnswer } from '@/components/client/answers';
import { startDelivery } from '@/components/client/delivery';
import { clientId } from '@/components/client/id';
import { drop, type KeptItem, keep, outbox } from '@/components/client/outbox';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import { type Draft, draftOf, emptyDraft, type Missing, responseOf } from './draft';
import { type Phase, phaseOf } from './phase';

const NO_ANSWERS: Readonly<Record<string, Answer>> = {};
const NO_ITEMS: readonly KeptItem[] = [];

export interface LiveState {
  readonly phase: Phase;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  /** What must be filled in before it can be sent; null until the learner has tried to. */
  readonly missing: Missing | null;
  /** Sends the draft, or says what it lacks. */
  readonly submit: () => Missing | null;
  /** Begins anew: after a grade, or after a refusal, whose answer is let go. */
  readonly again: () => void;
}

/**
 * One question as this browser knows it: its draft, and the answer on its way to the server and back. An answer older than
 * `askedAt` (ISO time) is set aside: the question is asked anew.
 */
export function useQuestion(
  question: PublicQuestion,
  locale: Locale,
  initial: () => Draft,
  askedAt?: string,
): LiveState {
  const answer = useStore(answers, NO_ANSWERS)[question.id];
  const items = useStore(outbox, NO_ITEMS);
  const [setAside, setSetAside] = useState<string | null>(null);
  const [draft, setDraft] = useState(initial);
  const [missing, setMissing] = useState<Missing | null>(null);

  useEffect(startDelivery, []);

  const known = phaseOf(answer, items, question.revision);
  const isAside =
    known.state !== 'unsent' &&
    (known.answer.attemptId === setAside || (askedAt !== undefined && known.answer.answeredAt < askedAt));
  const phase: Phase = isAside ? { state: 'unsent', revised: false } : known;

  function submit(): Missing | null {
    const response = responseOf(draft, question);
    const lacking = 'what' in response ? response : null;
    setMissing(lacking);
    if ('what' in response) return lacking;
    const { id: questionId, revision, chapter } = question;
    const attemptId = clientId();
    const answeredAt = new Date().toISOString();
    recordAnswer({ questionId, chapter, revision, attemptId, response, locale, answeredAt, result: null });
    keep({ kind: 'attempt', body: { id: attemptId, questionId, revision, response, locale, answeredAt } });
    return null;
  }

  function again(): void {
    if (phase.state === 'refused') {
      setDraft(draftOf(phase.answer.response));
      drop(phase.answer.attemptId);
      forgetAnswer(question.id);
    } else if (phase.state === 'saved') {
      setDraft(emptyDraft(question));
      setSetAside(phase.answer.attemptId);
    }
  }

  const shown = phase.state === 'unsent' ? draft : draftOf(phase.answer.response);
  return { phase, draft: shown, setDraft, missing, submit, again };
}
