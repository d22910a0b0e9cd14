import type { Facts } from '@/diagnosis/facts';
import type { Figures } from '../figures';
import type { SsWords } from './words';

interface Props {
  facts: Facts;
  words: SsWords['services'];
  figures: Figures;
}

export function Services({ facts: { services }, words, figures }: Props) {
  if (services.length === 0) return null;
  return (
    <section className="tool-part" aria-labelledby="services">
      <h2 id="services">{words.title}</h2>
      <div className="xscroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.port}</th>
              {[words.timeWait, words.established, words.closeWait].map((name) => (
                <th key={name} scope="col" className="n">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map(({ port, timeWait, established, closeWait }) => (
              <tr key={port} data-service={port}>
                <th scope="row" className="address">
                  <b>{port}</b>
                </th>
                <td className="n">{figures.whole(timeWait)}</td>
                <td className="n">{figures.whole(established)}</td>
                <td className="n">{figures.whole(closeWait)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
