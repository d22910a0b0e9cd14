import 'server-only';
import type { Scenario } from '@/engine/simulation/scenario';
import type { Locale } from '@/model/attempt';
import type { Mark } from './mark';
import { refuseUnknownIds } from './mark';
import type { QuestionFile } from './question-file';

type Options = Extract<QuestionFile, { kind: 'one' }>['options'];

/** One choice: right or wrong. */
export function gradeChoice(options: Options, right: string, chosen: string, locale: Locale): Mark {
  refuseUnknownIds([chosen], options, 'response.option');
  return markOptions(options, [right], [chosen], locale, chosen === right ? 1 : 0);
}

type Predicted = Extract<QuestionFile, { kind: 'predict' }>['options'];

/** A prediction: graded as a choice is, and a wrong one is shown the run that it would take. */
export function gradePrediction(
  options: Predicted,
  expected: ReadonlyMap<string, Scenario>,
  right: string,
  chosen: string,
  locale: Locale,
): Mark {
  const mark = gradeChoice(options, right, chosen, locale);
  const says = options.find(({ id }) => id === chosen)?.belief?.says[locale];
  const scenario = expected.get(chosen);
  if (says === undefined || scenario === undefined) return mark;
  const feedback = mark.feedback.map((each) => (each.chosen ? { ...each, expected: { scenario, says } } : each));
  return { ...mark, feedback };
}

/** Each right option that was chosen counts, each wrong one takes one away again: guessing everything earns nothing. */
export function gradeSeveral(
  options: Options,
  right: readonly string[],
  chosen: readonly string[],
  locale: Locale,
): Mark {
  refuseUnknownIds(chosen, options, 'response.options');
  const hits = chosen.filter((id) => right.includes(id)).length;
  const misses = chosen.length - hits;
  return markOptions(options, right, chosen, locale, Math.max(0, hits - misses) / right.length);
}

function markOptions(
  options: Options,
  right: readonly string[],
  chosen: readonly string[],
  locale: Locale,
  score: number,
): Mark {
  const picked = options.filter(({ id }) => chosen.includes(id));
  return {
    correct: score === 1,
    score,
    feedback: options.map(({ id, feedback }) => ({
      id,
      right: right.includes(id),
      chosen: chosen.includes(id),
      text: feedback[locale],
    })),
    misconceptions: picked.flatMap(({ misconception }) => misconception ?? []),
  };
}
