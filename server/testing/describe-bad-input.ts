import 'server-only';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProblemSlug } from '@/model/problem';
import { LearnerClient, newLearner } from './learner-client';
import { answer, countRows, expectProblem, reading, simulation, someChapter } from './samples';

export function describeBadInput(): void {
  const WRITES = ['/api/attempts', '/api/open-answers', '/api/reading', '/api/simulations'] as const;

  it.each<[string, ProblemSlug, { raw?: BodyInit; headers?: Record<string, string | null> }]>([
    ['JSON that breaks off', 'malformed-json', { raw: '{"id": "' }],
    ['no body at all', 'malformed-json', { raw: '' }],
    ['bytes that are no UTF-8', 'malformed-json', { raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }],
    ['a number', 'invalid-body', { raw: '42' }],
    ['null', 'invalid-body', { raw: 'null' }],
    ['a list', 'invalid-body', { raw: '[]' }],
    ['a form', 'not-json', { raw: 'id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['no content type', 'not-json', { raw: '{}', headers: { 'content-type': null } }],
    ['too much, and it says so', 'body-too-large', { raw: '{}', headers: { 'content-length': '1000000' } }],
    ['too much', 'body-too-large', { raw: JSON.stringify('x'.repeat(70_000)) }],
    ['a stream without an end', 'body-too-large', { raw: endless() }],
    ['another origin', 'cross-origin', { raw: '{}', headers: { origin: 'https://evil.example' } }],
    ['another port', 'cross-origin', { raw: '{}', headers: { origin: 'http://127.0.0.1:8080' } }],
    ['an opaque origin', 'cross-origin', { raw: '{}', headers: { origin: 'null' } }],
    ['another site, as the browser says', 'cross-origin', { raw: '{}', headers: { 'sec-fetch-site': 'same-site' } }],
    [
      'a rebound name',
      'host-not-trusted',
      { raw: '{}', headers: { host: 'evil.example', origin: 'http://evil.example' } },
    ],
  ])('%s is refused as %s', async (_, slug, sending) => {
    const client = await newLearner();
    const before = await countRows();
    for (const path of WRITES) {
      const raw = sending.raw instanceof ReadableStream ? endless() : sending.raw;
      expectProblem(await client.send('POST', path, undefined, { ...sending, raw }), slug);
    }
    expect(await countRows()).toEqual(before);
  });

  it('is refused in the language of the reader, with the place of each fault', async () => {
    const client = await newLearner();
    const { body, headers } = await client.send('POST', '/api/attempts', {
      ...answer({ locale: 'zh' }),
      revision: 'two',
    });
    expect(body).toMatchObject({ title: '内容不符合要求', errors: [{ path: 'revision' }] });
    expect(headers.get('content-language')).toBe('zh-CN');
    const wished = { 'accept-language': 'zh-TW, en;q=0.5', origin: 'http://evil.example' };
    const foreign = await new LearnerClient().send('POST', '/api/session', undefined, { headers: wished });
    expect(foreign.body).toMatchObject({ type: '/problems/cross-origin', title: '来自其他网站' });
    const chosen = { cookie: 'locale=zh; other=1', 'accept-language': 'en' };
    const missing = await new LearnerClient().send('PUT', '/api/session', {}, { headers: chosen });
    expect(missing.body).toMatchObject({ title: '不支持这个方法' });
  });

  it('without a session nothing is stored', async () => {
    const before = await countRows();
    const { chapter, sections } = await someChapter();
    const client = new LearnerClient();
    expectProblem(await client.send('POST', '/api/attempts', answer()), 'no-session');
    expectProblem(
      await client.send('POST', '/api/reading', reading({ chapter, section: sections[0] ?? '' })),
      'no-session',
    );
    expectProblem(await client.send('POST', '/api/simulations', await simulation()), 'no-session');
    expect(await countRows()).toEqual(before);
  });

  it('in a query is refused', async () => {
    const client = await newLearner();
    const forged = Buffer.from(`99999999999999999999/${randomUUID()}`).toString('base64url');
    const queries = ['limit=0', 'limit=x', 'limit=1000', 'locale=fr', 'colour=red', 'before=x', `before=${forged}`];
    for (const query of queries) expectProblem(await client.send('GET', `/api/me/history?${query}`), 'invalid-query');
  });

  it('of a method that is not there is refused, and OPTIONS says which there are', async () => {
    const client = new LearnerClient();
    const { headers, ...answered } = await client.send('PUT', '/api/attempts', {});
    expectProblem({ headers, ...answered }, 'method-not-allowed');
    expect(headers.get('allow')).toBe('POST');
    const options = await client.send('OPTIONS', '/api/attempts');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  });

  it('whatever JSON is sent: never a 5xx, and what is refused stores nothing', async () => {
    const client = await newLearner();
    const { chapter, sections } = await someChapter();
    const valid = [answer(), reading({ chapter, section: sections[0] ?? '' }), await simulation()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...WRITES), anyBody(valid), async (path, body) => {
        const before = await countRows();
        const { status } = await client.send('POST', path, body);
        expect(status).toBeLessThan(500);
        if (status >= 400) expect(await countRows()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
}

/** Any JSON, and valid bodies of which one part has become something else. */
function anyBody(valid: readonly object[]): fc.Arbitrary<unknown> {
  const value = fc.jsonValue({ maxDepth: 3 });
  const text = fc.string({ unit: 'binary' });
  const spoiled = fc.tuple(fc.constantFrom(...valid), fc.nat(), fc.oneof(value, text)).map(([body, index, put]) => {
    const keys = Object.keys(body);
    return { ...body, id: randomUUID(), [keys[index % keys.length] ?? 'id']: put };
  });
  const part = fc.constantFrom('option', 'options', 'items', 'pairs', 'value');
  const kind = fc.constantFrom('one', 'several', 'order', 'match', 'number', 'predict');
  const answered = fc
    .tuple(kind, part, fc.oneof(text, value, fc.array(text), fc.array(fc.tuple(text, text))))
    .map(([said, name, put]) => answer({ questionId: `fixture-${said}`, response: { kind: said, [name]: put } }));
  return fc.oneof(value, spoiled, answered);
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(0x20)) });
}
