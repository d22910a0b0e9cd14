import 'server-only';
import { createHash, randomInt } from 'node:crypto';
import { type DrawnItem, type DrawRequest, drawnItem } from '@/model/generated';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { addDrawnItem, listDigests } from '@/server/db/drawn-items';
import { faceOf, generate, type Item } from '@/server/generating/generate';
import type { Kind } from '@/server/generating/kind';
import { KINDS } from '@/server/generating/kinds';
import { toPublicQuestion } from '@/server/grading/to-public-question';

/** Seeds are drawn so often before the items of a kind count as used up. */
const TRIES = 400;
const SEEDS = 2 ** 32;

/**
 * Draws an item that this learner has never been given and remembers that it was: only such items may be answered.
 * The seed is the server's. Refusals: 'unknown-kind' where no kind is as wished, 'items-used-up'.
 */
export async function drawItem(learner: Learner, wish: DrawRequest, drawnAt: Date): Promise<DrawnItem> {
  const kinds = KINDS.filter((kind) => fits(kind, wish));
  if (kinds.length === 0) throw new Refusal('unknown-kind');
  const had = new Set(await listDigests(learner.id));
  for (let tried = 0; tried < TRIES; tried++) {
    const kind = kinds[randomInt(kinds.length)];
    const item = kind && generate(kind, randomInt(SEEDS));
    if (!item || had.has(digestOf(item))) continue;
    const { id: questionId } = item.question.file;
    if (await addDrawnItem(learner.id, { questionId, digest: digestOf(item), drawnAt })) return shown(item, wish);
  }
  throw new Refusal('items-used-up');
}

function fits({ id, topic, depth }: Kind, wish: DrawRequest): boolean {
  return (
    (wish.kind === undefined || wish.kind === id) &&
    (wish.topic === undefined || wish.topic === topic) &&
    (wish.depth === undefined || wish.depth === depth)
  );
}

function shown({ kind, question, exhibit, play }: Item, { locale }: DrawRequest): DrawnItem {
  return drawnItem.parse({
    kind: kind.id,
    question: toPublicQuestion(question.file, locale),
    exhibit,
    isPlayable: play !== null,
  });
}

function digestOf(item: Item): string {
  return createHash('sha256').update(faceOf(item)).digest('base64url').slice(0, 22);
}
