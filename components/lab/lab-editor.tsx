'use client';

import { type RefObject, useRef } from 'react';
import { fill } from '@/components/client/fill';
import type { LabProblem } from '@/engine/formats/lab/lab-problem';
import type { LabWords } from './lab-words';

interface Props {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly problems: readonly LabProblem[];
  readonly words: Pick<LabWords, 'script' | 'problems'>;
  readonly onText: (text: string) => void;
}

/** The script with its line numbers. What is wrong with a line stands behind it, and below with a button that leads there. */
export function LabEditor({ id, field, text, problems, words, onText }: Props) {
  const mirror = useRef<HTMLDivElement>(null);
  const lines = text.split('\n');
  const wrong = new Map(problems.map((problem) => [problem.line, problem]));
  return (
    <>
      <div className="lab-editor">
        <div className="lab-lines" aria-hidden="true">
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={index} className={wrong.has(index + 1) ? 'wrong' : undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <div className="lab-text">
          <div className="lab-mirror" aria-hidden="true" ref={mirror}>
            {lines.map((line, index) => {
              const problem = wrong.get(index + 1);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
                <div key={index} className={problem ? 'wrong' : undefined}>
                  <span>{line}</span>
                  {problem && <em>✕ {problemText(problem, words)}</em>}
                </div>
              );
            })}
          </div>
          <textarea
            id={id}
            ref={field}
            value={text}
            rows={lines.length + 1}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            translate="no"
            lang="en"
            aria-label={words.script.label}
            aria-invalid={problems.length > 0}
            aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
            onChange={(event) => onText(event.target.value)}
            onScroll={(event) => {
              if (mirror.current) mirror.current.style.translate = `${-event.currentTarget.scrollLeft}px`;
            }}
          />
        </div>
      </div>
      {problems.length > 0 && (
        <div className="lab-problems" id={`${id}-problems`}>
          <p>{fill(words.problems.title, { n: problems.length })}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.line}>
                <button type="button" className="btn small" onClick={() => selectLine(field.current, problem.line)}>
                  {fill(words.problems.line, { n: problem.line })}
                </button>
                <span>{problemText(problem, words)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function problemText({ key, values }: LabProblem, words: Props['words']): string {
  return fill(words.problems[key], values);
}

function selectLine(field: HTMLTextAreaElement | null, line: number): void {
  if (field === null) return;
  const before = field.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  const end = field.value.indexOf('\n', start);
  field.focus();
  field.setSelectionRange(start, end === -1 ? field.value.length : end);
}
