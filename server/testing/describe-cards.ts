import 'server-only';
import { expect, it } from 'vitest';
import { LearnerClient, newLearner } from './learner-client';
import { readCards } from './read-cards';
import { answer } from './samples';

async function cardsOf(client: LearnerClient, locale: 'en' | 'zh') {
  const { status, headers, body } = await client.send('GET', `/api/cards?locale=${locale}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('content-disposition')).toContain(`2msl-${locale}.txt`);
  const { notes } = readCards(String(body));
  return new Map(notes.map(([guid = '', front = '', back = '', tags = '']) => [guid, { front, back, tags }]));
}

export function describeCards(): void {
  it('hold open questions with their answers for everybody, in both languages', async () => {
    for (const locale of ['en', 'zh'] as const) {
      const cards = await cardsOf(new LearnerClient(), locale);
      expect([...cards.keys()].sort()).toEqual([`2msl-${locale}-open-one`, `2msl-${locale}-open-two`]);
      const card = cards.get(`2msl-${locale}-open-one`);
      const said = locale === 'zh' ? '（中）' : '';
      expect(card?.front).toBe(`<p>Prompt of open-one${said}</p>`);
      expect(card?.back).toContain(`<p>Model answer of open-one${said}</p>`);
      expect(card?.back).toContain(`<li><b>Point a${said}</b></li><li>Point b${said}</li>`);
      expect(card?.back).toContain(`href="http://127.0.0.1:3000/${locale}/play/closing/at?ms=150"`);
      expect(card?.back).toContain(`href="http://127.0.0.1:3000/${locale}/chapters/reason-two#pitfalls"`);
      expect(card?.tags.split(' ')).toEqual(['2MSL', '2MSL::last-ack', 'mid', 'open']);
    }
  });

  it('hold a closed question only for who has answered it, and so knows what is right', async () => {
    const client = await newLearner();
    const given = answer();
    const guid = `2msl-zh-${given.questionId}`;
    expect([...(await cardsOf(client, 'zh')).keys()]).not.toContain(guid);
    expect((await client.send('POST', '/api/attempts', given)).status).toBe(201);
    const card = (await cardsOf(client, 'zh')).get(guid);
    expect(card?.front).toContain('<ul><li>');
    expect(card?.back).toContain(`Explanation of ${given.questionId}（中）`);
    expect([...(await cardsOf(await newLearner(), 'zh')).keys()]).not.toContain(guid);
  });
}
