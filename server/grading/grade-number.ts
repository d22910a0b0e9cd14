import 'server-only';
import type { Locale } from '@/model/attempt';
import type { NumberKey } from './answer-key';
import type { Mark } from './mark';
import type { QuestionFile } from './question-file';

type NumberFile = Extract<QuestionFile, { kind: 'number' }>;

/** Right within the tolerance. A wrong value hears what it stands for, where that is known. A right one needs no more than the explanation. */
export function gradeNumber(file: NumberFile, key: NumberKey, value: number, locale: Locale): Mark {
  if (isNear(value, key)) return { correct: true, score: 1, feedback: [], misconceptions: [] };
  const made = file.mistakes.find((mistake) => isNear(value, mistake));
  const text = (made?.feedback ?? file.otherwise)[locale];
  return {
    correct: false,
    score: 0,
    feedback: [{ id: String(value), right: false, chosen: true, text }],
    misconceptions: made ? [made.misconception] : [],
  };
}

/** The sum of a few decimal fractions is off by some units in the last place; that is nobody's mistake. One sequence number is. */
const ROUNDING = 1e-12;

export function isNear(value: number, { value: wanted, tolerance }: { value: number; tolerance: number }): boolean {
  return Math.abs(value - wanted) <= tolerance + ROUNDING * Math.max(1, Math.abs(wanted));
}
