import { useLayoutEffect, useRef, useState } from 'react';
import { type Answer, answers, recordAnswer } from '@/components/client/answers';
import { fill } from '@/components/client/fill';
import { clientId } from '@/components/client/id';
import { drop, type KeptItem, keep, outbox } from '@/components/client/outbox';
import { useStore } from '@/components/client/store';
import { type Draft, emptyDraft, type Missing, responseOf } from '@/components/quiz/draft';
import { Outcome } from '@/components/quiz/outcome';
import { type Phase, phaseOf } from '@/components/quiz/phase';
import { missingWords } from '@/components/quiz/question-foot';
import { QuestionForm } from '@/components/quiz/question-form';
import { ResultBar } from '@/components/quiz/result-bar';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { AttemptResult } from '@/model/attempt';
import type { Confidence, PublicQuestion } from '@/model/question';
import { CardFrame } from './card-frame';
import { cardKeys } from './card-keys';
import type { CardProps } from './card-props';
import { ConfidenceChoice } from './confidence-choice';

const NO_ANSWERS: Readonly<Record<string, Answer>> = {};
const NO_ITEMS: readonly KeptItem[] = [];

interface Props extends CardProps {
  question: PublicQuestion;
  /** What the server said of an earlier answer, for when it cannot be asked. */
  told: { readonly result: AttemptResult; readonly locale: 'en' | 'zh' } | null;
}

/** A graded question: choose, say how sure, hear the verdict; without a network, what was said of it before. */
export function GradedCard(props: Props) {
  const { question, locale, words, quizWords, onNext } = props;
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(question));
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [said, say] = useState('');
  // The answer about to be given takes the place of the one before in this browser's memory.
  const [told] = useState(() => toldBefore(question) ?? props.told);
  const phase = usePhase(question, attemptId);
  const { state } = phase;

  function send(confidence: Confidence): void {
    if (state !== 'unsent') return;
    const response = responseOf(draft, question);
    if ('what' in response) {
      setMissing(response);
      say(missingWords(response, quizWords));
      return;
    }
    const { id: questionId, revision, chapter } = question;
    const id = clientId();
    const answeredAt = new Date().toISOString();
    recordAnswer({ questionId, chapter, revision, attemptId: id, response, locale, answeredAt, result: null });
    keep({ kind: 'attempt', body: { id, questionId, revision, response, locale, answeredAt, confidence } });
    setAttemptId(id);
  }

  const over = state === 'saved' || state === 'kept' || state === 'refused';
  const next = () => {
    // What the server will never take is let go with the learner's going on: it has been said.
    if (phase.state === 'refused') drop(phase.answer.attemptId);
    onNext();
  };
  const keys = cardKeys(
    over ? { onNext: next } : { onConfidence: send, onPlace: (place) => setDraft(picked(place, draft, question)) },
  );
  return (
    <CardFrame {...props} kind={quizWords.kind[question.kind]} state={state} keys={keys} say={said}>
      {over ? (
        <Said {...props} phase={phase} told={told} onNext={next} />
      ) : (
        <>
          <form onSubmit={(event) => event.preventDefault()} noValidate autoComplete="off">
            <QuestionForm
              question={question}
              draft={draft}
              onDraft={setDraft}
              say={say}
              locked={state !== 'unsent'}
              words={quizWords}
            />
          </form>
          {missing ? <p className="need">{missingWords(missing, quizWords)}</p> : null}
          {state === 'unsent' ? (
            <ConfidenceChoice legend={words.confidence.legend} words={words.confidence} onChoose={send} />
          ) : (
            <p className="hint">{quizWords.state.sending}</p>
          )}
        </>
      )}
    </CardFrame>
  );
}

interface SaidProps extends Props {
  phase: Phase;
}

/** After the answer: the verdict, or that there is none yet. */
function Said({ question, phase, told, words, quizWords, locale, comesBack, href, onNext }: SaidProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  if (phase.state === 'unsent' || phase.state === 'sending') return null;
  const { response } = phase.answer;
  const result = phase.state === 'saved' ? phase.result : null;
  const shown = result ?? told?.result ?? null;
  const from = result ? phase.answer.locale : told?.locale;
  const lang = from && from !== locale ? LANGUAGE_TAG[from] : undefined;
  return (
    <div className="said" tabIndex={-1} ref={box}>
      {phase.state === 'kept' ? <p className="trouble kept">{words.card.kept}</p> : null}
      {phase.state === 'refused' ? (
        <p className="trouble refused">
          {fill(words.card.refused, { why: phase.problem.detail || phase.problem.title })}
        </p>
      ) : null}
      {!result && shown ? <p className="hint">{words.card.toldBefore}</p> : null}
      {shown ? <Outcome {...{ question, words: quizWords, lang, response }} result={shown} /> : null}
      {result ? (
        <ResultBar {...{ question, words: quizWords, lang, response, result }} bar={null} />
      ) : shown ? (
        <p className="explained">
          {shown.solution.kind === 'number' && question.kind === 'number'
            ? fill(words.card.earlier, { value: shown.solution.value, unit: question.unit }) + words.sentenceGap
            : null}
          <span lang={lang}>{shown.explanation}</span>
        </p>
      ) : null}
      <footer>
        <button type="button" className="btn primary" onClick={onNext}>
          {words.card.next}
        </button>
        <a href={href}>{words.card.readUp}</a>
        {result && comesBack !== null ? <span>{comesBack}</span> : null}
      </footer>
    </div>
  );
}

function usePhase(question: PublicQuestion, attemptId: string | null): Phase {
  const answer = useStore(answers, NO_ANSWERS)[question.id];
  const items = useStore(outbox, NO_ITEMS);
  if (attemptId === null || answer?.attemptId !== attemptId) return { state: 'unsent', revised: false };
  return phaseOf(answer, items, question.revision);
}

function toldBefore(question: PublicQuestion): Props['told'] {
  const answer = answers.get()[question.id];
  return answer?.result && answer.revision === question.revision
    ? { result: answer.result, locale: answer.locale }
    : null;
}

/** The draft with the option at a place chosen, or taken back where several may be. */
function picked(place: number, draft: Draft, question: PublicQuestion): Draft {
  const option = 'options' in question ? question.options[place]?.id : undefined;
  if (option === undefined) return draft;
  if (draft.kind === 'one' || draft.kind === 'predict') return { ...draft, option };
  if (draft.kind !== 'several') return draft;
  const { options } = draft;
  return { ...draft, options: options.includes(option) ? options.filter((id) => id !== option) : [...options, option] };
}
