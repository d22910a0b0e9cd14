import 'server-only';
import { expect, it } from 'vitest';
import { historyPage, learnerExport } from '@/model/attempt';
import { LearnerClient, newLearner } from './learner-client';
import { answer, countRows, expectProblem, exportOf, reading, simulation, someChapter } from './samples';

export function describeOwnData(): void {
  it('shows what was done, by chapter, and where it was last', async () => {
    const client = await newLearner();
    const { chapter, sections, scenarios } = await someChapter();
    const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`;
    await client.send('POST', '/api/attempts', answer({ response: { kind: 'one', option: 'a' }, answeredAt: day(1) }));
    await client.send('POST', '/api/attempts', answer({ response: { kind: 'one', option: 'b' }, answeredAt: day(2) }));
    await client.send('POST', '/api/simulations', { ...(await simulation()), triedAt: day(3) });
    // Sent last, but done first.
    await client.send('POST', '/api/reading', { ...reading({ chapter, section: sections[0] ?? '' }), readAt: day(1) });
    const { body } = await client.send('GET', '/api/progress');
    expect(body).toEqual({
      chapters: [
        {
          chapter,
          sections: [sections[0]],
          simulators: [scenarios[0]],
          questions: [{ id: 'fixture-one', first: false, last: true, attempts: 2 }],
        },
      ],
      last: { chapter, section: null, at: day(3) },
    });
  });

  it('counts a question of the interview for no chapter', async () => {
    const client = await newLearner();
    for (const option of ['a', 'b']) {
      const sent = answer({ questionId: 'fixture-interview', response: { kind: 'one', option } });
      await client.send('POST', '/api/attempts', sent);
    }
    expect((await client.send('GET', '/api/progress')).body).toEqual({
      chapters: [],
      interview: [{ id: 'fixture-interview', first: false, last: true, attempts: 2 }],
      last: null,
    });
    const { body } = await client.send('GET', '/api/me/history?limit=1');
    expect(historyPage.parse(body).items).toMatchObject([{ chapter: null, prompt: 'Prompt of fixture-interview' }]);
  });

  it('lists the answers newest first, page by page, each once', async () => {
    const client = await newLearner();
    const days = ['04', '02', '03', '02', '01'];
    const sent = days.map((day) => answer({ answeredAt: `2026-03-${day}T00:00:00.000Z` }));
    for (const each of sent) await client.send('POST', '/api/attempts', each);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const before = next === null ? '' : `&before=${next}`;
      const { body } = await client.send('GET', `/api/me/history?limit=2&locale=zh${before}`);
      const page = historyPage.parse(body);
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.items[0]).toMatchObject({
        prompt: 'Prompt of fixture-one（中）',
        answer: 'Option b（中）',
        chapter: 'reason-two',
      });
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    const expected = [...sent].sort((a, b) => compare(b.answeredAt, a.answeredAt) || compare(b.id, a.id));
    expect(seen).toEqual(expected.map(({ id }) => id));
  });

  it('exports everything as a download, and one learner sees nothing of another', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const sent = answer({ questionId: 'fixture-number', response: { kind: 'number', value: 2 } });
    await first.send('POST', '/api/attempts', sent);
    const { headers, body } = await first.send('GET', '/api/me/export');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="2msl-\d{4}-\d\d-\d\d\.json"$/);
    const mine = learnerExport.parse(body);
    expect(mine.learner).toMatchObject({ anonymous: true, name: null, email: null });
    expect(mine.attempts).toMatchObject([
      {
        id: sent.id,
        response: sent.response,
        correct: false,
        misconceptions: [6],
        feedback: [{ text: 'That is one MSL' }],
      },
    ]);
    const others = await exportOf(second);
    expect(others.attempts).toEqual([]);
    expect((await second.send('GET', '/api/me/history')).body).toEqual({ items: [], next: null });
    expect((await second.send('GET', '/api/progress')).body).toEqual({ chapters: [], last: null });
  });

  it('deletes everything of one learner and nothing of another, and takes the cookie back', async () => {
    const [first, second] = [await newLearner(), await newLearner()];
    const { chapter, sections } = await someChapter();
    const rows = await countRows();
    for (const client of [first, second]) {
      await client.send('POST', '/api/attempts', answer());
      await client.send('POST', '/api/reading', reading({ chapter, section: sections[0] ?? '' }));
      await client.send('POST', '/api/simulations', await simulation());
    }
    const kept = await exportOf(second);
    const cookie = first.cookie;
    const { status, setCookies } = await first.send('DELETE', '/api/me');
    expect(status).toBe(204);
    expect(setCookies.some((line) => /^2msl\.session_token=;.*Max-Age=0/.test(line))).toBe(true);
    expect(await countRows()).toEqual({
      ...rows,
      users: rows.users - 1,
      sessions: rows.sessions - 1,
      attempts: rows.attempts + 1,
      readings: rows.readings + 1,
      simulations: rows.simulations + 1,
    });
    expect((await exportOf(second)).attempts).toEqual(kept.attempts);
    first.cookie = cookie;
    expectProblem(await first.send('POST', '/api/attempts', answer()), 'no-session');
    expect((await new LearnerClient().send('DELETE', '/api/me')).status).toBe(204);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
