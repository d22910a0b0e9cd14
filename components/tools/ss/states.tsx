import { stateClass, stateLabel, statePattern } from '@/components/ui/state-name';
import type { Facts } from '@/diagnosis/facts';
import type { TcpState } from '@/engine/tcp/state';
import type { Figures } from '../figures';
import type { SsWords } from './words';

interface Props {
  facts: Facts;
  words: SsWords['states'];
  figures: Figures;
}

/** Every state that was seen, the most frequent first, with a bar as long as its share. */
export function States({ facts, words, figures }: Props) {
  const rows = (Object.entries(facts.states) as [TcpState, number][])
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
  return (
    <section className="tool-part" aria-labelledby="states">
      <h2 id="states">{words.title}</h2>
      <table className="tbl states-table">
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col" className="n">
              {words.count}
            </th>
            <th scope="col" className="n">
              {words.share}
            </th>
            <td className="bar-cell" />
          </tr>
        </thead>
        <tbody>
          {rows.map(([state, count]) => (
            <tr key={state} className={stateClass(state)} data-state={state}>
              <th scope="row">
                <span className={`chip ${stateClass(state)}`}>{stateLabel(state)}</span>
              </th>
              <td className="n">{figures.whole(count)}</td>
              <td className="n">{figures.percent(count / facts.sockets)}</td>
              <td className="bar-cell">
                <span
                  className={`bar ${statePattern(state) ?? ''}`}
                  style={{ width: `${(count / facts.sockets) * 100}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
