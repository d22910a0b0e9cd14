import 'server-only';
import { type OpenAnswerRequest, type OpenAnswerResult, openAnswerResult } from '@/model/open-question';
import { type Fault, Refusal } from '@/model/problem';
import type { Learner } from '@/server/auth/learner';
import { openBank } from '@/server/content/open-questions';
import { addOpenAnswer, findOpenAnswer, type OpenAnswer } from '@/server/db/open-answers';
import type { OpenFile } from '@/server/grading/open-file';
import { openKeyOf, scoreOf } from '@/server/grading/open-question';
import { clientTime } from './client-time';

export interface Revealed {
  readonly result: OpenAnswerResult;
  /** False when the learner had sent it before. */
  readonly isNew: boolean;
}

/**
 * Remembers the answer to an open question, and only then says the model answer and its rubric. The first answer under
 * an id is the one that counts. Refusals: 'id-taken', 'unknown-question', 'question-changed', 'response-does-not-fit'.
 */
export async function answerOpen(learner: Learner, request: OpenAnswerRequest, receivedAt: Date): Promise<Revealed> {
  const earlier = await findOpenAnswer(request.id);
  if (earlier) return { result: await resultOf(earlier, learner, request), isNew: false };
  const made = await makeAnswer(learner, request, receivedAt);
  const stored = await addOpenAnswer(made);
  const isNew = stored.receivedAt.getTime() === made.receivedAt.getTime();
  return { result: await resultOf(stored, learner, request), isNew };
}

async function makeAnswer(learner: Learner, request: OpenAnswerRequest, receivedAt: Date): Promise<OpenAnswer> {
  const file = (await openBank()).get(request.questionId);
  if (!file) throw new Refusal('unknown-question', { values: { question: request.questionId } });
  if (file.revision !== request.revision) {
    throw new Refusal('question-changed', { values: { sent: request.revision, current: file.revision } });
  }
  const { id, questionId, revision, locale, how, text, confidence, assessment } = request;
  if ((how === 'typed') !== (text.trim() !== '') || text.includes('\u0000')) {
    const message = 'what was typed has a text, and nothing else has; no text holds a NUL';
    throw new Refusal('response-does-not-fit', { errors: [{ path: 'text', message }] });
  }
  if (assessment) refuseUnknownPoints(file, assessment.met, 'assessment.met');
  return {
    ...{ id, userId: learner.id, questionId, questionRevision: revision, locale, how, text },
    confidence: confidence ?? null,
    answeredAt: clientTime(request.answeredAt, receivedAt),
    receivedAt,
    met: assessment?.met ?? null,
    score: assessment ? scoreOf(file, assessment.met) : null,
    assessedAt: assessment ? clientTime(assessment.assessedAt, receivedAt) : null,
  };
}

/** Every id must be one of the rubric, and none may be there twice. */
export function refuseUnknownPoints({ points }: OpenFile, met: readonly string[], path: string): void {
  const errors = met.flatMap((id, index): Fault[] => {
    if (!points.some((point) => point.id === id)) {
      return [{ path: `${path}.${index}`, message: `the rubric has no point "${id}"` }];
    }
    return met.indexOf(id) === index ? [] : [{ path: `${path}.${index}`, message: `"${id}" is there twice` }];
  });
  if (errors.length > 0) throw new Refusal('response-does-not-fit', { errors });
}

async function resultOf(
  answer: OpenAnswer,
  learner: Learner,
  { locale }: OpenAnswerRequest,
): Promise<OpenAnswerResult> {
  if (answer.userId !== learner.id) throw new Refusal('id-taken');
  const { id, questionId, met, score, assessedAt, answeredAt, receivedAt } = answer;
  const bank = await openBank();
  const file = bank.get(questionId);
  return openAnswerResult.parse({
    id,
    questionId,
    key: file ? openKeyOf(file, bank, locale) : null,
    assessment: assessedAt && { met, score, assessedAt: assessedAt.toISOString() },
    answeredAt: answeredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
  });
}
