import 'server-only';
import type { z } from 'zod';
import { playedItem } from '@/model/generated';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { hasAnswered } from '@/server/db/attempts';
import { itemOf } from '@/server/generating/generate';

/**
 * The run that an item was about. It shows the answer, so it is given only to who has answered.
 * Refusals: 'unknown-question' where there is no such item or no run of it, 'not-answered'.
 */
export async function playItem(learner: Learner, questionId: string): Promise<z.infer<typeof playedItem>> {
  const play = itemOf(questionId)?.play;
  if (!play) throw new Refusal('unknown-question', { values: { question: questionId } });
  if (!(await hasAnswered(learner.id, questionId))) throw new Refusal('not-answered');
  const figure = {
    scenario: play.scenario,
    sourceFigure: null,
    views: ['time'],
    openAtMs: play.atMs,
    knobs: [],
    verdicts: [],
    claims: [],
  };
  return playedItem.parse({ figure });
}
