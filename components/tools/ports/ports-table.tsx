import { capacityOf } from '@/diagnosis/ports/capacity';
import { courseOf } from '@/diagnosis/ports/course';
import type { Load } from '@/diagnosis/ports/load';
import type { Figures } from '../figures';
import { horizonOf } from './lay-out-chart';
import type { PortsWords } from './words';

interface Props {
  load: Load;
  words: PortsWords['table'];
  figures: Figures;
}

const ROWS = 12;

/** The picture in numbers. */
export function PortsTable({ load, words, figures }: Props) {
  const course = courseOf(load);
  const horizon = horizonOf(load);
  const { portsPerFamily } = capacityOf(load);
  return (
    <details className="tool-part">
      <summary>{words.title}</summary>
      <div className="xscroll">
        <table className="tbl">
          <caption className="vh">{words.caption}</caption>
          <thead>
            <tr>
              {[words.seconds, words.open, words.timeWait, words.share].map((name) => (
                <th key={name} scope="col" className="n">
                  {name}
                </th>
              ))}
              <th scope="col">{words.connect}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: ROWS + 1 }, (_, row) => course((row / ROWS) * horizon)).map((moment) => (
              <tr key={moment.seconds}>
                <td className="n">{figures.short(moment.seconds)}</td>
                <td className="n">{figures.short(moment.open)}</td>
                <td className="n">{figures.short(moment.timeWait)}</td>
                <td className="n">{figures.percent((moment.open + moment.timeWait) / portsPerFamily)}</td>
                <td>{moment.fails ? words.fails : words.works}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
