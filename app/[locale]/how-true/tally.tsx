import type { TruthWords } from './truth-words';

interface Props {
  words: TruthWords;
  parts: readonly { readonly is: 'ok' | 'but' | 'not' | 'left'; readonly count: number; readonly label: string }[];
}

const MARKS = { ok: '✓', but: '!', not: '✕', left: '–' };

/** How a total divides: a strip, and the same in numbers and words. */
export function Tally({ words, parts }: Props) {
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <div className="tally">
      <div className="strip" aria-hidden="true">
        {shown.map(({ is, count }) => (
          <span key={is} className={is} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul>
        {shown.map(({ is, count, label }) => (
          <li key={is} className={is}>
            <span aria-hidden="true">{MARKS[is]} </span>
            <b>{words.number(count)}</b> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
