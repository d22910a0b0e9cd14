import type { Locale } from '@/model/attempt';
import type { OpenKey } from '@/model/open-question';
import { simulatorHref } from '@/model/simulator-href';
import type { OpenWords } from './words';

interface Props {
  answerKey: OpenKey;
  locale: Locale;
  words: OpenWords;
}

/** What an interviewer would ask next, and where to see and read it. */
export function WhatFollows({ answerKey, locale, words }: Props) {
  const asked = [...answerKey.followUps, { ...answerKey.deeper, isDeeper: true }];
  return (
    <section className="follow-ups">
      <h3>{words.followUps}</h3>
      <ul>
        {asked.map((each) => (
          <li key={each.id}>
            {each.question === null ? (
              <details>
                <summary>{each.prompt}</summary>
                <p>{each.answer}</p>
              </details>
            ) : (
              <a href={`/${locale}/interview/questions/${each.question}`}>{each.prompt}</a>
            )}
            {'isDeeper' in each ? <small>{words.deeper}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links to the simulator that shows it and to the section that tells it, and where it stands in the sources. */
export function WhereToLook({ answerKey, locale, words }: Props) {
  const { chapter, section, simulator, sources } = answerKey;
  return (
    <div className="where">
      <p>
        <a className="btn" href={simulatorHref(locale, simulator)}>
          {words.simulator}
        </a>
        <a href={`/${locale}/chapters/${chapter}#${section}`}>{words.read}</a>
      </p>
      <p className="hint">
        {words.sources}
        {sources.join(' · ')}
      </p>
    </div>
  );
}
