import { fill } from '@/components/client/fill';
import { capacityOf } from '@/diagnosis/ports/capacity';
import type { Load } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import type { PortsWords } from './words';

interface Props {
  load: Load;
  words: PortsWords['changes'];
  figures: Figures;
}

const KEPT_REQUESTS = 100;
/** Above where most services listen. */
const WIDE = { lowPort: 10_240, highPort: 65_535 };

/** What each cure would come to by itself, the gentlest first. */
export function PortsChanges({ load, words, figures }: Props) {
  const kept = load.requestsPerConnection * KEPT_REQUESTS;
  const changes: readonly (readonly [string, Load])[] = [
    [words.now, load],
    [
      fill(words.keep, { requests: figures.whole(kept) }),
      { ...load, requestsPerConnection: kept, openSeconds: load.openSeconds * KEPT_REQUESTS },
    ],
    [words.source, { ...load, sourceAddresses: load.sourceAddresses + 1 }],
    [fill(words.range, { low: `${WIDE.lowPort}`, high: `${WIDE.highPort}` }), { ...load, ...WIDE }],
    [words.reuse, { ...load, reuse: true }],
  ];
  return (
    <section className="tool-part" aria-labelledby="changes">
      <h2 id="changes">{words.title}</h2>
      <p>{words.text}</p>
      <div className="xscroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.change}</th>
              <th scope="col" className="n">
                {words.wanted}
              </th>
              <th scope="col" className="n">
                {words.most}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(([name, changed]) => {
              const { portsWanted, portsPerFamily, mostRequestsPerSecond } = capacityOf(changed);
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={portsWanted > portsPerFamily ? 'n over' : 'n'}>
                    {figures.percent(portsWanted / portsPerFamily)}
                  </td>
                  <td className="n">{figures.short(mostRequestsPerSecond)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
