import 'server-only';
import { Refusal } from '@/model/problem';
import { dismiss, type Learner } from '@/server/auth/learner';
import { deleteLearner } from '@/server/db/learners';

/**
 * Deletes everything of a learner without an account (an account asks for its password: `deleteAccount`) and gives the Set-Cookie lines with which their browser forgets them too.
 */
export async function forgetLearner(learner: Learner | null, request: Request): Promise<readonly string[]> {
  if (learner === null) return [];
  if (!learner.isAnonymous) throw new Refusal('password-needed');
  await deleteLearner(learner.id);
  return dismiss(request);
}
