import 'server-only';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openAnswerResult, openAssessmentResult, openHistoryPage, openKeys } from '@/model/open-question';
import type { ProblemSlug } from '@/model/problem';
import { openFixture, replaceOpenQuestion } from './fixture-open';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { countRows, expectProblem, exportOf, newAddress } from './samples';

function said(change: object = {}) {
  return {
    id: randomUUID(),
    questionId: 'open-one',
    revision: 2,
    locale: 'en',
    how: 'typed',
    text: 'The FIN comes again.',
    answeredAt: '2026-03-01T00:00:00.000Z',
    ...change,
  };
}

const found = (id: string, met: string[]) => ({ id, met, assessedAt: '2026-03-01T00:01:00.000Z' });

export function describeOpenAnswers(): void {
  it('is stored before the model answer is said, then held against the rubric', async () => {
    const client = await newLearner();
    const sent = said({ confidence: 'sure', locale: 'zh' });
    const revealed = await client.send('POST', '/api/open-answers', sent);
    expect(revealed.status).toBe(201);
    const { key, assessment } = openAnswerResult.parse(revealed.body);
    expect(assessment).toBeNull();
    expect(key).toMatchObject({
      modelAnswer: 'Model answer of open-one（中）',
      points: [
        { id: 'a', essential: true, followUp: 'why', terms: ['词 a'] },
        { id: 'b', followUp: null },
        { id: 'c' },
      ],
      followUps: [{ id: 'why', question: null, prompt: 'Why?（中）', answer: 'Because.（中）' }],
      deeper: { question: 'open-two', prompt: 'Prompt of open-two（中）', answer: null },
      simulator: { scenario: 'closing', atMs: 150 },
      sources: ['RFC 9293 §3.6'],
    });
    const judged = await client.send('POST', '/api/open-assessments', found(sent.id, ['a', 'c']));
    expect(openAssessmentResult.parse(judged.body)).toMatchObject({ met: ['a', 'c'], score: 3 / 4 });
    // The first assessment counts, and the first answer.
    const later = await client.send('POST', '/api/open-assessments', found(sent.id, []));
    expect(later.body).toEqual(judged.body);
    const again = await client.send('POST', '/api/open-answers', { ...sent, text: 'Something else' });
    expect(again.status).toBe(200);
    expect(openAnswerResult.parse(again.body).assessment).toMatchObject({ met: ['a', 'c'], score: 3 / 4 });
    const kept = (await exportOf(client)).openAnswers;
    expect(kept).toMatchObject([{ id: sent.id, text: sent.text, how: 'typed', confidence: 'sure', score: 3 / 4 }]);
  });

  it('that was given offline comes with its assessment', async () => {
    const client = await newLearner();
    const assessment = { met: [], assessedAt: '2026-03-01T00:01:00.000Z' };
    const { status, body } = await client.send(
      'POST',
      '/api/open-answers',
      said({ how: 'aloud', text: '', assessment }),
    );
    expect(status).toBe(201);
    expect(openAnswerResult.parse(body).assessment).toEqual({ ...assessment, score: 0 });
  });

  it('is in its own history and progress, and in nothing that was graded', async () => {
    const client = await newLearner();
    const days = ['03', '01', '02'];
    const sent = days.map((day) => said({ answeredAt: `2026-03-${day}T00:00:00.000Z` }));
    for (const each of sent) await client.send('POST', '/api/open-answers', each);
    await client.send('POST', '/api/open-assessments', found(sent[0]?.id ?? '', ['a', 'b', 'c']));
    const pages = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await client.send('GET', `/api/me/open-answers?limit=2${next && `&before=${next}`}`);
      const page = openHistoryPage.parse(body);
      pages.push(page.items.map(({ answeredAt }) => answeredAt.slice(8, 10)));
      next = page.next;
    }
    expect(pages).toEqual([['03', '02'], ['01']]);
    expect((await client.send('GET', '/api/progress')).body).toEqual({
      chapters: [],
      open: [{ id: 'open-one', answers: 3, score: 1, at: '2026-03-03T00:00:00.000Z' }],
      last: null,
    });
    expect((await client.send('GET', '/api/me/history')).body).toEqual({ items: [], next: null });
    expect((await exportOf(client)).attempts).toEqual([]);
    const stranger = await new LearnerClient().send('GET', '/api/me/open-answers');
    expect(stranger.body).toEqual({ items: [], next: null });
  });

  it('goes with its learner: to an account, or away', async () => {
    const client = await newLearner();
    await client.send('POST', '/api/open-answers', said());
    await newAccount(newAddress(), client);
    expect((await exportOf(client)).openAnswers).toHaveLength(1);
    const before = await countRows();
    await client.send('POST', '/api/account/delete', { password: PASSWORD, locale: 'en' });
    expect((await countRows()).openAnswers).toBe(before.openAnswers - 1);
  });

  it('of another learner is none', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const sent = said();
    await first.send('POST', '/api/open-answers', sent);
    expectProblem(await second.send('POST', '/api/open-answers', sent), 'id-taken');
    expectProblem(await second.send('POST', '/api/open-assessments', found(sent.id, ['a'])), 'unknown-answer');
    expect((await exportOf(first)).openAnswers).toMatchObject([{ met: null, score: null, assessedAt: null }]);
  });

  it('that arrives many times at once is stored once, and so is its assessment', async () => {
    const client = await newLearner();
    const sent = said();
    const many = <T>(make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 8 }, (_, n) => make(n)));
    await many(() => client.send('POST', '/api/open-answers', sent));
    const judged = await many((n) =>
      client.send('POST', '/api/open-assessments', found(sent.id, n % 2 === 0 ? ['a'] : ['b'])),
    );
    for (const { body } of judged) expect(body).toEqual(judged[0]?.body);
    expect((await exportOf(client)).openAnswers).toHaveLength(1);
  });

  it('to a question that has changed or is gone is kept, and not judged by another rubric', async () => {
    const client = await newLearner();
    const sent = said();
    await client.send('POST', '/api/open-answers', sent);
    const file = openFixture('open-one');
    try {
      replaceOpenQuestion('open-one', { ...file, revision: 3 });
      expectProblem(await client.send('POST', '/api/open-assessments', found(sent.id, ['a'])), 'question-changed');
      expectProblem(await client.send('POST', '/api/open-answers', said()), 'question-changed');
      replaceOpenQuestion('open-one', null);
      expectProblem(await client.send('POST', '/api/open-assessments', found(sent.id, ['a'])), 'unknown-question');
      const again = await client.send('POST', '/api/open-answers', sent);
      expect(openAnswerResult.parse(again.body).key).toBeNull();
      const { body } = await client.send('GET', '/api/me/open-answers');
      expect(openHistoryPage.parse(body).items).toMatchObject([{ id: sent.id, prompt: null, text: sent.text }]);
    } finally {
      replaceOpenQuestion('open-one', file);
    }
  });

  it('can be read without one, by whoever asks for it', async () => {
    const client = new LearnerClient();
    const { body } = await client.send('GET', '/api/open-keys?ids=open-two,open-one&locale=en');
    expect(openKeys.parse(body).keys.map(({ id }) => id)).toEqual(['open-two', 'open-one']);
    expectProblem(await client.send('GET', '/api/open-keys?ids=open-one,nothing'), 'unknown-question');
    expectProblem(await client.send('GET', `/api/open-keys?ids=${'a,'.repeat(61)}`), 'invalid-query');
    expectProblem(await client.send('GET', '/api/open-keys'), 'invalid-query');
    expect(client.cookie).toBe('');
  });

  it.each<[string, object, ProblemSlug]>([
    ['typed without a text', { text: ' \n' }, 'response-does-not-fit'],
    ['said aloud with a text', { how: 'aloud' }, 'response-does-not-fit'],
    ['with a NUL', { text: 'a\u0000' }, 'response-does-not-fit'],
    [
      'with a point that is not there',
      { assessment: { met: ['z'], assessedAt: '2026-03-01T00:00:00Z' } },
      'response-does-not-fit',
    ],
    [
      'with a point twice',
      { assessment: { met: ['a', 'a'], assessedAt: '2026-03-01T00:00:00Z' } },
      'response-does-not-fit',
    ],
    ['to no open question', { questionId: 'fixture-one' }, 'unknown-question'],
    ['to an old revision', { revision: 1 }, 'question-changed'],
    ['that is a book of its own', { text: 'x'.repeat(8001) }, 'invalid-body'],
    ['without saying how', { how: undefined }, 'invalid-body'],
  ])('%s is refused', async (_, change, slug) => {
    const client = await newLearner();
    const before = await countRows();
    expectProblem(await client.send('POST', '/api/open-answers', said(change)), slug);
    expect(await countRows()).toEqual(before);
  });

  it('is not assessed with points that are not there, nor before it was given', async () => {
    const client = await newLearner();
    const sent = said();
    await client.send('POST', '/api/open-answers', sent);
    expectProblem(
      await client.send('POST', '/api/open-assessments', found(sent.id, ['a', 'z'])),
      'response-does-not-fit',
    );
    expectProblem(await client.send('POST', '/api/open-assessments', found(randomUUID(), [])), 'unknown-answer');
    expectProblem(await new LearnerClient().send('POST', '/api/open-assessments', found(sent.id, [])), 'no-session');
  });
}
