import type { Response } from '@/model/question';
import type { PredictQuestion } from './question';

/** The chosen option as the reader saw it. */
export function optionText({ options }: PredictQuestion, response: Response): string {
  const id = response.kind === 'predict' ? response.option : '';
  return options.find((option) => option.id === id)?.text ?? id;
}
