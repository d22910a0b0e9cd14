import { useEffect, useState } from 'react';
import { startDelivery } from '@/components/client/delivery';
import { clientId } from '@/components/client/id';
import { forgetOpenAnswer, type OpenAnswer, openAnswers, recordOpenAnswer } from '@/components/client/open-answers';
import { drop, type KeptItem, keep, outbox } from '@/components/client/outbox';
import { useStore } from '@/components/client/store';
import type { Locale, Problem } from '@/model/attempt';
import type { OpenAnswerRequest, OpenKey, PublicOpenQuestion } from '@/model/open-question';

/** Where an open question stands. `state` is also what its `data-state` says. */
export type OpenPhase =
  | { readonly state: 'unsent' }
  | { readonly state: 'sending' | 'kept'; readonly answer: OpenAnswer }
  | { readonly state: 'refused'; readonly answer: OpenAnswer; readonly problem: Problem }
  | { readonly state: 'revealed'; readonly answer: OpenAnswer; readonly key: OpenKey }
  | {
      readonly state: 'judged';
      readonly answer: OpenAnswer;
      readonly key: OpenKey;
      readonly met: readonly string[];
      /** False while the judgement waits to be sent. */
      readonly isSaved: boolean;
    };

export type Given = Pick<OpenAnswerRequest, 'how' | 'text' | 'confidence'>;

export interface OpenState {
  readonly phase: OpenPhase;
  /** Sends what was said; what it is held against comes with the answer. */
  readonly give: (given: Given) => void;
  /** The learner has held the answer against the rubric. */
  readonly judge: (met: readonly string[]) => void;
  /** Begins anew: after the judgement, or after a refusal, whose answer is let go. */
  readonly again: () => void;
}

const NO_ANSWERS: Readonly<Record<string, OpenAnswer>> = {};
const NO_ITEMS: readonly KeptItem[] = [];

/** One open question as this browser knows it. An answer older than `askedAt` is set aside: it is asked anew. */
export function useOpenQuestion(question: PublicOpenQuestion, locale: Locale, askedAt?: string): OpenState {
  const answer = useStore(openAnswers, NO_ANSWERS)[question.id];
  const items = useStore(outbox, NO_ITEMS);
  const [setAside, setSetAside] = useState<string | null>(null);
  useEffect(startDelivery, []);

  const isOld = answer !== undefined && askedAt !== undefined && answer.answeredAt < askedAt;
  const phase = isOld || answer?.answerId === setAside ? UNSENT : openPhaseOf(answer, items, question.revision);

  function give({ how, text, confidence }: Given): void {
    const { id: questionId, revision } = question;
    const answeredAt = new Date().toISOString();
    const id = clientId();
    recordOpenAnswer({ questionId, revision, answerId: id, locale, how, text, answeredAt, key: null, met: null });
    const asked = { id, questionId, revision, locale, how, text, answeredAt };
    keep({ kind: 'open-answer', body: confidence === undefined ? asked : { ...asked, confidence } });
  }

  function judge(met: readonly string[]): void {
    if (phase.state !== 'revealed') return;
    recordOpenAnswer({ ...phase.answer, met });
    const assessedAt = new Date().toISOString();
    keep({ kind: 'open-assessment', body: { id: phase.answer.answerId, met: [...met], assessedAt } });
  }

  function again(): void {
    if (phase.state === 'refused') {
      drop(phase.answer.answerId);
      forgetOpenAnswer(question.id);
    } else if (phase.state === 'judged' || phase.state === 'revealed') {
      setSetAside(phase.answer.answerId);
    }
  }

  return { phase, give, judge, again };
}

const UNSENT: OpenPhase = { state: 'unsent' };

/** Reads from what the browser keeps how far the answer to a question of this revision has come. */
export function openPhaseOf(answer: OpenAnswer | undefined, items: readonly KeptItem[], revision: number): OpenPhase {
  if (!answer) return UNSENT;
  const item = items.find(({ body }) => body.id === answer.answerId);
  if (item?.kind === 'open-answer') {
    if (item.refused) return { state: 'refused', answer, problem: item.refused };
    if (answer.key === null) return { state: item.held ? 'kept' : 'sending', answer };
  }
  // Neither sent nor waiting, or about another question by now: it can only be answered anew.
  if (answer.key === null || answer.revision !== revision) return UNSENT;
  if (answer.met === null) return { state: 'revealed', answer, key: answer.key };
  return { state: 'judged', answer, key: answer.key, met: answer.met, isSaved: item === undefined };
}
