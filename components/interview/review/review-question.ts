import type { PublicOpenQuestion } from '@/model/open-question';
import type { PublicQuestion } from '@/model/question';

/** A question of either sort, as it may be known before it is answered. */
export type ReviewQuestion = PublicQuestion | PublicOpenQuestion;
