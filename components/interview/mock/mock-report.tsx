import { useEffect, useRef } from 'react';
import { fill } from '@/components/client/fill';
import { saveFile } from '@/components/simulator/share/save-file';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { elapsedMs } from '@/model/mock-clock';
import { simulatorHref } from '@/model/simulator-href';
import type { Bank } from './bank';
import { type Place, reportOf, type TopicReport } from './report';
import type { Said, Session } from './session';
import { timeText } from './time-text';
import { transcriptMarkdown, transcriptText } from './transcript';
import type { MockWords } from './words';

interface Props {
  session: Session;
  bank: Bank;
  locale: Locale;
  words: MockWords;
  onResume: () => void;
  onAnew: () => void;
}

/** What the interview has shown: by topic, with what to read and play; and all that was said, to take along. */
export function MockReport({ session, bank, locale, words, onResume, onAnew }: Props) {
  const { report: says } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { asked, strong, skipped, topics } = reportOf(session, bank);
  const time = timeText(elapsedMs(session.clock, Date.now()));
  const day = dayOf(session, locale);
  const save = (ending: 'md' | 'txt') => {
    const write = ending === 'md' ? transcriptMarkdown : transcriptText;
    const text = write({ session, bank, words: words.transcript, day });
    const type = ending === 'md' ? 'text/markdown' : 'text/plain';
    saveFile(new File([text], `2msl-interview-${session.askedAt.slice(0, 10)}.${ending}`, { type }));
  };
  return (
    <div className="mock-report">
      <header className="title">
        <p className="kicker">
          {words.title} · {day}
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {says.title}
        </h1>
        <p className="lead">{asked === 0 ? says.nothing : fill(says.sum, { asked, strong, skipped, time })}</p>
      </header>
      {asked === 0 ? null : (
        <>
          <Topics topics={topics} {...{ bank, locale, words }} />
          <p className="hint">{says.self}</p>
          <p className="mock-take">
            <button type="button" className="btn primary" onClick={() => save('md')}>
              {says.markdown}
            </button>
            <button type="button" className="btn" onClick={() => save('txt')}>
              {says.text}
            </button>
            <button type="button" className="btn" onClick={() => window.print()}>
              {says.print}
            </button>
          </p>
          <Transcript session={session} bank={bank} words={words} />
        </>
      )}
      <footer className="mock-foot">
        <button type="button" className="btn" onClick={onResume}>
          {says.resume}
        </button>
        <button type="button" className="btn" onClick={onAnew}>
          {says.anew}
        </button>
        <span className="hint">{says.anewNote}</span>
      </footer>
    </div>
  );
}

interface TopicsProps extends Pick<Props, 'bank' | 'locale' | 'words'> {
  topics: readonly TopicReport[];
}

function Topics({ topics, bank, locale, words: { report: says } }: TopicsProps) {
  const sectionOf = ({ chapter, section }: Place) => bank.chapters[chapter]?.sections[section] ?? section;
  return (
    <table className="tbl mock-topics">
      <thead>
        <tr>
          <th scope="col">{says.topic}</th>
          <th scope="col" className="n">
            {says.asked}
          </th>
          <th scope="col">{says.result}</th>
          <th scope="col">{says.read}</th>
          <th scope="col">{says.play}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ topic, asked, score, read, play }) => (
          <tr key={topic}>
            <th scope="row">{bank.topics[topic] ?? topic}</th>
            <td className="n" data-label={says.asked}>
              {asked}
            </td>
            <td data-label={says.result}>{score === null ? says.passed : <Share score={score} />}</td>
            <td data-label={says.read}>
              {read.length === 0 ? says.fine : null}
              <ul>
                {read.map((place) => (
                  <li key={place.section}>
                    <a href={`/${locale}/chapters/${place.chapter}#${place.section}`}>
                      {fill(says.section, {
                        number: bank.chapters[place.chapter]?.number ?? '',
                        title: sectionOf(place),
                      })}
                    </a>
                  </li>
                ))}
              </ul>
            </td>
            <td data-label={says.play}>
              <ul>
                {play.map((simulator) => (
                  <li key={JSON.stringify(simulator)}>
                    <a href={simulatorHref(locale, simulator)}>
                      {bank.figures[simulator.scenario] ?? simulator.scenario}
                    </a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A share of 1 as a bar with its number. */
function Share({ score }: { score: number }) {
  const percent = Math.round(score * 100);
  return (
    <span className="mock-share">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" className="whole" />
        <rect width={percent} height="8" />
      </svg>
      {percent} %
    </span>
  );
}

function Transcript({ session, bank, words }: Pick<Props, 'session' | 'bank' | 'words'>) {
  const { transcript: says, report } = words;
  return (
    <section className="mock-transcript" aria-labelledby="mock-transcript">
      <h2 id="mock-transcript">{report.transcript}</h2>
      <ol>
        {session.said.map((said, place) =>
          said === null ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is known by its place alone
            <li key={place}>
              <h3>{said.prompt}</h3>
              <p className="kicker">{bank.topics[session.turns[place]?.topic ?? ''] ?? ''}</p>
              <p className="caps">{says.answer}</p>
              <blockquote>{said.text === '' ? says[said.how] : said.text}</blockquote>
              <Points points={said.points} words={words} />
              {said.model === '' ? null : (
                <details>
                  <summary>{says.model}</summary>
                  {said.model.split('\n\n').map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                </details>
              )}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

function Points({ points, words }: { points: Said['points']; words: MockWords }) {
  if (points.length === 0) return null;
  return (
    <>
      <p className="caps">{words.transcript.rubric}</p>
      <ul className="mock-points">
        {points.map(({ text, met }) => (
          <li key={text} className={met ? 'met' : 'missed'}>
            <span className="k" role="img" aria-label={met ? words.turn.had : words.turn.missedIt}>
              {met ? '✓' : '–'}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function dayOf({ askedAt }: Session, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : LANGUAGE_TAG[locale];
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(askedAt));
}
