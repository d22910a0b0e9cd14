import { PLACES, RULES } from '@/diagnosis/rules';
import { Sources } from './sources';
import type { SsWords } from './words';

/** Every rule of the diagnosis with what it rests on; what it says of a server has its numbers there. */
export function RuleTable({ title, words }: { title: string; words: SsWords }) {
  return (
    <details className="tool-part rule-table">
      <summary>{title}</summary>
      {PLACES.map((place) => (
        <section key={place}>
          <h2>{words.places[place]}</h2>
          <dl>
            {RULES.filter((rule) => rule.place === place).map(({ id, sources }) => (
              <div key={id}>
                <dt>{withoutPlaces(words.rules[id]?.title ?? id)}</dt>
                <dd className="from">
                  <Sources sources={sources} label={words.sources} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  );
}

/** Where a server's own words would stand. */
function withoutPlaces(title: string): string {
  return title.replace(/\{\w+\}/g, '…');
}
