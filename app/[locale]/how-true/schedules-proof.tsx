import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import type { TruthWords } from './truth-words';

type Schedules = NonNullable<Evidence['schedules']>;
type Answer = Schedules['searches'][number]['answers'][number];

/** Every way in which the network can treat the old connection, within bounds. */
export function schedulesProof({ searches, ...run }: Schedules, words: TruthWords): Proof {
  const answers = searches.flatMap((search) => search.answers);
  const sum = (of: readonly Answer[], key: 'schedules' | 'violations' | 'replayed') =>
    of.reduce((total, answer) => total + answer[key], 0);
  const long = answers.filter(({ timeWaitMs, mslMs, lastAckArrives }) => timeWaitMs >= 2 * mslMs && lastAckArrives);
  const [first] = answers;
  const values = {
    safe: words.number(sum(long, 'schedules')),
    through: sum(long, 'violations'),
    replayed: words.number(sum(answers, 'replayed')),
    msl: (first?.mslMs ?? 0) / 1000,
    oneWay: first?.oneWayMs ?? 0,
    segments: first?.segments ?? 0,
  };
  return {
    id: 'schedules',
    done: sum(answers, 'schedules'),
    of: null,
    values,
    run,
    listing: searches.map(({ asked }) => `$ npm run --silent explore -- ${asked} --verify`),
    body: (
      <>
        <p>{words.rich('schedules.search', values)}</p>
        <p>{words.rich('schedules.bounds', values)}</p>
        <Answers answers={answers} words={words} />
        <p>{words.rich('schedules.checked', values)}</p>
      </>
    ),
  };
}

const COLUMNS = ['wait', 'lastAck', 'faults', 'tick', 'schedules', 'through'] as const;

function Answers({ answers, words }: { answers: readonly Answer[]; words: TruthWords }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <div className="xscroll" tabIndex={0}>
      <table className="tbl" aria-label={words.plain('schedules.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'lastAck' ? undefined : 'n'}>
                {words.plain(`schedules.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <tr key={`${answer.timeWaitMs} ${answer.faults} ${answer.tickMs} ${answer.lastAckArrives}`}>
              <td className="n">{words.plain('schedules.seconds', { seconds: answer.timeWaitMs / 1000 })}</td>
              <td>{words.plain(answer.lastAckArrives ? 'schedules.arrives' : 'schedules.mayBeLost')}</td>
              <td className="n">{words.plain('schedules.upTo', { most: answer.faults })}</td>
              <td className="n">{words.plain('schedules.ms', { ms: answer.tickMs })}</td>
              <td className="n">{words.number(answer.schedules)}</td>
              <td className="n">
                {answer.violations === 0
                  ? words.plain('schedules.inNone')
                  : words.plain('schedules.in', { count: words.number(answer.violations) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
