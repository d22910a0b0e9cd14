import { fill } from '@/components/client/fill';
import { capacityOf } from '@/diagnosis/ports/capacity';
import type { Load } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import { type Chart, layOutChart, SIZES } from './lay-out-chart';
import type { PortsWords } from './words';

interface Props {
  load: Load;
  words: PortsWords['chart'];
  figures: Figures;
}

/** Ports held over time, of one source address toward one destination, against how many there are. */
export function PortsChart({ load, words, figures }: Props) {
  const { portsPerFamily } = capacityOf(load);
  const charts = SIZES.map((size) => layOutChart(load, size));
  const fails = charts.some(({ failing }) => failing.length > 0);
  const limit = fill(words.limit, { ports: figures.whole(portsPerFamily) });
  return (
    <figure className="ports-chart">
      <figcaption>
        <b>{words.title}</b> {words.description}
      </figcaption>
      {charts.map((chart) => (
        <Picture key={chart.name} chart={chart} limit={limit} words={words} figures={figures} />
      ))}
      <ul className="tool-legend">
        <li>
          <i className="key-held" /> {words.held}
        </li>
        <li>
          <i className="key-time-wait" /> {words.timeWait}
        </li>
        {fails ? (
          <li>
            <i className="key-fails" /> {charts[0]?.failsInTurn ? words.failsInTurn : words.fails}
          </li>
        ) : null}
      </ul>
    </figure>
  );
}

interface PictureProps {
  chart: Chart;
  limit: string;
  words: PortsWords['chart'];
  figures: Figures;
}

function Picture({ chart, limit, words, figures }: PictureProps) {
  const { name, width, height, left, right, top, bottom, limitY } = chart;
  return (
    <svg className={`chart ${name}`} width={width} height={height} role="img" aria-label={words.title}>
      {chart.failing.map((stretch) => (
        <rect key={stretch.x} className="fails" x={stretch.x} y={top - 12} width={stretch.width} height={6} />
      ))}
      {chart.yTicks.map(({ at, value }) => (
        <g key={value}>
          <path className="grid" d={`M${left} ${at.toFixed(1)}H${right}`} />
          <text className="axis" x={left - 8} y={at + 3.5} textAnchor="end">
            {figures.short(value)}
          </text>
        </g>
      ))}
      {chart.xTicks.map(({ at, value }) => (
        <text key={value} className="axis" x={at} y={bottom + 16} textAnchor="middle">
          {figures.short(value)}
        </text>
      ))}
      <text className="axis" x={right} y={bottom + 31} textAnchor="end">
        {words.seconds}
      </text>
      <path className="time-wait" d={chart.timeWaitArea} />
      <path className="all-held" d={chart.heldLine} />
      <path className="limit" d={`M${left} ${limitY.toFixed(1)}H${right}`} />
      <text className="limit-name" x={left + 6} y={limitY - 6}>
        {limit}
      </text>
    </svg>
  );
}
