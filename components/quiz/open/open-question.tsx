'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { flush } from '@/components/client/delivery';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import type { PublicOpenQuestion } from '@/model/open-question';
import { OpenForm } from './open-form';
import { Rubric } from './rubric';
import { type OpenPhase, useOpenQuestion } from './use-open-question';
import { WhatFollows, WhereToLook } from './what-follows';
import type { OpenWords } from './words';

export interface OpenQuestionProps {
  readonly question: PublicOpenQuestion;
  /** Id of the heading that asks it. */
  readonly promptId: string;
  readonly locale: Locale;
  readonly words: OpenWords;
  /** An answer older than this (ISO time) is set aside: the question is asked anew. */
  readonly askedAt?: string;
  /** Somebody else asks what follows: neither follow-ups nor "again" are offered. */
  readonly isInterview?: boolean;
  readonly onPhase?: (phase: OpenPhase) => void;
}

/** A question that no machine grades: one's own answer, then what a strong one has, then one's own judgement. */
export function OpenQuestion(props: OpenQuestionProps) {
  const { question, promptId, locale, words, askedAt, isInterview = false, onPhase } = props;
  const { phase, give, judge, again } = useOpenQuestion(question, locale, askedAt);
  const { state } = phase;
  const told = useRef<OpenPhase['state'] | null>(null);
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    onPhase?.(phase);
  });
  const body = useFocusAfterReveal(state);
  return (
    <div className="open-question" data-state={state} ref={body}>
      {phase.state === 'unsent' ? (
        <OpenForm questionId={question.id} promptId={promptId} onGive={give} mayPass={!isInterview} words={words} />
      ) : (
        <OwnAnswer phase={phase} words={words} again={again} />
      )}
      {phase.state === 'revealed' || phase.state === 'judged' ? (
        <div lang={phase.key.locale === locale ? undefined : LANGUAGE_TAG[phase.key.locale]}>
          <section className="model-answer" tabIndex={-1} data-reveal="">
            <h3>{words.model}</h3>
            {phase.key.modelAnswer.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
          <Rubric
            answerKey={phase.key}
            text={phase.answer.text}
            met={phase.state === 'judged' ? phase.met : null}
            onJudge={judge}
            words={words}
          />
          <WhereToLook answerKey={phase.key} locale={locale} words={words} />
          {phase.state === 'judged' && !isInterview ? (
            <WhatFollows answerKey={phase.key} locale={locale} words={words} />
          ) : null}
        </div>
      ) : null}
      {phase.state === 'judged' && !isInterview ? (
        <footer>
          <button type="button" className="btn" onClick={again}>
            {words.again}
          </button>
          <span className={phase.isSaved ? 'saved' : 'saved kept'}>
            {words.state[phase.isSaved ? 'judged' : 'kept']}
          </span>
        </footer>
      ) : null}
      <p className="vh" role="status">
        {state === 'unsent' ? '' : words.state[state]}
      </p>
    </div>
  );
}

interface OwnAnswerProps {
  phase: Exclude<OpenPhase, { state: 'unsent' }>;
  words: OpenWords;
  again: () => void;
}

/** What the learner has said, and where it is. */
function OwnAnswer({ phase, words, again }: OwnAnswerProps) {
  const { how, text } = phase.answer;
  const waits = phase.state === 'kept' || phase.state === 'refused';
  return (
    <div className="own-answer">
      <p className="caps">{words.own}</p>
      <blockquote>{how === 'typed' ? text : how === 'aloud' ? words.ownAloud : words.ownSkipped}</blockquote>
      {waits ? (
        <div className={`trouble ${phase.state}`}>
          <p>
            {words.state[phase.state] + (phase.state === 'refused' ? words.sentenceGap + phase.problem.detail : '')}
          </p>
          <button type="button" className="btn small" onClick={phase.state === 'kept' ? () => void flush() : again}>
            {phase.state === 'kept' ? words.sendNow : words.again}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** When the model answer comes while its reader waits for it, the focus goes there. */
function useFocusAfterReveal(state: OpenPhase['state']) {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = state;
    if (was === state || state !== 'revealed') return;
    const { activeElement } = document;
    if (activeElement === document.body || body.current?.contains(activeElement)) {
      body.current?.querySelector<HTMLElement>('[data-reveal]')?.focus({ preventScroll: true });
    }
  });
  return body;
}
