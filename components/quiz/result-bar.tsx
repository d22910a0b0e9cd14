import type { Ref } from 'react';
import { fill } from '@/components/client/fill';
import type { OutcomeProps } from './outcome';
import type { QuizWords } from './words';

/** The judgement of the whole answer and why it is so. It takes the focus when the grade arrives. */
export function ResultBar({
  question,
  response,
  result,
  words,
  lang,
  bar,
}: OutcomeProps & { bar: Ref<HTMLDivElement> }) {
  const tone = result.correct ? 'ok' : result.score > 0 ? 'part' : 'bad';
  const { solution } = result;
  const own = response.kind === 'number' ? result.feedback[0]?.text : null;
  return (
    <div className={`result ${tone}`} tabIndex={-1} ref={bar} data-verdict={tone}>
      <span className="k" aria-hidden="true">
        {{ ok: '✓', part: '!', bad: '✕' }[tone]}
      </span>
      <div>
        <p>
          <b>{verdictOf(result, words)}</b>
          {own ? words.sentenceGap : null}
          <span lang={lang}>{own}</span>
        </p>
        <p>
          {!result.correct && solution.kind === 'number' && question.kind === 'number'
            ? fill(words.verdict.rightValue, { value: `${plain(solution.value)} ${question.unit}`.trim() }) +
              words.sentenceGap
            : null}
          <span lang={lang}>{result.explanation}</span>
        </p>
      </div>
    </div>
  );
}

/** "Right.", "Not so.", or how much of it was right. */
export function verdictOf({ correct, score }: OutcomeProps['result'], words: QuizWords): string {
  if (correct) return words.verdict.right;
  if (score === 0) return words.verdict.wrong;
  return fill(words.verdict.partly, { percent: Math.round(score * 100) });
}

/** A computed value without the dust of binary fractions: 1.1 for 1.1000000000000001. */
function plain(value: number): number {
  return Number(value.toPrecision(9));
}
