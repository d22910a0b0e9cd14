import 'server-only';
import type { Learner } from '@/server/auth/learner';
import type { QuestionBank } from '@/server/content/questions';
import { hasDrawnItem } from '@/server/db/drawn-items';
import { itemOf } from '@/server/generating/generate';
import type { ProvenQuestion } from '@/server/grading/answer-key';

/** A question of the book, or a generated one, which its id makes anew; for words only, as nobody is asked for. */
export function anyQuestion(bank: QuestionBank, id: string): ProvenQuestion | undefined {
  return bank.get(id) ?? itemOf(id)?.question;
}

/** A question that this learner may answer: one of the book, or a generated one that was drawn for them. */
export async function questionFor(
  learner: Learner,
  bank: QuestionBank,
  id: string,
): Promise<ProvenQuestion | undefined> {
  const inBook = bank.get(id);
  if (inBook) return inBook;
  const item = itemOf(id);
  return item && (await hasDrawnItem(learner.id, id)) ? item.question : undefined;
}
