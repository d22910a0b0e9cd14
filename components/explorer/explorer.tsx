'use client';

import { type ComponentType, useId, useMemo, useState } from 'react';
import type { Answer } from '@/engine/explorer/explore';
import type { Locale } from '@/model/attempt';
import type { SimulatorWords } from '../simulator/words/speech';
import { asQuestion, type Choice, FIRST } from './choice';
import { ExplorerAnswer } from './explorer-answer';
import { ExplorerForm } from './explorer-form';
import { useExploration } from './use-exploration';
import type { ExplorerWords } from './words';

interface Props {
  /** The answer to `FIRST`, found on the server. */
  readonly first: Answer;
  /** As printed over a counterexample: "5.5". */
  readonly number: string;
  readonly locale: Locale;
  readonly words: ExplorerWords;
  readonly simulatorWords: SimulatorWords;
}

type CounterexampleView = ComponentType<React.ComponentProps<typeof import('./counterexample').Counterexample>>;

/** Asks whether something can happen in any schedule within bounds; what is found is opened in the simulator. */
export function Explorer({ first, number, locale, words, simulatorWords }: Props) {
  const id = useId();
  const [choice, setChoice] = useState<Choice>(FIRST);
  const [asked, setAsked] = useState<Choice>(FIRST);
  const [opened, setOpened] = useState<{ View: CounterexampleView; answer: Answer; labAddress: string } | null>(null);
  const { exploration, start, stop } = useExploration(first);
  const numbers = useMemo(() => new Intl.NumberFormat(locale), [locale]);
  const answer = exploration.phase === 'answered' ? exploration.answer : null;
  const found = answer?.counterexample ?? null;
  const open = async (answer: Answer) => {
    const { Counterexample, labAddressOf } = await import('./counterexample');
    const { counterexample } = answer;
    if (counterexample === null) return;
    setOpened({ View: Counterexample, answer, labAddress: await labAddressOf(counterexample, simulatorWords) });
  };
  const shown = opened && opened.answer === answer ? opened : null;
  return (
    <div className="explorer wide">
      <h3 id={`${id}-title`}>{words.title}</h3>
      <ExplorerForm
        {...{ id, choice, words }}
        isTrying={exploration.phase === 'trying'}
        onChoice={setChoice}
        onStart={() => {
          setAsked(choice);
          start(asQuestion(choice));
        }}
        onStop={stop}
      />
      <p className="explorer-note only-without-script">{words.withoutScript}</p>
      <ExplorerAnswer isOutdated={choice !== asked && answer !== null} number={numbers} {...{ exploration, words }} />
      {answer && found && !shown && (
        <button type="button" className="btn" onClick={() => void open(answer)}>
          {words.open}
        </button>
      )}
      {shown && found && (
        <shown.View
          ask={shown.answer.question.ask}
          labAddress={shown.labAddress}
          words={simulatorWords}
          {...{ found, number, locale }}
        />
      )}
    </div>
  );
}
