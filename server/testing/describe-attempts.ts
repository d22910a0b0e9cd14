import 'server-only';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { attemptResult } from '@/model/attempt';
import type { ProblemSlug } from '@/model/problem';
import type { Response as Answered } from '@/model/question';
import { fixture, replaceQuestion } from './fixture-bank';
import { newLearner } from './learner-client';
import { answer, countRows, expectProblem, exportOf } from './samples';

export function describeAttempts(): void {
  it.each<[string, Answered, boolean, number]>([
    ['fixture-one', { kind: 'one', option: 'b' }, true, 1],
    ['fixture-one', { kind: 'one', option: 'a' }, false, 0],
    ['fixture-several', { kind: 'several', options: ['c', 'a'] }, true, 1],
    ['fixture-several', { kind: 'several', options: ['a'] }, false, 0.5],
    ['fixture-order', { kind: 'order', items: ['b', 'a', 'c', 'd'] }, false, 2 / 3],
    [
      'fixture-match',
      {
        kind: 'match',
        pairs: [
          ['l1', 'r1'],
          ['l2', 'r3'],
          ['l3', 'r3'],
        ],
      },
      false,
      2 / 3,
    ],
    ['fixture-number', { kind: 'number', value: 4 }, true, 1],
    ['fixture-number', { kind: 'number', value: 2 }, false, 0],
    ['fixture-predict', { kind: 'predict', option: 'FIN_WAIT_2' }, true, 1],
  ])('to %s: %j is correct: %s, score %d', async (questionId, response, correct, score) => {
    const client = await newLearner();
    const sent = answer({ questionId, response });
    const { status, body } = await client.send('POST', '/api/attempts', sent);
    expect(status).toBe(201);
    expect(attemptResult.parse(body)).toMatchObject({
      id: sent.id,
      questionId,
      correct,
      score,
      explanation: `Explanation of ${questionId}`,
      answeredAt: sent.answeredAt,
      sources: ['RFC 9293 §3.6'],
    });
  });

  it('may say how sure the learner was, which changes nothing of the grade', async () => {
    const client = await newLearner();
    const sent = ['sure', 'unsure', 'guess'].map((confidence) => answer({ confidence }));
    for (const each of [...sent, answer()]) {
      const { body } = await client.send('POST', '/api/attempts', each);
      expect(attemptResult.parse(body).correct).toBe(true);
    }
    const kept = (await exportOf(client)).attempts.map(({ confidence }) => confidence);
    expect(kept.sort()).toEqual(['guess', 'sure', 'unsure', null].sort());
    expectProblem(await client.send('POST', '/api/attempts', answer({ confidence: 'certain' })), 'invalid-body');
  });

  it('is explained in the language in which it was given', async () => {
    const client = await newLearner();
    const { body } = await client.send('POST', '/api/attempts', answer({ locale: 'zh' }));
    expect(attemptResult.parse(body).explanation).toBe('Explanation of fixture-one（中）');
  });

  it('sent again gets the first verdict again, whatever it says then, and stores nothing', async () => {
    const client = await newLearner();
    const sent = answer({ response: { kind: 'one', option: 'a' } });
    const first = await client.send('POST', '/api/attempts', sent);
    const before = await countRows();
    const again = await client.send('POST', '/api/attempts', sent);
    const other = { ...sent, response: { kind: 'one', option: 'b' }, locale: 'zh' };
    const changed = await client.send('POST', '/api/attempts', other);
    expect([first.status, again.status, changed.status]).toEqual([201, 200, 200]);
    expect(again.body).toEqual(first.body);
    expect(changed.body).toEqual(first.body);
    expect(await countRows()).toEqual(before);
  });

  it('sent again gets the first verdict also when the question has changed or is gone', async () => {
    const client = await newLearner();
    const sent = answer({ questionId: 'fixture-several', response: { kind: 'several', options: ['a', 'c'] } });
    const first = await client.send('POST', '/api/attempts', sent);
    const { file } = fixture('fixture-several');
    try {
      replaceQuestion('fixture-several', (was) => ({ ...was, revision: 3, explanation: { en: 'New', zh: '新' } }));
      expect(await client.send('POST', '/api/attempts', sent)).toMatchObject({ status: 200, body: first.body });
      const late = await client.send('POST', '/api/attempts', { ...sent, id: randomUUID() });
      expectProblem(late, 'question-changed');
      expect(late.body).toMatchObject({ detail: expect.stringContaining('revision 2 was answered, 3 is current') });
      expect((await exportOf(client)).attempts).toHaveLength(1);
    } finally {
      replaceQuestion('fixture-several', () => file);
    }
  });

  it('with an id that another learner has used is refused, and the other hears nothing of it', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const sent = answer();
    const { body } = await first.send('POST', '/api/attempts', sent);
    const before = await countRows();
    expectProblem(await second.send('POST', '/api/attempts', sent), 'id-taken');
    expect(await countRows()).toEqual(before);
    expect((await first.send('POST', '/api/attempts', sent)).body).toEqual(body);
    expect((await exportOf(second)).attempts).toEqual([]);
  });

  it('that arrives many times at once is stored once', async () => {
    const client = await newLearner();
    const sent = answer();
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.send('POST', '/api/attempts', sent)));
    for (const { status, body } of answers) {
      expect([200, 201]).toContain(status);
      expect(body).toEqual(answers[0]?.body);
    }
    expect((await exportOf(client)).attempts).toHaveLength(1);
  });

  it('that two learners send at once under one id is stored once; the other is refused', async () => {
    const clients = await Promise.all([newLearner(), newLearner(), newLearner()]);
    const sent = answer();
    const answers = await Promise.all(clients.map((client) => client.send('POST', '/api/attempts', sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is never answered later than it was received, nor before there was a book', async () => {
    const client = await newLearner();
    for (const answeredAt of ['2099-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '0000-01-01T00:00:00Z']) {
      const { status, body } = await client.send('POST', '/api/attempts', answer({ answeredAt }));
      expect(status).toBe(201);
      const result = attemptResult.parse(body);
      expect(result.answeredAt).toBe(result.receivedAt);
      expect(Math.abs(Date.now() - Date.parse(result.receivedAt))).toBeLessThan(60_000);
    }
    const { body } = await client.send(
      'POST',
      '/api/attempts',
      answer({ answeredAt: '2026-02-03T04:05:06.789+08:00' }),
    );
    expect(attemptResult.parse(body).answeredAt).toBe('2026-02-02T20:05:06.789Z');
  });

  it.each<[string, unknown, ProblemSlug]>([
    ['of another kind', { response: { kind: 'several', options: ['b'] } }, 'response-does-not-fit'],
    ['with an option that is not there', { response: { kind: 'one', option: 'z' } }, 'response-does-not-fit'],
    ['with a NUL in it', { response: { kind: 'one', option: 'b\u0000' } }, 'response-does-not-fit'],
    ['to a question that is not there', { questionId: 'no-such-question' }, 'unknown-question'],
    ['to an old revision', { revision: 1 }, 'question-changed'],
    ['to a revision to come', { revision: 9_000_000_000 }, 'question-changed'],
    ['without an id of the right form', { id: '1' }, 'invalid-body'],
    ['with something more', { isTeacher: true }, 'invalid-body'],
    ['with an impossible date', { answeredAt: '2026-02-30T00:00:00Z' }, 'invalid-body'],
  ])('%s is refused', async (_, change, slug) => {
    const client = await newLearner();
    const before = await countRows();
    expectProblem(await client.send('POST', '/api/attempts', { ...answer(), ...(change as object) }), slug);
    expect(await countRows()).toEqual(before);
  });
}
