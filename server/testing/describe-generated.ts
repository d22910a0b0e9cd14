import 'server-only';
import { expect, it } from 'vitest';
import { attemptResult, historyPage } from '@/model/attempt';
import { type DrawnItem, drawnItem, playedItem } from '@/model/generated';
import type { Response as Answered } from '@/model/question';
import { SOLVERS } from '@/scripts/second-path/solvers';
import { type LearnerClient, newAccount, newLearner } from './learner-client';
import { answer, expectProblem, exportOf, newAddress } from './samples';

async function draw(client: LearnerClient, wish: object = {}): Promise<DrawnItem> {
  const { status, body } = await client.send('POST', '/api/drills', { locale: 'en', ...wish });
  expect(status).toBe(201);
  return drawnItem.parse(body);
}

/** Answers as the second path does, which knows nothing but what was sent. */
function solved({ kind, question, exhibit }: DrawnItem): Answered {
  const options = question.kind === 'one' ? question.options : [];
  const items = question.kind === 'order' ? question.items : [];
  const found = SOLVERS[kind]?.({ prompt: question.prompt, exhibit: exhibit?.text ?? null, options, items });
  if (typeof found === 'number') return { kind: 'number', value: found };
  return typeof found === 'string' ? { kind: 'one', option: found } : { kind: 'order', items: [...(found ?? [])] };
}

const answerTo = ({ question }: DrawnItem, response: Answered) =>
  answer({ questionId: question.id, revision: question.revision, response });

export function describeGenerated(): void {
  it('can be drawn, is answered right by who reckons from what was sent, and is remembered', async () => {
    const client = await newLearner();
    const item = await draw(client, { kind: 'state-of-closer' });
    expect(JSON.stringify(item)).not.toMatch(/"(feedback|explanation|misconception|mistakes|otherwise|key|answer)":/);
    const play = `/api/drills/run?question=${item.question.id}`;
    expectProblem(await client.send('GET', play), 'not-answered');

    const { status, body } = await client.send('POST', '/api/attempts', answerTo(item, solved(item)));
    expect(status).toBe(201);
    expect(attemptResult.parse(body)).toMatchObject({ correct: true, questionId: item.question.id });
    const { figure } = playedItem.parse((await client.send('GET', play)).body);
    expect(figure.scenario.hosts).toHaveLength(2);

    const history = historyPage.parse((await client.send('GET', '/api/me/history?locale=en')).body);
    expect(history.items).toMatchObject([{ prompt: item.question.prompt, chapter: null }]);
    const { attempts, drawnItems } = await exportOf(client);
    expect(attempts).toMatchObject([{ questionId: item.question.id, correct: true }]);
    expect(drawnItems).toMatchObject([{ questionId: item.question.id }]);
  });

  it('is as was wished for, in either language', async () => {
    const client = await newLearner();
    const item = await draw(client, { topic: 'ports', depth: 'mid', locale: 'zh' });
    expect(item.question).toMatchObject({ topic: 'ports', depth: 'mid' });
    expect(item.question.prompt).toMatch(/\p{Script=Han}/u);
    const none = { kind: 'no-such-kind', locale: 'en' };
    expectProblem(await client.send('POST', '/api/drills', none), 'unknown-kind');
  });

  it('never comes twice', async () => {
    const client = await newLearner();
    const drawn = await Promise.all(Array.from({ length: 30 }, () => draw(client, { kind: 'who-waits' })));
    expect(new Set(drawn.map(({ question }) => question.prompt)).size).toBe(drawn.length);
  });

  it('is answered only by the learner for whom it was drawn, and under no seed of their own', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const item = await draw(first, { kind: 'who-waits' });
    expectProblem(await second.send('POST', '/api/attempts', answerTo(item, solved(item))), 'unknown-question');
    const chosen = { ...answerTo(item, solved(item)), questionId: 'generated-who-waits-0' };
    expectProblem(await first.send('POST', '/api/attempts', chosen), 'unknown-question');
    expectProblem(await second.send('GET', `/api/drills/run?question=${item.question.id}`), 'not-answered');
    expect((await exportOf(second)).drawnItems).toEqual([]);
  });

  it('is moved to the account', async () => {
    const client = await newLearner();
    const item = await draw(client);
    await newAccount(newAddress(), client);
    const { status } = await client.send('POST', '/api/attempts', answerTo(item, solved(item)));
    expect(status).toBe(201);
    expect((await exportOf(client)).drawnItems).toHaveLength(1);
  });
}
