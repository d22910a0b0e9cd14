import { z } from 'zod';
import type { Evidence } from '@/model/evidence';
import { runCommand } from './run-command';

/** What is asked of the explorer: waits on both sides of 2 MSL, more faults, and what becomes of 2 MSL where the last ACK may be lost. */
const ASKED = [
  'old-octets --tick 100 --time-wait 0,500,1000,1500,1996,2000',
  'old-octets --faults 3 --tick 250',
  'old-octets --faults 3 --last-ack lost',
];

const printed = z.object({
  answers: z.array(
    z.object({
      question: z.object({
        mslMs: z.number(),
        oneWayMs: z.number(),
        timeWaitMs: z.number(),
        tickMs: z.number(),
        faults: z.number(),
        segments: z.number(),
        lastAckArrives: z.boolean(),
      }),
      schedules: z.number(),
      violations: z.number(),
      verification: z.object({ replayed: z.number(), disagreements: z.array(z.unknown()).length(0) }),
    }),
  ),
});

type Searches = NonNullable<Evidence['schedules']>['searches'];

/** Tries every schedule of each question, and a hundredth of them again from zero. Throws where the two differ. */
export function collectSchedules(): { searches: Searches } {
  return {
    searches: ASKED.map((asked) => {
      const json = runCommand('npm', ['run', '--silent', 'explore', '--', ...asked.split(' '), '--verify', '--json']);
      return { asked, answers: readAnswers(json) };
    }),
  };
}

/** From what `npm run explore -- … --verify --json` prints. */
export function readAnswers(json: string): Searches[number]['answers'] {
  return printed.parse(JSON.parse(json)).answers.map(({ question, verification, ...counts }) => ({
    ...question,
    ...counts,
    replayed: verification.replayed,
  }));
}
