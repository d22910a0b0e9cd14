import { fill } from '@/components/client/fill';
import type { Diagnosis } from '@/diagnosis/diagnose';
import { PLACES, type Values } from '@/diagnosis/rules';
import type { Figures } from '../figures';
import { Sources } from './sources';
import type { SsWords } from './words';

interface Props {
  findings: Diagnosis['findings'];
  words: SsWords;
  figures: Figures;
}

const MARKS = { harm: '✕', watch: '!', fine: '✓' } as const;

/** What is seen, and then what to change: in the application, in the proxy, in the kernel, and what not to touch. */
export function Findings({ findings, words, figures }: Props) {
  return PLACES.map((place) => {
    const here = findings.filter((finding) => finding.place === place);
    if (here.length === 0) return null;
    return (
      <section key={place} className="tool-part" aria-labelledby={`place-${place}`}>
        <h2 id={`place-${place}`}>{words.places[place]}</h2>
        <ul className="findings">
          {here.map(({ id, level, values, sources }) => {
            const says = written(values, figures);
            const { title = '', text = '' } = words.rules[id] ?? {};
            return (
              <li key={id} className={level} data-finding={id}>
                <i>
                  <span aria-hidden="true">{MARKS[level]}</span>
                  <span className="vh">{words.levels[level]}</span>
                </i>
                <div>
                  <h3>{fill(title, says)}</h3>
                  <p>{fill(text, says)}</p>
                  <p className="from">
                    <Sources sources={sources} label={words.sources} />
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

/** Numbers as the page's language writes them; a value's name says what it counts. */
function written(values: Values, figures: Figures): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      if (name === 'share') return [name, figures.percent(value)];
      return [name, name === 'memory' ? figures.octets(value) : figures.whole(value)];
    }),
  );
}
