import type { ReactNode } from 'react';
import { Kernel } from '@/components/prose/inline';
import { Rfc } from '@/components/prose/rfc';
import { stateLabel } from '@/components/ui/state-name';
import type { TransitionRow } from '@/server/content/transition-rows';
import type { TruthWords } from '../how-true/truth-words';
import type { ListedRule } from './rule-groups';

interface Props {
  rule: ListedRule;
  /** What the rule says, as beside a figure. */
  sentence: string;
  /** Rows whose tests expect something else than the row says. */
  otherwise: readonly string[];
  /** Where it is told what they expect, and why. */
  reasonsHref: string;
  /** Kernel function → file. */
  files: Readonly<Record<string, string>>;
  words: TruthWords;
}

/** One rule: what it says, where it stands, and at which rows of the table a test sees it at work. */
export function RuleEntry({ rule, sentence, otherwise, reasonsHref, files, words }: Props) {
  const { id, rfc, section, kernelFunction, rows, marks } = rule;
  const number = /^RFC (\d+)$/.exec(rfc)?.[1];
  return (
    <li className="rule" id={id} data-in={marks.join(' ')}>
      <h3>
        <a href={`#${id}`} lang="en" translate="no">
          {id}
        </a>
      </h3>
      <p className="says">{sentence}</p>
      <p className="ref">
        {number === undefined ? rfc : <Rfc n={number} s={section} />}
        {kernelFunction !== undefined && (
          <>
            {' · '}
            {number !== undefined && 'Linux '}
            <Kernel fn={kernelFunction} file={files[kernelFunction] ?? ''} />
          </>
        )}
        {rows.length === 0 && ` · ${words.plain('ruleList.noRows')}`}
      </p>
      {rows.length > 0 && (
        <details>
          <summary>{words.plain('ruleList.rows', { count: rows.length })}</summary>
          <ul className="rows">
            {rows.map((row) => (
              <Row key={row.id} row={row}>
                {otherwise.includes(row.id) && <a href={reasonsHref}>{words.plain('rows.otherwise')}</a>}
              </Row>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Conditions and forms are those of the table, which is in English. */
function Row({ row, children }: { row: TransitionRow; children: ReactNode }) {
  const { id, state, event, condition, next, sends } = row;
  return (
    <li>
      <span lang="en" translate="no">
        <b>{id}</b> {stateLabel(state)}, {event}
        {condition !== '' && `, ${condition}`} → {stateLabel(next)}
        {sends !== null && <code>{sends}</code>}
      </span>{' '}
      {children}
    </li>
  );
}
