import type { Proof } from './proof';
import type { TruthWords } from './truth-words';

/** The figures of the page at a glance, each leading to its section. */
export function Glance({ proofs, words }: { proofs: readonly Proof[]; words: TruthWords }) {
  return (
    <ul className="glance">
      {proofs.map(({ id, done, of, values }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <span className="figure">
              {words.number(done)}
              {of !== null && <small>/{words.number(of)}</small>}
            </span>
            <span className="ti">
              {words.plain(`${id}.short`, values)}
              <small>{words.plain(`${id}.shortDetail`, values)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
