import 'server-only';
import type { Locale } from '@/model/attempt';
import { type Mark, refuseUnknownIds } from './mark';
import type { QuestionFile } from './question-file';

type MatchFile = Extract<QuestionFile, { kind: 'match' }>;
type Pairs = readonly (readonly [string, string])[];

/** The score is the share of the left side that has its right partner; an item without a partner has none. */
export function gradeMatch(file: MatchFile, key: Pairs, given: Pairs, locale: Locale): Mark {
  const left = given.map(([id]) => id);
  refuseUnknownIds(left, file.left, 'response.pairs');
  for (const [, id] of given) refuseUnknownIds([id], file.right, 'response.pairs');
  const partner = new Map(given);
  const wanted = new Map(key);
  const isRight = (id: string) => partner.get(id) === wanted.get(id);
  const made = file.mistakes.filter(({ pair: [a, b] }) => partner.get(a) === b);
  const rights = file.left.filter(({ id }) => isRight(id)).length;
  return {
    correct: rights === file.left.length,
    score: rights / file.left.length,
    feedback: file.left.map(({ id, feedback }) => ({
      id,
      right: isRight(id),
      chosen: partner.has(id),
      text: (made.find(({ pair: [a] }) => a === id)?.feedback ?? feedback)[locale],
    })),
    misconceptions: [...new Set(made.map(({ misconception }) => misconception))],
  };
}
