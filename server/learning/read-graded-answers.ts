import 'server-only';
import type { z } from 'zod';
import { gradedAnswers } from '@/model/review';
import type { Learner } from '@/server/auth/learner';
import { listAttempts } from '@/server/db/attempts';
import { resultOf } from './submit-attempt';

/** The newest answer to each question with what was said of it then, to be taken along. */
export async function readGradedAnswers(learner: Learner | null): Promise<z.infer<typeof gradedAnswers>> {
  if (learner === null) return { answers: [] };
  const seen = new Set<string>();
  const newest = (await listAttempts(learner.id, null)).filter(({ questionId }) => {
    const isFirst = !seen.has(questionId);
    seen.add(questionId);
    return isFirst;
  });
  return gradedAnswers.parse({
    answers: newest.map((attempt) => ({
      revision: attempt.questionRevision,
      locale: attempt.locale,
      response: attempt.response,
      result: resultOf(attempt, learner),
    })),
  });
}
