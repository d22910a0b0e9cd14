import type { Facts } from '@/diagnosis/facts';
import type { Figures } from '../figures';
import type { SsWords } from './words';

interface Props {
  facts: Facts;
  words: SsWords['closes'];
  figures: Figures;
}

/** TIME_WAIT belongs to the side that closed first; so the rows say whose connections this machine ended. */
export function Closes({ facts, words, figures }: Props) {
  const { timeWait, states } = facts;
  if (states.TIME_WAIT === 0 && states.CLOSE_WAIT + states.LAST_ACK === 0) return null;
  return (
    <section className="tool-part" aria-labelledby="closes">
      <h2 id="closes">{words.title}</h2>
      {states.TIME_WAIT > 0 ? (
        <>
          <p>{words.text}</p>
          <dl className="tool-numbers" data-closes>
            {(['accepted', 'opened', 'unclear'] as const)
              .filter((role) => role !== 'unclear' || timeWait.unclear > 0)
              .map((role) => (
                <div key={role}>
                  <dt>{words[role]}</dt>
                  <dd>{figures.whole(timeWait[role])}</dd>
                </div>
              ))}
          </dl>
        </>
      ) : null}
      {states.CLOSE_WAIT + states.LAST_ACK > 0 ? (
        <p>
          {words.peer} <b>{figures.whole(states.CLOSE_WAIT + states.LAST_ACK)}</b>
        </p>
      ) : null}
    </section>
  );
}
