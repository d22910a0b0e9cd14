import 'server-only';
import { type LearnerExport, learnerExport } from '@/model/attempt';
import type { Learner } from '@/server/auth/learner';
import { listAttempts } from '@/server/db/attempts';
import { listDrawnItems } from '@/server/db/drawn-items';
import { findLearner } from '@/server/db/learners';
import { listOpenAnswers } from '@/server/db/open-answers';
import { listReadings } from '@/server/db/readings';
import { findPlan } from '@/server/db/review-plans';
import { listSimulations } from '@/server/db/simulations';
import { sayPlan } from './read-review-log';

/** Everything that is kept of a learner; an empty export when there is nobody. */
export async function exportLearner(learner: Learner | null, exportedAt: Date): Promise<LearnerExport> {
  const file = { format: '2msl-learner/1' as const, exportedAt: exportedAt.toISOString() };
  if (learner === null) {
    return {
      ...file,
      learner: null,
      attempts: [],
      openAnswers: [],
      sectionsRead: [],
      simulatorsTried: [],
      drawnItems: [],
      reviewPlan: null,
    };
  }
  const [record, attempts, openAnswers, readings, simulations, drawn, plan] = await Promise.all([
    findLearner(learner.id),
    listAttempts(learner.id, null),
    listOpenAnswers(learner.id, null),
    listReadings(learner.id),
    listSimulations(learner.id),
    listDrawnItems(learner.id),
    findPlan(learner.id),
  ]);
  return learnerExport.parse({
    ...file,
    learner: record && {
      createdAt: record.createdAt.toISOString(),
      anonymous: record.isAnonymous === true,
      // better-auth gives an anonymous learner a made-up name and address; they say nothing of the person.
      name: record.isAnonymous ? null : record.name,
      email: record.isAnonymous ? null : record.email,
    },
    attempts: attempts.map(({ userId: _, questionRevision, verdict, answeredAt, receivedAt, ...attempt }) => ({
      ...attempt,
      ...verdict,
      revision: questionRevision,
      answeredAt: answeredAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
    })),
    openAnswers: openAnswers.map(({ userId: _, questionRevision, answeredAt, assessedAt, receivedAt, ...answer }) => ({
      ...answer,
      revision: questionRevision,
      answeredAt: answeredAt.toISOString(),
      assessedAt: assessedAt?.toISOString() ?? null,
      receivedAt: receivedAt.toISOString(),
    })),
    sectionsRead: readings.map(({ userId: _, readAt, receivedAt, ...reading }) => ({
      ...reading,
      readAt: readAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
    })),
    simulatorsTried: simulations.map(({ userId: _, triedAt, receivedAt, ...simulation }) => ({
      ...simulation,
      triedAt: triedAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
    })),
    drawnItems: drawn.map(({ questionId, drawnAt }) => ({ questionId, drawnAt: drawnAt.toISOString() })),
    reviewPlan: sayPlan(plan),
  });
}
