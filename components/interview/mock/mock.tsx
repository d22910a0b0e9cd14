'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { OpenWords } from '@/components/quiz/open/words';
import type { QuizWords } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import { withoutLimit } from '@/model/mock-clock';
import type { MockPlan, Outcome } from '@/model/mock-interview';
import { type Bank, loadBank } from './bank';
import { MockReport } from './mock-report';
import { MockSetup } from './mock-setup';
import { MockTurn } from './mock-turn';
import { askNext, noteAnswer, reopen, type Said, type Session, startSession } from './session';
import { forgetSession } from './stored';
import { moreTime, Strip } from './strip';
import { deeds, isOver, useNow, useSession } from './use-session';
import type { MockWords } from './words';

export interface MockProps {
  readonly locale: Locale;
  readonly words: MockWords;
  readonly openWords: OpenWords;
  readonly quizWords: QuizWords;
  /** What was chosen in the form; null when an interview that was left is taken up again. */
  readonly chosen: MockPlan | null;
  /** The head of the page, over the form. */
  readonly title: ReactNode;
}

/** Conducts an interview: fetches the questions, asks them one after the other, reports. */
export function Mock({ chosen, title, ...rest }: MockProps) {
  const { locale, words } = rest;
  const [session, change] = useSession();
  const [plan, setPlan] = useState(session && !session.isEnded ? null : chosen);
  const [bank, setBank] = useState<Bank | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (bank || failed) return;
    void loadBank(locale).then((loaded) => {
      setBank(loaded);
      setFailed(loaded === null);
    });
  }, [bank, failed, locale]);

  useEffect(() => {
    if (!bank || !plan) return;
    setPlan(null);
    change(() => startSession(plan, locale, spoken(bank), Date.now()));
  }, [bank, plan, change, locale]);

  if (session && bank && !plan) {
    if (!session.isEnded) return <Running {...{ session, change, bank }} {...rest} />;
    return (
      <MockReport
        {...{ session, bank, words, locale }}
        onResume={() => change((now) => now && reopen(now, spoken(bank), Date.now()))}
        onAnew={() => {
          forgetSession();
          change(() => null);
        }}
      />
    );
  }
  const isLoading = !failed && (plan !== null || session !== null);
  return (
    <>
      {title}
      <MockSetup
        words={words}
        state={failed ? 'failed' : isLoading ? 'loading' : 'ready'}
        onStart={(depth, minutes) => {
          setFailed(false);
          // Where one was left and its questions could not be fetched, the button tries again.
          if (session === null) setPlan({ depth, minutes, seed: newSeed() });
        }}
      />
    </>
  );
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** An interviewer asks in words: questions about a picture are left to the bank. */
function spoken(bank: Bank): Bank['questions'] {
  return bank.questions.filter((question) => question.kind === 'open' || question.figure === undefined);
}

interface RunningProps extends Omit<MockProps, 'chosen' | 'title'> {
  session: Session;
  change: (next: (before: Session | null) => Session | null) => void;
  bank: Bank;
}

function Running({ session, change, bank, locale, words, openWords, quizWords }: RunningProps) {
  const now = useNow(session.clock.since !== null);
  const answered = session.turns.at(-1)?.outcome != null;
  const onTold = (outcome: Outcome, said: Said) => change((before) => before && noteAnswer(before, outcome, said));
  const next = () => change((before) => before && askNext(before, spoken(bank), Date.now()));
  return (
    <>
      <Strip {...{ session, change, now, words }} />
      <h1 className="vh">{words.title}</h1>
      {isOver(session, now) ? <Over {...{ change, words }} /> : null}
      {session.isPaused ? (
        <section className="mock-paused">
          <h2>{words.paused.title}</h2>
          <p>{words.paused.text}</p>
          <button type="button" className="btn primary" onClick={() => change(deeds.resume)}>
            {words.strip.resume}
          </button>
        </section>
      ) : (
        <MockTurn key={session.turns.length} {...{ session, bank, locale, words, openWords, quizWords, onTold }} />
      )}
      <footer className="mock-foot">
        {answered && !session.isPaused ? (
          <button type="button" className="btn primary" onClick={next} data-act="next">
            {words.turn.next}
          </button>
        ) : null}
        {!answered && !session.isPaused ? (
          <button
            type="button"
            className="btn quiet"
            onClick={() => change(leaveOut(bank, spoken(bank)))}
            data-act="skip"
          >
            {words.turn.skip}
          </button>
        ) : null}
        <button type="button" className="btn quiet" onClick={() => change(deeds.end)} data-act="end">
          {words.strip.end}
        </button>
      </footer>
    </>
  );
}

/** Goes on without an answer: what was left out is told as passed over. */
function leaveOut(bank: Bank, questions: Bank['questions']) {
  return (session: Session | null): Session | null => {
    const turn = session?.turns.at(-1);
    if (!session || !turn) return session;
    const question = bank.questions.find(({ id }) => id === turn.questionId);
    const said: Said = {
      prompt: turn.followUp?.prompt ?? question?.prompt ?? turn.questionId,
      how: 'skipped',
      text: '',
      model: turn.followUp?.answer ?? '',
      points: [],
      chapter: question?.chapter ?? '',
      section: question?.section ?? '',
      simulator: null,
      sources: [],
    };
    return askNext(noteAnswer(session, { score: null, missed: [], deeper: null }, said), questions, Date.now());
  };
}

/** When time is up: said once, and three ways to go on. */
function Over({ change, words }: Pick<RunningProps, 'change' | 'words'>) {
  const untimed = (session: Session | null) => session && { ...session, clock: withoutLimit(session.clock) };
  return (
    <div className="mock-over" role="alert">
      <p>
        <b>{words.over.title}</b> {words.over.text}
      </p>
      <p>
        <button type="button" className="btn small" onClick={() => change(moreTime)}>
          {words.strip.more}
        </button>
        <button type="button" className="btn small" onClick={() => change(untimed)}>
          {words.over.untimed}
        </button>
        <button type="button" className="btn small" onClick={() => change(deeds.end)}>
          {words.strip.end}
        </button>
      </p>
    </div>
  );
}
