import 'server-only';
import { ENGINE_VERSION } from '@/engine/version';
import { type AttemptRequest, type AttemptResult, attemptResult } from '@/model/attempt';
import { Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { questionBank } from '@/server/content/questions';
import { type Attempt, addAttempt, findAttempt } from '@/server/db/attempts';
import { grade } from '@/server/grading/grade';
import { clientTime } from './client-time';
import { questionFor } from './find-question';

export interface Submitted {
  readonly result: AttemptResult;
  /** False when the learner had sent it before. */
  readonly isNew: boolean;
}

/**
 * Grades an answer and remembers it. The same id again gets the first verdict again, whatever has become of the question.
 * Refusals: 'id-taken', 'unknown-question', 'question-changed', 'response-does-not-fit'.
 */
export async function submitAttempt(learner: Learner, request: AttemptRequest, receivedAt: Date): Promise<Submitted> {
  const earlier = await findAttempt(request.id);
  if (earlier) return { result: resultOf(earlier, learner), isNew: false };
  const made = await gradeAttempt(learner, request, receivedAt);
  // The same may arrive twice at once: what is stored is what counts.
  const stored = await addAttempt(made);
  return { result: resultOf(stored, learner), isNew: stored.receivedAt.getTime() === made.receivedAt.getTime() };
}

async function gradeAttempt(learner: Learner, request: AttemptRequest, receivedAt: Date): Promise<Attempt> {
  const question = await questionFor(learner, await questionBank(), request.questionId);
  if (!question) throw new Refusal('unknown-question', { values: { question: request.questionId } });
  const { revision } = question.file;
  if (revision !== request.revision) {
    throw new Refusal('question-changed', { values: { sent: request.revision, current: revision } });
  }
  const { correct, score, misconceptions, ...verdict } = grade(question, request.response, request.locale);
  return {
    id: request.id,
    userId: learner.id,
    questionId: request.questionId,
    questionRevision: revision,
    engineVersion: ENGINE_VERSION,
    locale: request.locale,
    response: request.response,
    correct,
    score,
    verdict: { ...verdict, feedback: [...verdict.feedback] },
    misconceptions: [...misconceptions],
    confidence: request.confidence ?? null,
    answeredAt: clientTime(request.answeredAt, receivedAt),
    receivedAt,
  };
}

/** What was said of an attempt. Refusal 'id-taken' when it is another's. */
export function resultOf(attempt: Attempt, learner: Learner): AttemptResult {
  if (attempt.userId !== learner.id) throw new Refusal('id-taken');
  const { id, questionId, correct, score, verdict, engineVersion, answeredAt, receivedAt } = attempt;
  return attemptResult.parse({
    id,
    questionId,
    correct,
    score,
    ...verdict,
    engineVersion,
    answeredAt: answeredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
  });
}
