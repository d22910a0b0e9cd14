import 'server-only';
import type { AttemptResult, Locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import type { Response } from '@/model/question';
import { type ProvenQuestion, solutionOf } from './answer-key';
import { gradeChoice, gradePrediction, gradeSeveral } from './grade-choice';
import { gradeMatch } from './grade-match';
import { gradeNumber } from './grade-number';
import { gradeOrder } from './grade-order';
import type { Mark } from './mark';

export type Grade = Mark & Pick<AttemptResult, 'explanation' | 'solution' | 'sources'>;

/**
 * Grades a response and says something of every option, in one language.
 * Throws Refusal 'response-does-not-fit' when the response is of another kind or names what the question does not have.
 */
export function grade(question: ProvenQuestion, response: Response, locale: Locale): Grade {
  return {
    ...markOf(question, response, locale),
    explanation: question.file.explanation[locale],
    solution: solutionOf(question.key),
    sources: question.file.sources,
  };
}

function markOf({ file, key, expected }: ProvenQuestion, response: Response, locale: Locale): Mark {
  if (file.kind === 'one' && response.kind === 'one' && key.kind === 'one') {
    return gradeChoice(file.options, key.option, response.option, locale);
  }
  if (file.kind === 'predict' && response.kind === 'predict' && key.kind === 'predict') {
    return gradePrediction(file.options, expected, key.option, response.option, locale);
  }
  if (file.kind === 'several' && response.kind === 'several' && key.kind === 'several') {
    return gradeSeveral(file.options, key.options, response.options, locale);
  }
  if (file.kind === 'order' && response.kind === 'order' && key.kind === 'order') {
    return gradeOrder(file, key.items, response.items, locale);
  }
  if (file.kind === 'match' && response.kind === 'match' && key.kind === 'match') {
    return gradeMatch(file, key.pairs, response.pairs, locale);
  }
  if (file.kind === 'number' && response.kind === 'number' && key.kind === 'number') {
    return gradeNumber(file, key, response.value, locale);
  }
  throw new Refusal('response-does-not-fit', {
    errors: [{ path: 'response.kind', message: `the question is of kind "${file.kind}"` }],
  });
}
