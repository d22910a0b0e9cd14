import type { Answer } from '@/components/client/answers';
import type { KeptItem } from '@/components/client/outbox';
import type { AttemptResult, Problem } from '@/model/attempt';

/** Where a question stands. `state` is also what the card's `data-state` says. */
export type Phase =
  | { readonly state: 'unsent'; readonly revised: boolean }
  | { readonly state: 'sending' | 'kept'; readonly answer: Answer }
  | { readonly state: 'refused'; readonly answer: Answer; readonly problem: Problem }
  | { readonly state: 'saved'; readonly answer: Answer; readonly result: AttemptResult };

export type QuestionState = Phase['state'];

/** Reads from what the browser keeps how far the answer to a question of this revision has come. */
export function phaseOf(answer: Answer | undefined, items: readonly KeptItem[], revision: number): Phase {
  if (!answer) return { state: 'unsent', revised: false };
  const item = items.find(({ body }) => body.id === answer.attemptId);
  if (item?.refused) return { state: 'refused', answer, problem: item.refused };
  if (item) return { state: item.held ? 'kept' : 'sending', answer };
  if (answer.revision !== revision) return { state: 'unsent', revised: true };
  if (answer.result) return { state: 'saved', answer, result: answer.result };
  // Neither sent nor waiting: the browser has lost the one half. The learner can only answer anew.
  return { state: 'unsent', revised: false };
}
