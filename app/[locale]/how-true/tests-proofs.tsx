import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import { Tally } from './tally';
import type { TruthWords } from './truth-words';

/** How much of the engine its own tests pass through. */
export function coverageProof(coverage: NonNullable<Evidence['coverage']>, words: TruthWords): Proof {
  const { taken, total, ...run } = coverage;
  const values = { taken: words.number(taken), total: words.number(total), share: share(taken, total, words) };
  return {
    id: 'coverage',
    done: taken,
    of: total,
    values,
    run,
    listing: ['$ npm run --silent coverage'],
    body: (
      <>
        <p>{words.rich('coverage.counted', values)}</p>
        <Tally
          words={words}
          parts={[
            { is: 'ok', count: taken, label: words.plain('coverage.taken') },
            { is: 'left', count: total - taken, label: words.plain('coverage.missed') },
          ]}
        />
      </>
    ),
  };
}

/** Whether those tests would notice a mistake. */
export function mutationProof(mutation: NonNullable<Evidence['mutation']>, words: TruthWords): Proof {
  const { mutants, seed, tested, killed, ...run } = mutation;
  const values = {
    mutants: words.number(mutants),
    tested: words.number(tested),
    killed: words.number(killed),
    share: share(killed, tested, words),
  };
  return {
    id: 'mutation',
    done: killed,
    of: tested,
    values,
    run,
    listing: [`$ npm run --silent mutate -- --seed ${seed}`],
    body: (
      <>
        <p>{words.rich('mutation.planted', values)}</p>
        <Tally
          words={words}
          parts={[
            { is: 'ok', count: killed, label: words.plain('mutation.killed') },
            { is: 'left', count: tested - killed, label: words.plain('mutation.survived') },
          ]}
        />
      </>
    ),
  };
}

/** In per cent, to a tenth, never rounded up to more than it is. */
function share(part: number, whole: number, words: TruthWords): string {
  return words.number(Math.floor((1000 * part) / whole) / 10);
}
