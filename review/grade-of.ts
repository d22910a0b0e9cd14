import { type Grade, Rating } from 'ts-fsrs';
import type { ReviewEvent } from './review-event';

/** Of an open answer, from this share of the rubric on nothing essential can be missing altogether. */
const OPEN_RECALLED = 0.6;
const OPEN_WHOLE = 0.9;

/**
 * What an answer says of the memory behind it, in the four grades of FSRS (docs/decisions/NNNN).
 * Wrong is Again, however sure; a guess that happened to be right recalled nothing and is Again as well.
 */
export function gradeOf({ score, confidence, open }: ReviewEvent): Grade {
  if (score < (open ? OPEN_RECALLED : 1) || confidence === 'guess') return Rating.Again;
  if (confidence === 'unsure' || score < OPEN_WHOLE) return Rating.Hard;
  return confidence === 'sure' ? Rating.Easy : Rating.Good;
}
