import { memo } from 'react';
import type { MeasureValue } from '@/engine/simulation/measure';
import type { Verdict } from '../model/verdicts';
import { formatSeconds } from '../words/durations';
import type { Speech } from '../words/speech';

const MARKS = { ok: '✓', warn: '!', bad: '✕' } as const;

interface VerdictsProps {
  readonly verdicts: readonly Verdict[];
  readonly speech: Speech;
  readonly id: string;
}

/** Sentences about the run, computed from it. Each has room for two lines and its comparison, so that none moves the page. */
export const Verdicts = memo(function Verdicts({ verdicts, speech, id }: VerdictsProps) {
  if (verdicts.length === 0) return null;
  return (
    <section className="verdict" aria-labelledby={`${id}-verdicts ${id}-title`}>
      <h4 className="caps" id={`${id}-verdicts`}>
        {speech.plain('verdicts.title')}
      </h4>
      <VerdictList verdicts={verdicts} speech={speech} />
    </section>
  );
});

interface VerdictListProps extends Pick<VerdictsProps, 'verdicts' | 'speech'> {
  /** Those that another run beside this one has otherwise. */
  readonly differing?: ReadonlySet<string>;
}

export function VerdictList({ verdicts, speech, differing }: VerdictListProps) {
  return (
    <ul>
      {verdicts.map((verdict) => (
        <li key={verdict.id} className={verdict.before === undefined ? undefined : 'changed'}>
          <span className={`m ${verdict.tone}`} aria-hidden="true">
            {MARKS[verdict.tone]}
          </span>
          <span>
            <span className="vh">{speech.plain(`verdicts.${verdict.tone}`)} </span>
            {speech.rich(`figure.verdicts.${verdict.id}.says`, valuesOf(verdict, speech))}
            <Otherwise verdict={verdict} speech={speech} />
            <Before verdict={verdict} speech={speech} />
            {differing?.has(verdict.id) && <span className="differs">≠ {speech.plain('compare.differs')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Otherwise({ verdict, speech }: { readonly verdict: Verdict; readonly speech: Speech }) {
  const key = `figure.verdicts.${verdict.id}.otherwise`;
  if (verdict.otherwise === undefined || !speech.has(key)) return null;
  return <span className="cmp">{speech.rich(key, valuesOf(verdict, speech))}</span>;
}

/** Where a change of the reader's has made it another: what it said before. */
function Before({ verdict, speech }: { readonly verdict: Verdict; readonly speech: Speech }) {
  if (verdict.before === undefined) return null;
  const { says } = verdictText({ ...verdict, value: verdict.before }, speech);
  return <span className="before">{speech.plain('verdicts.before', { says })}</span>;
}

/** A verdict as plain text. */
export function verdictText(verdict: Verdict, speech: Speech): { readonly says: string; readonly otherwise: string } {
  const key = `figure.verdicts.${verdict.id}`;
  const values = valuesOf(verdict, speech);
  const isCompared = verdict.otherwise !== undefined && speech.has(`${key}.otherwise`);
  return {
    says: speech.plain(`${key}.says`, values),
    otherwise: isCompared ? speech.plain(`${key}.otherwise`, values) : '',
  };
}

/**
 * What a message may use: `value` as it is and `seconds` for milliseconds; `key` for choosing between values (`none` for
 * null, no commas: 'RST,ACK' becomes RST_ACK); and the same of the run compared with, as `other…`.
 */
function valuesOf(verdict: Verdict, speech: Speech): Record<string, string | number> {
  const { value, seconds, key } = spell(verdict.value, speech);
  const other = spell(verdict.otherwise ?? null, speech);
  return { value, seconds, key, other: other.value, otherSeconds: other.seconds, otherKey: other.key };
}

function spell(value: MeasureValue, speech: Speech) {
  return {
    value: value ?? '–',
    seconds: typeof value === 'number' ? formatSeconds(value, speech) : '–',
    key: value === null ? 'none' : String(value).replaceAll(/[^A-Za-z0-9]+/g, '_') || 'empty',
  };
}
