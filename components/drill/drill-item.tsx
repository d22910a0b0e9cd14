'use client';

import { type ComponentType, type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { answers, forgetAnswer } from '@/components/client/answers';
import { call } from '@/components/client/call';
import { flush } from '@/components/client/delivery';
import { emptyDraft } from '@/components/quiz/draft';
import { idsOf } from '@/components/quiz/form-props';
import { Outcome } from '@/components/quiz/outcome';
import { missingWords } from '@/components/quiz/question-foot';
import { QuestionForm } from '@/components/quiz/question-form';
import { ResultBar, verdictOf } from '@/components/quiz/result-bar';
import { useQuestion } from '@/components/quiz/use-question';
import type { QuizWords } from '@/components/quiz/words';
import type { SimulatorWords } from '@/components/simulator/words/speech';
import type { Locale } from '@/model/attempt';
import type { Figure } from '@/model/figure';
import type { DrawnItem } from '@/model/generated';
import type { PlayedRunProps } from './played-run';
import type { DrillWords } from './words';

export interface DrillItemProps {
  readonly item: DrawnItem;
  readonly title: string;
  readonly locale: Locale;
  readonly words: DrillWords;
  readonly quizWords: QuizWords;
  readonly simulatorWords: SimulatorWords;
  readonly onGraded: (isRight: boolean) => void;
  readonly onNext: () => void;
}

/** One drawn question: it is answered once, and then the next is drawn, or its run is played. */
export function DrillItem(props: DrillItemProps) {
  const { item, title, locale, words, quizWords, onGraded } = props;
  const { question, exhibit } = item;
  const { phase, draft, setDraft, missing, submit } = useQuestion(question, locale, () => emptyDraft(question));
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const result = phase.state === 'saved' ? phase.result : null;
  const ids = idsOf(question.id);

  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // Nothing of it is kept in this browser once it is left: no item comes twice.
  useEffect(() => () => forgetAnswerWhenGraded(question.id), [question.id]);
  const graded = useRef(false);
  useEffect(() => {
    if (!result || graded.current) return;
    graded.current = true;
    onGraded(result.correct);
    setSaid(verdictOf(result, quizWords));
    bar.current?.focus({ preventScroll: true });
    bar.current?.scrollIntoView({ block: 'nearest' });
  }, [result, onGraded, quizWords]);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (phase.state !== 'unsent') return;
    const lacking = submit();
    if (!lacking) return;
    setSaid(missingWords(lacking, quizWords));
    form.current?.querySelector('input')?.focus();
  }

  return (
    <article
      className={result ? 'quiz done' : 'quiz'}
      aria-labelledby={ids.prompt}
      data-question-id={question.id}
      data-question-kind={question.kind}
      data-state={phase.state}
    >
      <header>
        <span>{title}</span>
        <span>{words.depth[question.depth]}</span>
      </header>
      <h2 className="q" id={ids.prompt} ref={heading} tabIndex={-1}>
        {question.prompt}
      </h2>
      {exhibit ? <Shown exhibit={exhibit} caption={words.exhibit[exhibit.type]} /> : null}
      <form ref={form} onSubmit={onSubmit} noValidate autoComplete="off">
        {phase.state === 'saved' ? (
          <>
            <Outcome
              question={question}
              words={quizWords}
              lang={undefined}
              response={phase.answer.response}
              result={phase.result}
            />
            {question.kind === 'number' ? (
              <p className={phase.result.correct ? 'numfield right' : 'numfield wrong'}>
                <span className="given">{draft.kind === 'number' ? draft.text : null}</span>
                <span>{question.unit}</span>
              </p>
            ) : null}
            <ResultBar
              question={question}
              words={quizWords}
              lang={undefined}
              bar={bar}
              response={phase.answer.response}
              result={phase.result}
            />
          </>
        ) : (
          <>
            <QuestionForm
              question={question}
              draft={draft}
              onDraft={setDraft}
              say={setSaid}
              locked={phase.state !== 'unsent'}
              words={quizWords}
            />
            <footer>
              <button type="submit" className="btn primary" aria-disabled={phase.state !== 'unsent'}>
                {quizWords.action.answer}
              </button>
              {phase.state === 'kept' ? (
                <button type="button" className="btn" onClick={() => void flush()}>
                  {quizWords.action.sendNow}
                </button>
              ) : null}
              <span className={missing ? 'need' : undefined}>
                {missing ? missingWords(missing, quizWords) : quizWords.state[phase.state]}
              </span>
            </footer>
            {phase.state === 'refused' ? <p className="trouble refused">{phase.problem.detail}</p> : null}
          </>
        )}
        <p className="vh" role="status">
          {said}
        </p>
      </form>
      {result || phase.state === 'refused' ? <Afterwards {...props} sources={result?.sources ?? []} /> : null}
    </article>
  );
}

/** As it would stand on a screen; what is wider than the page is scrolled, by keys too. */
function Shown({ exhibit: { text }, caption }: { exhibit: NonNullable<DrawnItem['exhibit']>; caption: string }) {
  return (
    <figure className="drill-exhibit">
      <figcaption>{caption}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls sideways must be reachable by keyboard */}
      <pre tabIndex={0} lang="en" translate="no">
        {text}
      </pre>
    </figure>
  );
}

function forgetAnswerWhenGraded(questionId: string): void {
  // What is still on its way keeps its answer, so that the grade finds it.
  if (answers.get()[questionId]?.result) forgetAnswer(questionId);
}

type Played = { readonly View: ComponentType<PlayedRunProps>; readonly figure: Figure };

function Afterwards({
  item,
  locale,
  words,
  simulatorWords,
  onNext,
  sources,
}: DrillItemProps & { sources: readonly string[] }) {
  const { question, isPlayable } = item;
  const [played, setPlayed] = useState<Played | 'loading' | 'failed' | null>(null);
  async function play(): Promise<void> {
    if (played === 'loading') return;
    setPlayed('loading');
    try {
      const [{ PlayedRun }, reply] = await Promise.all([
        import('./played-run'),
        call('GET', `/api/drills/run?question=${question.id}`),
      ]);
      // Our own server has parsed what it sends.
      setPlayed(reply.ok ? { View: PlayedRun, figure: (reply.body as { figure: Figure }).figure } : 'failed');
    } catch {
      setPlayed('failed');
    }
  }
  const run = useRef<HTMLDivElement>(null);
  // The button that had the focus has gone.
  useEffect(() => {
    if (played !== null && typeof played === 'object') run.current?.focus({ preventScroll: true });
  }, [played]);
  const isShown = played !== null && typeof played === 'object';
  return (
    <div className="drill-after">
      <p className="drill-ways">
        <button type="button" className="btn primary" onClick={onNext}>
          {words.next}
        </button>
        {isPlayable && !isShown ? (
          <button type="button" className="btn" aria-disabled={played === 'loading'} onClick={() => void play()}>
            {words.play}
          </button>
        ) : null}
        <a href={`/${locale}/chapters/${question.chapter}#${question.section}`}>{words.read}</a>
      </p>
      {sources.length > 0 ? (
        <p className="hint">
          {words.sources} {sources.join(' · ')}
        </p>
      ) : null}
      <p role="status" className="hint">
        {played === 'loading' ? words.loading : played === 'failed' ? words.fault.unreachable : null}
      </p>
      {isShown ? (
        <div ref={run} tabIndex={-1}>
          <played.View figure={played.figure} locale={locale} words={simulatorWords} />
        </div>
      ) : null}
    </div>
  );
}
