import 'server-only';
import { expect, it } from 'vitest';
import { progress } from '@/model/attempt';
import { getAuth } from '@/server/auth/auth';
import { getDb } from '@/server/db/client';
import { moveLearning } from '@/server/db/learners';
import { LearnerClient, newLearner } from './learner-client';
import { answer, countRows, expectProblem, exportOf, idOf, reading, simulation, someChapter } from './samples';

export function describeLearner(): void {
  it('is not made by reading, and no cookie is set', async () => {
    const client = new LearnerClient();
    const before = await countRows();
    for (const path of ['/api/progress', '/api/me/history', '/api/me/export', '/api/openapi.json']) {
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
      expect(body).toEqual({ learner: 'anonymous' });
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

  it('who signs in to an account takes everything along, and the anonymous one is gone', async () => {
    const client = await newLearner();
    await client.send('POST', '/api/attempts', answer());
    const before = await idOf(client);
    const auth = await getAuth(false);
    const { internalAdapter, password } = await auth.$context;
    const account = { email: `${before}@school.example`.toLowerCase(), name: 'Ada', emailVerified: true };
    const { id } = await internalAdapter.createUser(account, { method: 'email-password' });
    const credential = {
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: await password.hash('long-enough'),
    };
    await internalAdapter.linkAccount(credential);

    const { headers } = await auth.api.signInEmail({
      body: { email: account.email, password: 'long-enough' },
      headers: new Headers({ cookie: client.cookie }),
      returnHeaders: true,
    });
    client.cookie = headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');

    expect((await client.send('POST', '/api/session')).body).toEqual({ learner: 'signed-in' });
    const { learner, attempts } = await exportOf(client);
    expect(learner).toMatchObject({ anonymous: false, name: 'Ada', email: account.email });
    expect(attempts).toHaveLength(1);
    expect(await (await getDb()).user.count({ where: { id: before } })).toBe(0);
    await expect(
      auth.api.signUpEmail({ body: { ...account, email: 'b@c.example', password: 'long-enough' } }),
    ).rejects.toThrow('not enabled');
  });

  it('who has an account already keeps what it has, and gets what is new', async () => {
    const [before, account] = [await newLearner(), await newLearner()];
    const { chapter, sections } = await someChapter();
    const [shared, own] = [sections[0] ?? '', sections[1] ?? ''];
    await before.send('POST', '/api/attempts', answer());
    await before.send('POST', '/api/reading', reading({ chapter, section: shared }));
    await before.send('POST', '/api/reading', reading({ chapter, section: own }));
    await account.send('POST', '/api/reading', reading({ chapter, section: shared }));
    await before.send('POST', '/api/simulations', await simulation());
    await account.send('POST', '/api/simulations', await simulation());
    const kept = await exportOf(account);

    await moveLearning(await idOf(before), await idOf(account));

    const moved = await exportOf(account);
    expect(moved.attempts).toHaveLength(1);
    expect(moved.sectionsRead.map(({ section }) => section).sort()).toEqual([shared, own].sort());
    expect(moved.sectionsRead).toContainEqual(kept.sectionsRead[0]);
    expect(moved.simulatorsTried).toEqual(kept.simulatorsTried);
    const left = await exportOf(before);
    expect([left.attempts, left.sectionsRead, left.simulatorsTried]).toEqual([[], [], []]);
  });
}

function attributesOf(cookie: string): string[] {
  return cookie.split('; ').slice(1).sort();
}
