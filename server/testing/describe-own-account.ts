import 'server-only';
import { expect, it } from 'vitest';
import { makeResetPath } from '@/server/auth/reset';
import { getDb } from '@/server/db/client';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { answer, countRows, expectProblem, exportOf, newAddress } from './samples';

const NEXT = 'battery staple';

/** What an account's owner may change where no mail is set up. */
export function describeOwnAccount(): void {
  it('shows itself to whoever is signed in, and to nobody else', async () => {
    const email = newAddress();
    const client = await newAccount(email);
    const { body } = await client.send('GET', '/api/account');
    expect(body).toMatchObject({ name: 'Ada', email, emailConfirmed: false, otherSessions: 0 });
    expectProblem(await (await newLearner()).send('GET', '/api/account'), 'not-signed-in');
    expectProblem(await new LearnerClient().send('GET', '/api/account'), 'not-signed-in');
  });

  it('gets another name', async () => {
    const client = await newAccount(newAddress());
    const { body } = await client.send('POST', '/api/account/name', { name: ' 艾达 ', locale: 'zh' });
    expect(body).toMatchObject({ account: { name: '艾达' } });
    expect((await client.send('GET', '/api/session')).body).toEqual(body);
  });

  it('gets another password from whoever knows the old one; every other session ends', async () => {
    const email = newAddress();
    const [here, there] = [await newAccount(email), new LearnerClient()];
    await signIn(there, email);
    const change = { current: 'wrong', next: NEXT, locale: 'en' };
    expectProblem(await here.send('POST', '/api/account/password', change), 'wrong-password');
    expect(await whoIs(there)).toBe('signed-in');
    const { cookie } = here;
    expect((await here.send('POST', '/api/account/password', { ...change, current: PASSWORD })).status).toBe(204);
    expect(here.cookie).not.toBe(cookie);
    expect([await whoIs(here), await whoIs(there)]).toEqual(['signed-in', 'nobody']);
    expectProblem(await signIn(there, email), 'wrong-credentials');
    expect((await signIn(there, email, NEXT)).status).toBe(200);
  });

  it('ends its other sessions', async () => {
    const email = newAddress();
    const [here, there] = [await newAccount(email), new LearnerClient()];
    await signIn(there, email);
    expect((await here.send('GET', '/api/account')).body).toMatchObject({ otherSessions: 1 });
    expect((await here.send('POST', '/api/account/end-other-sessions')).status).toBe(204);
    expect([await whoIs(here), await whoIs(there)]).toEqual(['signed-in', 'nobody']);
  });

  it('gets another address, at once, unless it is taken', async () => {
    const [old, next, taken] = [newAddress(), newAddress(), newAddress()];
    await newAccount(taken);
    const client = await newAccount(old);
    const change = { email: next.toUpperCase(), password: PASSWORD, locale: 'en' };
    expectProblem(await client.send('POST', '/api/account/email', { ...change, password: 'wrong' }), 'wrong-password');
    expectProblem(await client.send('POST', '/api/account/email', { ...change, email: taken }), 'email-taken');
    const { body } = await client.send('POST', '/api/account/email', change);
    expect(body).toMatchObject({ next: 'changed', account: { email: next } });
    expectProblem(await signIn(new LearnerClient(), old), 'wrong-credentials');
    expect((await signIn(new LearnerClient(), next)).status).toBe(200);
  });

  it('is opened again by a printed link, once, and every session ends', async () => {
    const email = newAddress();
    const client = await newAccount(email);
    const way = await client.send('POST', '/api/account/reset', { email, locale: 'en' });
    expect(way).toMatchObject({ status: 202, body: { by: 'command-line' } });
    const [secret, older] = [await secretFor(email), await secretFor(email)];
    expect(await makeResetPath(newAddress(), 1)).toBeNull();
    const finish = (given: string, password = NEXT) =>
      new LearnerClient().send('POST', '/api/account/reset/finish', { secret: given, password, locale: 'en' });
    expectProblem(await finish(secret, 'short'), 'invalid-body');
    const both = await Promise.all([finish(secret), finish(secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expectProblem(await finish(older), 'link-of-no-use');
    expect(await whoIs(client)).toBe('nobody');
    expect((await signIn(client, email, NEXT)).status).toBe(200);
    expect(await secretsOf(email)).toBe(0);
  });

  it('is not opened by a link that is too old, nor by one of another kind', async () => {
    const email = newAddress();
    await newAccount(email);
    const secret = await secretFor(email, -1);
    const finish = { secret, password: NEXT, locale: 'en' };
    expectProblem(await new LearnerClient().send('POST', '/api/account/reset/finish', finish), 'link-of-no-use');
    const confirm = { secret: await secretFor(email), locale: 'en' };
    expectProblem(await new LearnerClient().send('POST', '/api/account/confirm-email', confirm), 'link-of-no-use');
  });

  it('is deleted with everything by its password, and by nothing less', async () => {
    const email = newAddress();
    const before = await countRows();
    const client = await newAccount(email);
    await client.send('POST', '/api/attempts', answer());
    await secretFor(email);
    expectProblem(await client.send('DELETE', '/api/me'), 'password-needed');
    const wrong = { password: 'wrong', locale: 'en' };
    expectProblem(await client.send('POST', '/api/account/delete', wrong), 'wrong-password');
    expect((await exportOf(client)).attempts).toHaveLength(1);
    const { status, setCookies } = await client.send('POST', '/api/account/delete', { ...wrong, password: PASSWORD });
    expect([status, setCookies.some((line) => line.startsWith('2msl.session_token=;'))]).toEqual([204, true]);
    expect(await countRows()).toEqual(before);
    expectProblem(await signIn(client, email), 'wrong-credentials');
  });
}

async function secretFor(email: string, hours = 1): Promise<string> {
  return (await makeResetPath(email, hours))?.split('#')[1] ?? '';
}

async function secretsOf(email: string): Promise<number> {
  const db = await getDb();
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  return db.verification.count({ where: { value: { startsWith: id } } });
}

async function whoIs(client: LearnerClient): Promise<unknown> {
  const { body } = await client.send('GET', '/api/session');
  return typeof body === 'object' && body !== null && 'learner' in body ? body.learner : null;
}

function signIn(client: LearnerClient, email: string, password = PASSWORD) {
  return client.send('POST', '/api/account/sign-in', { email, password, locale: 'en' });
}
