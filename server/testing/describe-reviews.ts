import 'server-only';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { gradedAnswers, reviewLog } from '@/model/review';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { answer, expectProblem, exportOf, newAddress } from './samples';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const plan = (interviewOn: string | null, chosenAt: string, change: object = {}) => ({
  id: randomUUID(),
  interviewOn,
  dailyLength: 20,
  chosenAt,
  ...change,
});
const logOf = async (client: LearnerClient) => reviewLog.parse((await client.send('GET', '/api/me/review')).body);

export function describeReviews(): void {
  it('is made from all answers of both devices: none is lost, none counts twice', async () => {
    const desk = await newLearner();
    const phone = Object.assign(new LearnerClient(), { cookie: desk.cookie });
    const both = answer({ answeredAt: day(2), confidence: 'sure' });
    const atDesk = answer({ answeredAt: day(3), response: { kind: 'one', option: 'a' } });
    const onPhone = answer({ answeredAt: day(1), confidence: 'guess' });
    // The phone comes back to the network: what it sent before, without hearing an answer, it sends again.
    await desk.send('POST', '/api/attempts', atDesk);
    await Promise.all([phone.send('POST', '/api/attempts', both), phone.send('POST', '/api/attempts', onPhone)]);
    await phone.send('POST', '/api/attempts', both);
    const { answers } = await logOf(desk);
    expect(answers).toEqual([
      { id: onPhone.id, questionId: 'fixture-one', answeredAt: day(1), score: 1, confidence: 'guess', open: false },
      { id: both.id, questionId: 'fixture-one', answeredAt: day(2), score: 1, confidence: 'sure', open: false },
      { id: atDesk.id, questionId: 'fixture-one', answeredAt: day(3), score: 0, confidence: null, open: false },
    ]);
    expect(await logOf(phone)).toEqual({ plan: null, answers });
  });

  it('has the plan that was chosen last, in whatever order the choices arrive', async () => {
    const client = await newLearner();
    const [first, second] = [plan('2027-01-10', day(1)), plan(null, day(2), { dailyLength: 5 })];
    expect((await client.send('POST', '/api/me/review-plan', second)).status).toBe(204);
    expect((await client.send('POST', '/api/me/review-plan', first)).status).toBe(204);
    const chosen = { interviewOn: null, dailyLength: 5, chosenAt: day(2) };
    expect((await logOf(client)).plan).toEqual(chosen);
    expect((await exportOf(client)).reviewPlan).toEqual(chosen);
    await Promise.all([3, 5, 4].map((n) => client.send('POST', '/api/me/review-plan', plan('2027-02-01', day(n)))));
    expect((await logOf(client)).plan).toEqual({ interviewOn: '2027-02-01', dailyLength: 20, chosenAt: day(5) });
  });

  it('refuses a day that is none, and a plan of nobody', async () => {
    const client = await newLearner();
    expectProblem(await client.send('POST', '/api/me/review-plan', plan('2027-02-30', day(1))), 'invalid-body');
    expectProblem(
      await client.send('POST', '/api/me/review-plan', plan(null, day(1), { dailyLength: 0 })),
      'invalid-body',
    );
    expectProblem(await new LearnerClient().send('POST', '/api/me/review-plan', plan(null, day(1))), 'no-session');
    expect(await logOf(new LearnerClient())).toEqual({ plan: null, answers: [] });
  });

  it('moves to an account with the plan chosen later, and goes when everything is deleted', async () => {
    const email = newAddress();
    const [first, second] = [await newLearner(), await newLearner()];
    await first.send('POST', '/api/me/review-plan', plan('2027-01-10', day(1)));
    await newAccount(email, first);
    await second.send('POST', '/api/me/review-plan', plan('2027-01-20', day(2)));
    await second.send('POST', '/api/account/sign-in', { email, password: PASSWORD, locale: 'en' });
    expect((await logOf(first)).plan).toMatchObject({ interviewOn: '2027-01-20' });
    const third = await newLearner();
    await third.send('POST', '/api/me/review-plan', plan('2027-01-30', '2026-02-01T00:00:00.000Z'));
    await third.send('POST', '/api/account/sign-in', { email, password: PASSWORD, locale: 'en' });
    expect((await logOf(third)).plan).toMatchObject({ interviewOn: '2027-01-20' });
    const gone = await newLearner();
    await gone.send('POST', '/api/me/review-plan', plan('2027-01-10', day(1)));
    expect((await gone.send('DELETE', '/api/me')).status).toBe(204);
    expect((await logOf(gone)).plan).toBeNull();
  });

  it('takes along the newest answer to each question with what was said of it, and nothing of another', async () => {
    const client = await newLearner();
    const wrong = answer({ answeredAt: day(1), response: { kind: 'one', option: 'a' } });
    const right = answer({ answeredAt: day(2) });
    const said = await client.send('POST', '/api/attempts', right);
    await client.send('POST', '/api/attempts', wrong);
    const { answers } = gradedAnswers.parse((await client.send('GET', '/api/me/graded-answers')).body);
    expect(answers).toEqual([{ revision: 2, locale: 'en', response: right.response, result: said.body }]);
    expect((await (await newLearner()).send('GET', '/api/me/graded-answers')).body).toEqual({ answers: [] });
  });
}
