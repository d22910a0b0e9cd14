import { fill } from '@/components/client/fill';
import type { Facts, Family } from '@/diagnosis/facts';
import { DEFAULT_LOAD } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import type { SsWords } from './words';

interface Props {
  facts: Facts;
  portsHref: string;
  words: SsWords['families'];
  figures: Figures;
}

/** The destinations that hold most ports of the range. */
export function Families({ facts, portsHref, words, figures }: Props) {
  const { families, range } = facts;
  if (families.length === 0) return null;
  const ports = figures.whole(range.high - range.low + 1);
  return (
    <section className="tool-part" aria-labelledby="families">
      <h2 id="families">{words.title}</h2>
      <p>
        {fill(words.text, { low: `${range.low}`, high: `${range.high}`, ports })} {range.isGiven ? '' : words.assumed}
      </p>
      <div className="xscroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col" className="n">
                {words.timeWait}
              </th>
              <th scope="col" className="n">
                {words.established}
              </th>
              <th scope="col" className="n">
                {words.held}
              </th>
              <th scope="col" className="n">
                {words.rate}
              </th>
            </tr>
          </thead>
          <tbody>
            {families.map((family) => (
              <tr key={`${family.from} ${family.to} ${family.port}`} data-family={`${family.to} ${family.port}`}>
                <td className="address">{family.from}</td>
                <th scope="row" className="address">
                  {family.to} <b>{family.port}</b>
                </th>
                <td className="n">{figures.whole(family.timeWait)}</td>
                <td className="n">{figures.whole(family.established)}</td>
                <td className={family.share >= 0.9 ? 'n over' : 'n'}>
                  {figures.whole(family.held)} ({figures.percent(family.share)})
                </td>
                <td className="n">
                  <RateLink family={family} facts={facts} portsHref={portsHref} words={words} figures={figures} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Entries that come and go evenly are as many as come in 60 s; the ports tool goes on from there. */
function RateLink({ family, facts, portsHref, words, figures }: Props & { family: Family }) {
  const rate = family.timeWait / DEFAULT_LOAD.timeWaitSeconds;
  if (rate < 0.01) return <>–</>;
  const { low, high } = facts.range;
  return (
    <a href={`${portsHref}?rate=${rate.toFixed(2)}&low=${Math.max(low, 1)}&high=${high}`}>
      {figures.short(rate)} <span className="vh">{words.work}</span>
    </a>
  );
}
