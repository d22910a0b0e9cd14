import { forgetAnswers } from './answers';
import { forgetReviews } from './forget-reviews';
import { removeLocal } from './local';
import { MOCK_KEY } from './mock-key';
import { forgetOpenAnswers } from './open-answers';
import { forgetOpenDrafts } from './open-drafts';
import { drop, outbox } from './outbox';
import { forgetProgress } from './progress';
import { forgetLearner } from './session';

/** After the server has deleted a learner: this browser keeps nothing of them either. */
export function forgetEverything(): void {
  for (const { body } of outbox.get()) drop(body.id);
  forgetAnswers();
  forgetOpenAnswers();
  forgetOpenDrafts();
  removeLocal(MOCK_KEY);
  forgetProgress();
  forgetReviews();
  forgetLearner();
}
