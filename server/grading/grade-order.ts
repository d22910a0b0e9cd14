import 'server-only';
import type { Locale } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import { type Mark, refuseUnknownIds } from './mark';
import type { QuestionFile } from './question-file';

type OrderFile = Extract<QuestionFile, { kind: 'order' }>;

/**
 * The score counts the items that stand in the right order among each other: one item out of place costs one step,
 * the whole turned round earns nothing. An item is right when it stands in its own place. Of an item that was put before
 * one that it must follow, what is said is what that mistake stands for, where the question knows it.
 */
export function gradeOrder(file: OrderFile, key: readonly string[], given: readonly string[], locale: Locale): Mark {
  refuseUnknownIds(given, file.items, 'response.items');
  if (given.length !== key.length) {
    const message = `there are ${key.length} items to put in order, not ${given.length}`;
    throw new Refusal('response-does-not-fit', { errors: [{ path: 'response.items', message }] });
  }
  const made = file.mistakes.filter(({ earlier, later }) => given.indexOf(earlier) < given.indexOf(later));
  const inOrder = longestRise(given.map((id) => key.indexOf(id)));
  return {
    correct: inOrder === key.length,
    score: (inOrder - 1) / (key.length - 1),
    feedback: file.items.map(({ id, feedback }) => ({
      id,
      right: key.indexOf(id) === given.indexOf(id),
      chosen: true,
      text: (made.find(({ earlier }) => earlier === id)?.feedback ?? feedback)[locale],
    })),
    misconceptions: [...new Set(made.map(({ misconception }) => misconception))],
  };
}

/** Length of the longest rising subsequence. */
function longestRise(places: readonly number[]): number {
  const longestTo: number[] = [];
  for (const [index, place] of places.entries()) {
    const before = longestTo.filter((_, earlier) => (places[earlier] ?? 0) < place);
    longestTo[index] = 1 + Math.max(0, ...before);
  }
  return Math.max(...longestTo);
}
