import 'server-only';
import { dismiss, type Learner } from '@/server/auth/learner';
import { deleteLearner } from '@/server/db/learners';

/** Deletes everything of a learner and gives the Set-Cookie lines with which their browser forgets them too. */
export async function forgetLearner(learner: Learner | null, request: Request): Promise<readonly string[]> {
  if (learner === null) return [];
  await deleteLearner(learner.id);
  return dismiss(request);
}
