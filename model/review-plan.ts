import { z } from 'zod';

const chosen = {
  /** A day of the calendar where the learner is; null without one. */
  interviewOn: z.iso.date().nullable(),
  dailyLength: z.number().int().min(1).max(200),
  /** The client's clock. Of two choices the later counts. */
  chosenAt: z.iso.datetime({ offset: true }),
};

/** What a learner has chosen for their reviews. */
export const reviewPlan = z.strictObject(chosen);
export type ReviewPlan = z.infer<typeof reviewPlan>;

/** With an id made by the client, as everything that waits to be sent. */
export const reviewPlanRequest = z.strictObject({ id: z.uuid(), ...chosen });
export type ReviewPlanRequest = z.infer<typeof reviewPlanRequest>;
