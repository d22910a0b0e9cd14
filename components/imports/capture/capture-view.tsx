'use client';

import { useState } from 'react';
import { stateLabel } from '@/components/ui/state-name';
import type { Locale } from '@/model/attempt';
import { fill } from '../../client/fill';
import { sentenceGap } from '../../client/sentence-gap';
import type { SimulatorWords } from '../../simulator/words/speech';
import { CaptureWalk } from './capture-walk';
import type { ConversationSummary, Finished, Holder } from './summary';
import type { Opening } from './use-capture';
import type { CaptureWords } from './words';

export interface CaptureViewProps {
  readonly opened: Extract<Opening, { readonly phase: 'opened' }>;
  readonly walk: (id: number, at: readonly string[] | null, from: number) => void;
  readonly locale: Locale;
  readonly words: CaptureWords;
  readonly simulatorWords: SimulatorWords;
}

/** With more than so many connections, a field helps to find one. */
const WORTH_A_FILTER = 12;

/** What is in the file: its connections, and the one that is walked through. */
export function CaptureView({ opened, walk, locale, words, simulatorWords }: CaptureViewProps) {
  const { file, walked, isWalking } = opened;
  const [wanted, setWanted] = useState('');
  const listed = file.listed.filter(({ ends }) => ends.some(({ id }) => id.includes(wanted.trim())));
  const number = (n: number) => n.toLocaleString(locale);
  return (
    <div className="import-result">
      <section className="tool-part">
        <h2>{words.listTitle}</h2>
        <p>
          {fill(words.file, {
            name: file.name,
            packets: number(file.packets),
            tcp: number(file.tcp),
            connections: number(file.all),
          })}
          {sentenceGap(locale)}
          {words.listText}
        </p>
        {file.skipped.length > 0 && (
          <p className="paste-privacy">
            {words.skipped}{' '}
            {file.skipped.map(({ reason, count }) => fill(words.reasons[reason], { n: number(count) })).join(' · ')}
          </p>
        )}
        {file.listed.length > WORTH_A_FILTER && (
          <div className="import-filter">
            <label htmlFor="capture-filter">{words.filter}</label>
            <input
              id="capture-filter"
              type="search"
              autoComplete="off"
              spellCheck={false}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </div>
        )}
        {listed.length < file.all && (
          <p className="paste-privacy" role="status">
            {fill(words.shown, { n: number(listed.length), all: number(file.all) })}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it is narrow, and long lists scroll down */}
        <section className="tablewrap import-list" tabIndex={0} aria-label={words.listTitle}>
          <table className="tbl">
            <caption className="vh">{words.listTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.connection}</th>
                <th scope="col" className="n">
                  {words.columns.packets}
                </th>
                <th scope="col" className="n">
                  {words.columns.began}
                </th>
                <th scope="col">{words.columns.left}</th>
                <th scope="col">{words.columns.right}</th>
                <th scope="col">{words.columns.timeWait}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((one) => (
                <ConversationRow
                  key={one.id}
                  one={one}
                  isWalked={walked?.id === one.id}
                  onWalk={() => walk(one.id, null, 0)}
                  words={words}
                />
              ))}
            </tbody>
          </table>
        </section>
      </section>
      <p className="vh" role="status">
        {isWalking ? words.walking : ''}
      </p>
      {walked !== null && walked.picture === null && <p className="tool-verdict watch">{words.self}</p>}
      {walked !== null && walked.picture !== null && (
        <CaptureWalk walked={walked} picture={walked.picture} {...{ walk, locale, words, simulatorWords }} />
      )}
    </div>
  );
}

interface RowProps {
  readonly one: ConversationSummary;
  readonly isWalked: boolean;
  readonly onWalk: () => void;
  readonly words: CaptureWords;
}

function ConversationRow({ one, isWalked, onWalk, words }: RowProps) {
  const [left, right] = one.ends;
  return (
    <tr data-conversation={one.id} aria-current={isWalked || undefined}>
      <td>
        <button
          type="button"
          className="btn small"
          aria-label={fill(words.walkNamed, { a: left.id, b: right.id })}
          onClick={onWalk}
        >
          {words.walk}
        </button>
        <span className="address">
          {left.id} ↔ {right.id}
        </span>
        {one.incarnations > 1 && <small>{fill(words.incarnations, { n: one.incarnations })}</small>}
      </td>
      <td className="n">{one.packets}</td>
      <td className="n">{(one.beganMs / 1000).toFixed(3)}</td>
      {one.finished.map((finished, side) => (
        <td key={one.ends[side]?.id}>{finishedText(finished, words)}</td>
      ))}
      <td>{holderText(one.timeWait, words)}</td>
    </tr>
  );
}

function finishedText(finished: Finished, words: CaptureWords): string {
  if (finished === null) return words.notSeen;
  if ('by' in finished) return words.ended[finished.by];
  return fill(words.stillIn, { state: `${stateLabel(finished.lastSeenIn)}${finished.isCertain ? '' : '?'}` });
}

function holderText({ who, isCertain }: Holder, words: CaptureWords): string {
  return isCertain ? words.holder[who] : fill(words.holder.maybe, { who: words.holder[who] });
}
