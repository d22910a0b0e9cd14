'use client';

import { fill } from '@/components/client/fill';
import { VOCABULARY } from '@/engine/formats/lab/vocabulary';
import type { LabWords } from './lab-words';

interface Props {
  readonly words: LabWords['words'];
  /** Puts a line into the script, where the cursor is. */
  readonly onInsert: (line: string) => void;
}

const ABOUT = ['call', 'network', 'host', 'everything'] as const;

/** Every word of the scripts, what it does, and a line with it that can be put into the script at a touch. */
export function WordList({ words, onInsert }: Props) {
  return (
    <details className="lab-words">
      <summary>{words.title}</summary>
      <p>{words.lead}</p>
      {ABOUT.map((about) => (
        <section key={about}>
          <h3>{words.about[about]}</h3>
          <dl>
            {VOCABULARY.filter((each) => each.about === about).map(({ word, usage, example }) => (
              <div key={word}>
                <dt>
                  <code lang="en" translate="no">
                    {usage}
                  </code>
                </dt>
                <dd>
                  {words.says[word]}{' '}
                  <button
                    type="button"
                    className="btn quiet small"
                    aria-label={fill(words.insert, { line: example })}
                    onClick={() => onInsert(example)}
                  >
                    + <code lang="en">{example}</code>
                  </button>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  );
}
