'use client';

import { useEffect, useState } from 'react';
import { fill } from '@/components/client/fill';
import { progress } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import { ALL, type Choice, choiceFrom, chosen, type ListedQuestion, queryOf, type Result, resultsOf } from './choose';
import type { ListWords } from './words';

interface Props {
  questions: readonly ListedQuestion[];
  /** In the order of the book. */
  topics: readonly { readonly id: string; readonly name: string }[];
  locale: Locale;
  words: ListWords;
}

const RESULTS: readonly Result[] = ['new', 'right', 'wrong'];
const MARKS: Readonly<Record<Result, string>> = { new: '', right: '✓', wrong: '!' };

/** All questions by topic. Whole without script; with it they can be narrowed, and the address says how. */
export function BankList({ questions, topics, locale, words }: Props) {
  const [choice, setChoice] = useChoice();
  const results = resultsOf(useStore(progress, null));
  const shown = chosen(questions, choice, results);
  const isWhole = shown.length === questions.length;
  const set = (name: keyof Choice) => (value: string) => setChoice({ ...choice, [name]: value });
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const depths = [...new Set(questions.map(({ depth }) => depth))];
  return (
    <>
      <search className="bank-choice only-with-script">
        <form aria-label={words.filter} onSubmit={(event) => event.preventDefault()} autoComplete="off">
          <label className="bank-search">
            <span>{words.search}</span>
            <input
              type="search"
              value={choice.search}
              placeholder={words.searchHint}
              onChange={({ target }) => set('search')(target.value)}
            />
          </label>
          <Pick name={words.topic} all={words.all} value={choice.topic} onPick={set('topic')}>
            {topics.map(({ id, name }) => [id, name])}
          </Pick>
          <Pick name={words.depth} all={words.all} value={choice.depth} onPick={set('depth')}>
            {depths.map((depth) => [depth, words.depths[depth]])}
          </Pick>
          <Pick name={words.kind} all={words.all} value={choice.kind} onPick={set('kind')}>
            {kinds.map((kind) => [kind, words.kinds[kind]])}
          </Pick>
          <Pick name={words.result} all={words.all} value={choice.result} onPick={set('result')}>
            {RESULTS.map((result) => [result, words.results[result]])}
          </Pick>
        </form>
        <p>
          <span role="status">{fill(words.shown, { shown: shown.length, total: questions.length })}</span>
          {isWhole ? null : (
            <button type="button" className="btn quiet small" onClick={() => setChoice(ALL)}>
              {words.clear}
            </button>
          )}
        </p>
      </search>
      {shown.length === 0 ? <p className="empty">{words.none}</p> : null}
      {topics.map(({ id, name }) => {
        const mine = shown.filter(({ topic }) => topic === id);
        return mine.length === 0 ? null : (
          <section key={id} className="bank-topic" aria-labelledby={`topic-${id}`}>
            <h3 id={`topic-${id}`}>
              {name} <small>{mine.length}</small>
            </h3>
            <ol>
              {mine.map((question) => (
                <Row key={question.id} {...{ question, locale, words }} result={results.get(question.id) ?? 'new'} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

interface RowProps {
  question: ListedQuestion;
  result: Result;
  locale: Locale;
  words: ListWords;
}

function Row({ question, result, locale, words }: RowProps) {
  const { id, prompt, depth, kind } = question;
  return (
    <li data-question={id} data-result={result}>
      <a href={`/${locale}/interview/questions/${id}`}>{prompt}</a>
      <span className="meta">
        {words.depths[depth]} · {words.kinds[kind]}
        {result === 'new' ? null : (
          <span className={`mark ${result}`}>
            <span aria-hidden="true">{MARKS[result]}</span> {words.results[result]}
          </span>
        )}
      </span>
    </li>
  );
}

interface PickProps {
  name: string;
  all: string;
  value: string;
  onPick: (value: string) => void;
  /** Value and label of each option. */
  children: readonly (readonly [string, string])[];
}

function Pick({ name, all, value, onPick, children }: PickProps) {
  return (
    <label>
      <span>{name}</span>
      <select value={value} onChange={({ target }) => onPick(target.value)}>
        <option value="">{all}</option>
        {children.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The choice as the address says it. The page itself is static, so it is read once the page is alive. */
function useChoice(): [Choice, (next: Choice) => void] {
  const [choice, setChoice] = useState(ALL);
  useEffect(() => {
    const read = () => setChoice(choiceFrom(location.search));
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const choose = (next: Choice) => {
    setChoice(next);
    history.replaceState(history.state, '', `${location.pathname}${queryOf(next)}${location.hash}`);
  };
  return [choice, choose];
}
