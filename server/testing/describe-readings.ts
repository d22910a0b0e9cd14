import 'server-only';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ProblemSlug } from '@/model/problem';
import { newLearner } from './learner-client';
import { countRows, expectProblem, exportOf, reading, simulation, someChapter } from './samples';

export function describeReadings(): void {
  it('counts once', async () => {
    const client = await newLearner();
    const { chapter, sections } = await someChapter();
    const sent = reading({ chapter, section: sections[0] ?? '' });
    const tried = await simulation();
    const sendings = [
      await client.send('POST', '/api/reading', sent),
      await client.send('POST', '/api/reading', sent),
      await client.send('POST', '/api/reading', { ...sent, id: randomUUID() }),
      await client.send('POST', '/api/simulations', tried),
      await client.send('POST', '/api/simulations', tried),
      await client.send('POST', '/api/simulations', { ...tried, id: randomUUID() }),
    ];
    expect(sendings.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204]);
    const { sectionsRead, simulatorsTried } = await exportOf(client);
    expect(sectionsRead.map(({ id }) => id)).toEqual([sent.id]);
    expect(simulatorsTried.map(({ id }) => id)).toEqual([tried.id]);
  });

  it('counts once when it arrives many times at once, with one id or with several', async () => {
    const client = await newLearner();
    const { chapter, sections } = await someChapter();
    const sent = reading({ chapter, section: sections[0] ?? '' });
    const tried = await simulation();
    const many = Array.from({ length: 8 }, (_, index) => (index % 2 ? {} : { id: randomUUID() }));
    const sendings = await Promise.all([
      ...many.map((change) => client.send('POST', '/api/reading', { ...sent, ...change })),
      ...many.map((change) => client.send('POST', '/api/simulations', { ...tried, ...change })),
    ]);
    expect(new Set(sendings.map(({ status }) => status))).toEqual(new Set([204]));
    const { sectionsRead, simulatorsTried } = await exportOf(client);
    expect([sectionsRead.length, simulatorsTried.length]).toEqual([1, 1]);
  });

  it('is refused under an id of someone else, and where the book has no such place', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const { chapter, sections } = await someChapter();
    const read = reading({ chapter, section: sections[0] ?? '' });
    const tried = await simulation();
    await first.send('POST', '/api/reading', read);
    await first.send('POST', '/api/simulations', tried);
    const before = await countRows();
    const refusals: [ProblemSlug, '/api/reading' | '/api/simulations', object][] = [
      ['id-taken', '/api/reading', read],
      ['id-taken', '/api/simulations', tried],
      ['unknown-section', '/api/reading', { ...reading({ chapter, section: 'no-such-section' }) }],
      ['unknown-section', '/api/reading', { ...reading({ chapter: '../../etc', section: 'passwd' }) }],
      ['unknown-scenario', '/api/simulations', { ...tried, id: randomUUID(), scenario: 'no-such-scenario' }],
      ['unknown-scenario', '/api/simulations', { ...tried, id: randomUUID(), chapter: 'no-such-chapter' }],
      ['unknown-scenario', '/api/simulations', { ...tried, id: randomUUID(), chapter: null, scenario: '__proto__' }],
    ];
    for (const [slug, path, body] of refusals) expectProblem(await second.send('POST', path, body), slug);
    expect(await countRows()).toEqual(before);
  });
}
