import { fill } from '@/components/client/fill';
import { type Capacity, capacityOf } from '@/diagnosis/ports/capacity';
import type { Load } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import { PortsChanges } from './ports-changes';
import { PortsChart } from './ports-chart';
import { PortsFormula } from './ports-formula';
import { PortsTable } from './ports-table';
import type { PortsWords } from './words';

interface Props {
  load: Load;
  words: PortsWords;
  figures: Figures;
}

/** Less than this share of the range left over is worth a word. */
const TIGHT = 0.2;

export function PortsResult({ load, words, figures }: Props) {
  const capacity = capacityOf(load);
  return (
    <>
      <Verdict capacity={capacity} words={words} figures={figures} />
      <Numbers capacity={capacity} words={words.figures} figures={figures} />
      <PortsChart load={load} words={words.chart} figures={figures} />
      <PortsFormula load={load} words={words.formula} figures={figures} />
      <PortsChanges load={load} words={words.changes} figures={figures} />
      <PortsTable load={load} words={words.table} figures={figures} />
    </>
  );
}

function Verdict({ capacity, words, figures }: { capacity: Capacity; words: PortsWords; figures: Figures }) {
  const { exhaustedAfterSeconds, headroom, failingShare, portsWanted, portsPerFamily } = capacity;
  const { verdict } = words;
  const values = {
    wanted: figures.whole(Math.ceil(portsWanted)),
    ports: figures.whole(portsPerFamily),
    seconds: figures.short(exhaustedAfterSeconds ?? 0),
    share: figures.percent(failingShare),
  };
  const level = exhaustedAfterSeconds !== null ? 'harm' : headroom < TIGHT ? 'watch' : 'fine';
  const says = { harm: verdict.exhausted, watch: verdict.tight, fine: verdict.fine }[level];
  return (
    <div className={`tool-verdict ${level}`} role="status" aria-label={verdict.title}>
      <i aria-hidden="true">{{ harm: '✕', watch: '!', fine: '✓' }[level]}</i>
      <p>{fill(says, values)}</p>
    </div>
  );
}

function Numbers({ capacity, words, figures }: { capacity: Capacity; words: PortsWords['figures']; figures: Figures }) {
  const { short, whole, percent, octets } = figures;
  const { exhaustedAfterSeconds, headroom } = capacity;
  const rows: readonly (readonly [string, string])[] = [
    [words.connections, fill(words.perSecond, { value: short(capacity.connectionsPerSecond) })],
    [
      words.wanted,
      fill(words.perFamily, { wanted: short(capacity.portsWanted), ports: whole(capacity.portsPerFamily) }),
    ],
    [headroom < 0 ? words.short : words.headroom, percent(Math.abs(headroom))],
    [
      words.exhaustion,
      exhaustedAfterSeconds === null ? words.never : fill(words.seconds, { value: short(exhaustedAfterSeconds) }),
    ],
    [words.most, fill(words.perSecond, { value: short(capacity.mostRequestsPerSecond) })],
    [words.entries, short(capacity.entries)],
    [
      words.memory,
      fill(words.memoryInAll, { entries: octets(capacity.octetsOfEntries), all: octets(capacity.octetsInAll) }),
    ],
  ];
  return (
    <dl className="tool-numbers">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
