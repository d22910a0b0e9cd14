'use client';

import { type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { fill } from '@/components/client/fill';
import type { Locale } from '@/model/attempt';
import type { SimulatorWords } from '../simulator/words/speech';
import { Gallery, type Start } from './gallery';
import { LabEditor } from './lab-editor';
import type { LabWords } from './lab-words';
import { fragmentOfLab, useLab } from './use-lab';
import { WordList } from './word-list';

interface Props {
  readonly starts: readonly Start[];
  /** The one that the page opens with; `children` is its figure, drawn on the server. */
  readonly first: Start;
  readonly locale: Locale;
  readonly words: LabWords;
  readonly simulatorWords: SimulatorWords;
  readonly children: ReactNode;
}

type RunView = ComponentType<React.ComponentProps<typeof import('./lab-run').LabRun>>;

/** A script, what comes of it, and scenarios to start from. */
export function Lab({ starts, first, locale, words, simulatorWords, children }: Props) {
  const id = useId();
  const lab = useLab(starts, first, locale);
  const { text, problems, shown, notice, before, openFragment } = lab;
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const start = starts.find(({ name }) => name === lab.start);
  const shownStart = starts.find(({ name }) => name === shown?.start);
  const LabRun = useRunView(shown !== null);
  const said = useStatus(problems.length, words);

  useEffect(() => {
    const changed = () => {
      const fragment = fragmentOfLab();
      if (fragment === null) return;
      void openFragment(fragment);
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView();
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [openFragment]);

  const insert = (line: string) => {
    const { value = text, selectionEnd = text.length } = field.current ?? {};
    const cursor = value.indexOf('\n', selectionEnd);
    const end = cursor === -1 ? value.length : cursor;
    const indent = /^[ \t]*/.exec(value.slice(value.lastIndexOf('\n', end - 1) + 1, end))?.[0] ?? '';
    const added = `${end === 0 ? '' : '\n'}${indent}${line}`;
    lab.type(value.slice(0, end) + added + value.slice(end));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(end + added.length, end + added.length);
    });
  };

  return (
    <>
      <section className="lab-part" aria-labelledby={`${id}-script`}>
        <h2 id={`${id}-script`} ref={heading} tabIndex={-1}>
          {start?.title ?? shown?.title ?? words.script.own}
        </h2>
        {start && (
          <p className="lab-lead">
            <b>{words.script.watch}</b> {start.watch}
          </p>
        )}
        {notice && (
          <p className={notice === 'draft' ? 'lab-notice' : 'lab-notice wrong'} role="alert">
            {words.link[notice]}
          </p>
        )}
        <LabEditor {...{ field, text, problems, words }} id={`${id}-text`} onText={lab.type} />
        <div className="lab-acts">
          <a className="btn" href="#gallery">
            {fill(words.script.choose, { n: starts.length })}
          </a>
          {before !== null && before !== text && (
            <button type="button" className="btn" onClick={lab.bringBack}>
              {words.script.back}
            </button>
          )}
        </div>
        <WordList words={words.words} onInsert={insert} />
        <p className="vh" role="status">
          {said}
        </p>
      </section>
      <section className="lab-part" aria-labelledby={`${id}-run`}>
        <h2 id={`${id}-run`}>{words.run.title}</h2>
        {problems.length > 0 && <p className="lab-notice wrong">{words.run.stale}</p>}
        {LabRun && shown ? (
          <LabRun
            key={`${shown.labAddress} ${shown.linked === null}`}
            shown={shown}
            number={words.run.number}
            title={shownStart?.title ?? shown.title ?? words.run.figure}
            description={shownStart?.watch ?? words.run.description}
            locale={locale}
            words={simulatorWords}
          />
        ) : (
          children
        )}
      </section>
      <Gallery starts={starts} current={lab.start} words={words.gallery} />
    </>
  );
}

/** The simulator comes with the first run that is not the server's. */
function useRunView(isNeeded: boolean): RunView | null {
  const [view, setView] = useState<RunView | null>(null);
  useEffect(() => {
    if (isNeeded) import('./lab-run').then(({ LabRun }) => setView(() => LabRun));
  }, [isNeeded]);
  return view;
}

/** Said when the script can no longer be read, and when it can again; not at every letter. */
function useStatus(problems: number, { script }: LabWords): string {
  const [wasWrong, setWasWrong] = useState(false);
  useEffect(() => {
    if (problems > 0) setWasWrong(true);
  }, [problems]);
  if (problems > 0) return fill(script.status, { n: problems });
  return wasWrong ? script.again : '';
}
