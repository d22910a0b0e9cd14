import { fill } from '@/components/client/fill';
import { capacityOf, REUSE_DELAY_SECONDS } from '@/diagnosis/ports/capacity';
import type { Load } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import type { PortsWords } from './words';

interface Props {
  load: Load;
  words: PortsWords['formula'];
  figures: Figures;
}

/** The formula with its names, and once more with the numbers of this load. */
export function PortsFormula({ load, words, figures }: Props) {
  const { short, whole } = figures;
  const { families, holdSeconds, portsPerFamily, portsWanted, mostRequestsPerSecond } = capacityOf(load);
  const { requestsPerSecond, requestsPerConnection, openSeconds, timeWaitSeconds, destinations, sourceAddresses } =
    load;
  const blocked = load.reuse ? fill(words.blockedReuse, { delay: short(REUSE_DELAY_SECONDS) }) : words.blocked;
  const pairs = `${whole(destinations)} × ${whole(sourceAddresses)}`;
  const seconds = load.reuse
    ? `${short(openSeconds)} + min(${short(timeWaitSeconds)}, ${short(REUSE_DELAY_SECONDS)})`
    : `${short(openSeconds)} + ${short(timeWaitSeconds)}`;
  return (
    <section className="tool-part" aria-labelledby="formula">
      <h2 id="formula">{words.title}</h2>
      <p>{words.text}</p>
      <pre className="formula">
        <code>
          {fill(words.wanted, { blocked })}
          {'\n'}
          <b>
            {`  = ${short(requestsPerSecond)} ÷ ${whole(requestsPerConnection)} ÷ (${pairs}) × (${seconds}) = ${short(portsWanted)}`}
          </b>
          {'\n\n'}
          {fill(words.most, { blocked })}
          {'\n'}
          <b>
            {`  = ${whole(portsPerFamily)} × ${whole(families)} × ${whole(requestsPerConnection)} ÷ ${short(holdSeconds)} = ${short(mostRequestsPerSecond)}`}
          </b>
        </code>
      </pre>
    </section>
  );
}
