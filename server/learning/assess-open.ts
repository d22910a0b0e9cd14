import 'server-only';
import { type OpenAssessmentRequest, type OpenAssessmentResult, openAssessmentResult } from '@/model/open-question';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { openBank } from '@/server/content/open-questions';
import { assessOnce, findOpenAnswer, type OpenAnswer } from '@/server/db/open-answers';
import { scoreOf } from '@/server/grading/open-question';
import { refuseUnknownPoints } from './answer-open';
import { clientTime } from './client-time';

/**
 * Remembers which points of the rubric the learner found in an answer; the first assessment counts, and is what comes
 * back. Refusals: 'unknown-answer', 'unknown-question', 'question-changed', 'response-does-not-fit'.
 */
export async function assessOpen(
  learner: Learner,
  { id, met, assessedAt }: OpenAssessmentRequest,
  receivedAt: Date,
): Promise<OpenAssessmentResult> {
  const answer = await ownAnswer(id, learner);
  if (answer.assessedAt !== null) return resultOf(answer);
  const { questionId, questionRevision } = answer;
  const file = (await openBank()).get(questionId);
  if (!file) throw new Refusal('unknown-question', { values: { question: questionId } });
  if (file.revision !== questionRevision) {
    throw new Refusal('question-changed', { values: { sent: questionRevision, current: file.revision } });
  }
  refuseUnknownPoints(file, met, 'met');
  await assessOnce(id, { met, score: scoreOf(file, met), assessedAt: clientTime(assessedAt, receivedAt) });
  // Two may have come at once: what is stored is what counts.
  return resultOf(await ownAnswer(id, learner));
}

async function ownAnswer(id: string, learner: Learner): Promise<OpenAnswer> {
  const answer = await findOpenAnswer(id);
  // Another's answer is none that this learner could know of.
  if (answer?.userId !== learner.id) throw new Refusal('unknown-answer', { values: { answer: id } });
  return answer;
}

function resultOf({ id, met, score, assessedAt }: OpenAnswer): OpenAssessmentResult {
  return openAssessmentResult.parse({ id, met, score, assessedAt: assessedAt?.toISOString() });
}
