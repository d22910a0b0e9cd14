import type { Answer } from '@/engine/explorer/explore';
import { fill } from '../client/fill';
import type { Exploration } from './use-exploration';
import type { ExplorerWords } from './words';

interface Props {
  readonly exploration: Exploration;
  /** The form says something else than what the answer is about. */
  readonly isOutdated: boolean;
  readonly number: Intl.NumberFormat;
  readonly words: ExplorerWords;
}

/** What came of it, or how far it has come. Only what is final is announced. */
export function ExplorerAnswer({ exploration, isOutdated, number, words }: Props) {
  return (
    <div className="explorer-answer">
      {exploration.phase === 'trying' && (
        <>
          <progress max={1} value={exploration.done} aria-label={words.progress} />
          <p>{fill(words.trying, { n: number.format(exploration.schedules) })}</p>
        </>
      )}
      <div role="status">
        {exploration.phase === 'stopped' && <p>{words.stopped}</p>}
        {exploration.phase === 'failed' && <p>{words.failed}</p>}
        {exploration.phase === 'answered' && <Verdict answer={exploration.answer} number={number} words={words} />}
      </div>
      {isOutdated && <p className="explorer-note">{words.changed}</p>}
    </div>
  );
}

function Verdict({ answer, number, words }: { answer: Answer; number: Intl.NumberFormat; words: ExplorerWords }) {
  const { question, holds, schedules, violations, counterexample } = answer;
  const { ask, timeWaitMs, mslMs, faults } = question;
  const counts = { n: number.format(schedules), bad: number.format(violations) };
  const bounds = { wait: timeWaitMs / 1000, msl: mslMs / 1000, faults };
  return (
    <>
      <p className={holds ? 'explorer-verdict' : 'explorer-verdict bad'}>
        <i aria-hidden="true">{holds ? '✓' : '✕'}</i>
        <span>{fill(holds ? words.holds[ask] : words.fails[ask], counts)}</span>
      </p>
      <p className="explorer-note">{fill(words.bounds, bounds)}</p>
      {counterexample && (
        <p>{fill(smallest(counterexample.strikes.length, words), { n: counterexample.strikes.length })}</p>
      )}
    </>
  );
}

function smallest(strikes: number, words: ExplorerWords): string {
  return strikes === 1 ? words.smallestOne : words.smallest;
}
