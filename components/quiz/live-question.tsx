'use client';

import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import { draftFromForm } from './draft';
import { Outcome } from './outcome';
import type { Phase, QuestionState } from './phase';
import { missingWords, QuestionFoot } from './question-foot';
import { QuestionForm } from './question-form';
import { ResultBar, verdictOf } from './result-bar';
import { useQuestion } from './use-question';
import type { QuizWords } from './words';

export interface LiveQuestionProps {
  readonly question: PublicQuestion;
  readonly locale: Locale;
  readonly words: QuizWords;
  /** The static form, with what the reader had put into it before it came alive. */
  readonly filled: HTMLFormElement;
  readonly onState: (state: QuestionState) => void;
  /** An answer older than this (ISO time) is set aside, and the one that is given is not given twice. */
  readonly askedAt?: string;
  /** Where the text is, when it is not on this page. */
  readonly readHref?: string;
}

/** A question brought alive: it takes an answer, keeps it, shows what became of it. */
export function LiveQuestion(props: LiveQuestionProps) {
  const { question, locale, words, filled, onState, askedAt, readHref } = props;
  const { phase, draft, setDraft, missing, submit, again } = useQuestion(
    question,
    locale,
    () => draftFromForm(question, filled),
    askedAt,
  );
  const [said, setSaid] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { state } = phase;
  const lang =
    phase.state === 'saved' && phase.answer.locale !== locale ? LANGUAGE_TAG[phase.answer.locale] : undefined;

  useLayoutEffect(() => onState(state), [onState, state]);
  useAnnouncedState(phase, words, setSaid);
  useFocusAfterChange(state, form, bar);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (state !== 'unsent') return;
    const lacking = submit();
    if (!lacking) return;
    setSaid(missingWords(lacking, words));
    form.current?.querySelector('input')?.focus();
  }

  return (
    <form ref={form} onSubmit={onSubmit} noValidate autoComplete="off">
      {phase.state === 'saved' ? (
        <>
          {lang ? <p className="hint">{words.earlier.otherLanguage}</p> : null}
          <Outcome {...{ question, words, lang }} response={phase.answer.response} result={phase.result} />
          {question.kind === 'number' ? (
            <p className={phase.result.correct ? 'numfield right' : 'numfield wrong'}>
              <span className="given">{draft.kind === 'number' ? draft.text : null}</span>
              <span>{question.unit}</span>
            </p>
          ) : null}
          <ResultBar {...{ question, words, lang, bar }} response={phase.answer.response} result={phase.result} />
        </>
      ) : (
        <QuestionForm
          question={question}
          draft={draft}
          onDraft={setDraft}
          say={setSaid}
          locked={state !== 'unsent'}
          words={words}
        />
      )}
      <QuestionFoot {...{ question, phase, missing, again, words, readHref }} isOnce={askedAt !== undefined} />
      <p className="vh" role="status">
        {said}
      </p>
    </form>
  );
}

/** Says a change of state politely; what the page was loaded with is not news. */
function useAnnouncedState(phase: Phase, words: QuizWords, say: (text: string) => void): void {
  const before = useRef(phase.state);
  useEffect(() => {
    if (before.current === phase.state) return;
    before.current = phase.state;
    const verdict = phase.state === 'saved' ? verdictOf(phase.result, words) + words.sentenceGap : '';
    say(verdict + words.state[phase.state]);
  });
}

/**
 * Keeps the focus where the reader is. A grade that arrives while they wait for it takes it, without scrolling away from
 * the question unless they work by keys; one that arrives while they are elsewhere takes nothing.
 */
function useFocusAfterChange(
  state: QuestionState,
  form: { current: HTMLFormElement | null },
  bar: { current: HTMLDivElement | null },
): void {
  const before = useRef<{ state: QuestionState; byKeys: boolean }>({ state, byKeys: false });
  useLayoutEffect(() => {
    const was = before.current;
    const active = document.activeElement;
    const here = active === document.body ? was.state !== 'kept' : form.current?.contains(active);
    const byKeys = here && active !== document.body ? active?.matches(':focus-visible') === true : was.byKeys;
    before.current = { state, byKeys };
    if (was.state === state || !here) return;
    if (state === 'saved' && (was.state === 'sending' || was.state === 'kept')) {
      bar.current?.focus({ preventScroll: true });
      if (byKeys) bar.current?.scrollIntoView({ block: 'nearest' });
    }
    if (state === 'unsent') {
      const first = form.current?.querySelector<HTMLElement>('input:checked, input, button');
      first?.focus({ preventScroll: true });
      form.current?.closest('.quiz')?.scrollIntoView({ block: 'nearest' });
    }
  });
}
