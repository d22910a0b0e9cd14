import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import { Tally } from './tally';
import type { TruthWords } from './truth-words';

/** What a real kernel did, predicted by the engine's Linux profile. */
export function tracesProof({ total, differing, ...run }: Evidence['traces'], words: TruthWords): Proof {
  const matched = total - differing.length;
  const values = { total, matched, differing: differing.length };
  return {
    id: 'traces',
    done: matched,
    of: total,
    values,
    run,
    listing: [
      '$ npm run --silent replay -- fixtures/kernel-traces/*.json',
      '…',
      ...differing.map(({ name, difference }) => `differs ${name}: ${difference}`),
      `${matched} passed, ${differing.length} failed`,
    ],
    body: (
      <>
        <p>{words.rich('traces.recorded', values)}</p>
        <p>{words.rich('traces.compared', values)}</p>
        <Tally
          words={words}
          parts={[
            { is: 'ok', count: matched, label: words.plain('traces.matched') },
            { is: 'not', count: differing.length, label: words.plain('traces.differing', { count: differing.length }) },
          ]}
        />
        <ul className="reasons">
          {differing.map(({ name }) => (
            <li key={name}>
              <code lang="en">{name}</code> {words.rich(`traces.reasons.${name}`)}
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
