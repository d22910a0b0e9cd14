import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import { Tally } from './tally';
import type { TruthWords } from './truth-words';

/** The table of RFC 9293 §3.10, played row by row. */
export function rowsProof(
  { total, passed, otherwise, notModelled, ...run }: Evidence['rows'],
  words: TruthWords,
): Proof {
  const values = {
    total,
    passed,
    asWritten: passed - otherwise.length,
    otherwise: otherwise.length,
    notModelled: notModelled.length,
  };
  return {
    id: 'rows',
    done: passed,
    of: total,
    values,
    run,
    listing: ['$ npx vitest run engine/transitions.test.ts'],
    body: (
      <>
        <p>{words.rich('rows.table', values)}</p>
        <p>{words.rich('rows.tests', values)}</p>
        <Tally
          words={words}
          parts={[
            { is: 'ok', count: values.asWritten, label: words.plain('rows.asWritten') },
            { is: 'but', count: values.otherwise, label: words.plain('rows.otherwise') },
            { is: 'left', count: values.notModelled, label: words.plain('rows.notModelled') },
          ]}
        />
        <ul className="reasons">
          {otherwise.map((id) => (
            <li key={id}>{words.rich(`rows.departures.${id}`)}</li>
          ))}
          {firstOfEachStretch(notModelled).map((id) => (
            <li key={id}>{words.rich(`rows.leftOut.${id}`)}</li>
          ))}
        </ul>
      </>
    ),
  };
}

/** Rows that follow one another are left out for one reason, told at the first: T062 of T062 to T072. */
function firstOfEachStretch(ids: readonly string[]): string[] {
  return ids.filter((id, index) => Number(id.slice(1)) - 1 !== Number(ids[index - 1]?.slice(1)));
}
