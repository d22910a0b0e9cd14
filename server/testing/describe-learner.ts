import 'server-only';
import { expect, it } from 'vitest';
import { progress } from '@/model/attempt';
import { getDb } from '@/server/db/client';
import { LearnerClient, newLearner } from './learner-client';
import { answer, countRows, expectProblem } from './samples';

export function describeLearner(): void {
  it('is not made by reading, and no cookie is set', async () => {
    const client = new LearnerClient();
    const before = await countRows();
    for (const path of ['/api/session', '/api/progress', '/api/me/history', '/api/me/export', '/api/openapi.json']) {
      const { status, setCookies } = await client.send('GET', path);
      expect([path, status, setCookies]).toEqual([path, 200, []]);
    }
    expect(await countRows()).toEqual(before);
  });

  it.each(['http://127.0.0.1:3000', 'http://192.168.1.20:3000', 'http://classroom.local'])(
    'is made by the first POST at %s, in a cookie that is HttpOnly, Lax and not Secure',
    async (origin) => {
      const client = new LearnerClient(origin);
      const { body, setCookies } = await client.send('POST', '/api/session');
      expect(body).toEqual({ learner: 'anonymous', account: null });
      expect(setCookies).toHaveLength(1);
      const [cookie = ''] = setCookies;
      expect(cookie).toMatch(/^2msl\.session_token=[^;.]+\.[^;]+;/);
      expect(attributesOf(cookie)).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
      expect((await client.send('GET', '/api/progress')).setCookies).toEqual([]);
    },
  );

  it('gets a Secure cookie behind a proxy that ends TLS', async () => {
    const client = new LearnerClient('http://192.168.1.20');
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://192.168.1.20' };
    const { setCookies } = await client.send('POST', '/api/session', undefined, { headers });
    expect(attributesOf(setCookies[0] ?? '')).toContain('Secure');
  });

  it('stays the same one when it asks again', async () => {
    const client = await newLearner();
    const before = await countRows();
    const { status, setCookies } = await client.send('POST', '/api/session');
    expect([status, setCookies]).toEqual([200, []]);
    expect(await countRows()).toEqual(before);
  });

  it('keeps nothing of its device', async () => {
    const client = new LearnerClient();
    await client.send('POST', '/api/session', undefined, { headers: { 'user-agent': 'Telling/1.0' } });
    const db = await getDb();
    expect(
      await db.session.count({ where: { OR: [{ userAgent: { not: null } }, { ipAddress: { not: null } }] } }),
    ).toBe(0);
  });

  it('is nobody when the cookie is forged or its signature is missing', async () => {
    const client = await newLearner();
    await client.send('POST', '/api/attempts', answer());
    const genuine = client.cookie;
    const token = decodeURIComponent(genuine.split('=')[1] ?? '').split('.')[0];
    for (const forged of [
      `2msl.session_token=${token}`,
      `2msl.session_token=${token}.AAAA`,
      `${genuine}x`,
      'nonsense',
    ]) {
      client.cookie = forged;
      const { body } = await client.send('GET', '/api/progress');
      expect(body).toEqual({ chapters: [], last: null });
      client.cookie = forged;
      expectProblem(await client.send('POST', '/api/attempts', answer()), 'no-session');
    }
    client.cookie = genuine;
    expect(progress.parse((await client.send('GET', '/api/progress')).body).chapters).toHaveLength(1);
  });
}

function attributesOf(cookie: string): string[] {
  return cookie.split('; ').slice(1).sort();
}
