import { fill } from '@/components/client/fill';
import type { AttemptResult } from '@/model/attempt';
import type { PublicQuestion, Response } from '@/model/question';
import { letter } from './choices';
import type { QuestionOf } from './draft';
import type { QuizWords } from './words';

export interface OutcomeProps {
  readonly question: PublicQuestion;
  readonly response: Response;
  readonly result: AttemptResult;
  readonly words: QuizWords;
  /** The language of what the server said, where it is not the page's. */
  readonly lang: string | undefined;
}

interface Line {
  readonly id: string;
  /** What stands in the circle where no mark does: a letter or a place. */
  readonly sign: string;
  readonly text: string;
  readonly tone: 'right' | 'wrong' | 'missed' | 'plain';
  /** The judgement in a word; none where there is nothing to judge. */
  readonly verdict: string | null;
}

/** Every option with what is to be said of it: a mark and a word for what was chosen and for what is right. */
export function Outcome(props: OutcomeProps) {
  const { result, words, lang } = props;
  const lines = linesOf(props);
  if (lines.length === 0) return null;
  return (
    <ul className="opts outcome">
      {lines.map(({ id, sign, text, tone, verdict }) => (
        <li key={id} className={`opt ${tone}`} data-option={id}>
          <span className="k" aria-hidden="true">
            {tone === 'wrong' ? '✕' : tone === 'plain' ? sign : '✓'}
          </span>
          <span className="t">{text}</span>
          <span className="fb">
            {verdict ? <b>{verdict}</b> : null}
            {verdict ? words.sentenceGap : null}
            <span lang={lang}>{result.feedback.find((feedback) => feedback.id === id)?.text}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function linesOf(props: OutcomeProps): Line[] {
  const { question } = props;
  switch (question.kind) {
    case 'one':
    case 'predict':
    case 'several':
      return choiceLines(question, props);
    case 'order':
      return orderLines(question, props);
    case 'match':
      return matchLines(question, props);
    case 'number':
      return [];
  }
}

function choiceLines(question: QuestionOf<'one' | 'predict' | 'several'>, given: OutcomeProps): Line[] {
  const { verdict } = given.words;
  const many = question.kind === 'several';
  const wanted = optionsIn(given.result.solution);
  const chosen = optionsIn(given.response);
  return question.options.map(({ id, text }, i): Line => {
    const line = { id, text, sign: letter(i) };
    if (wanted.includes(id) && chosen.includes(id)) return { ...line, tone: 'right', verdict: verdict.rightChosen };
    if (wanted.includes(id) && many) return { ...line, tone: 'missed', verdict: verdict.missed };
    if (wanted.includes(id)) return { ...line, tone: 'right', verdict: verdict.rightAnswer };
    if (chosen.includes(id)) {
      return { ...line, tone: 'wrong', verdict: many ? verdict.wrongPicked : verdict.wrongChosen };
    }
    return { ...line, tone: 'plain', verdict: null };
  });
}

function orderLines(question: QuestionOf<'order'>, { response, result, words }: OutcomeProps): Line[] {
  const wanted = result.solution.kind === 'order' ? result.solution.items : [];
  const given = response.kind === 'order' ? response.items : [];
  return given.map((id, place): Line => {
    const line = { id, sign: String(place + 1), text: textOf(question.items, id) };
    const belongs = wanted.indexOf(id);
    if (belongs === place) return { ...line, tone: 'right', verdict: words.verdict.rightPlace };
    return { ...line, tone: 'wrong', verdict: fill(words.verdict.wrongPlace, { place: belongs + 1 }) };
  });
}

function matchLines(question: QuestionOf<'match'>, { response, result, words }: OutcomeProps): Line[] {
  const wanted = new Map(result.solution.kind === 'match' ? result.solution.pairs : []);
  const given = new Map(response.kind === 'match' ? response.pairs : []);
  return question.left.map(({ id, text }, i): Line => {
    const mine = given.get(id) ?? '';
    const line = { id, sign: String(i + 1), text: `${text} → ${textOf(question.right, mine)}` };
    if (wanted.get(id) === mine) return { ...line, tone: 'right', verdict: words.verdict.rightPair };
    const partner = textOf(question.right, wanted.get(id) ?? '');
    return { ...line, tone: 'wrong', verdict: fill(words.verdict.wrongPair, { partner }) };
  });
}

function optionsIn(response: Response): readonly string[] {
  if (response.kind === 'one' || response.kind === 'predict') return [response.option];
  return response.kind === 'several' ? response.options : [];
}

function textOf(list: readonly { readonly id: string; readonly text: string }[], id: string): string {
  return list.find((item) => item.id === id)?.text ?? id;
}
