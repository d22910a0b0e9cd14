import 'server-only';
import { expect, it, vi } from 'vitest';
import { sessionReply } from '@/model/account';
import { getDb } from '@/server/db/client';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { answer, countRows, expectProblem, exportOf, newAddress } from './samples';

export function describeAccounts(): void {
  it('is made from name, address and password, and begins a session of its own', async () => {
    const client = await newLearner();
    const before = client.cookie;
    const email = newAddress();
    await newAccount(` ${email.toUpperCase()} `, client);
    expect(client.cookie).not.toBe(before);
    const { body } = await client.send('GET', '/api/session');
    expect(body).toMatchObject({ learner: 'signed-in', account: { name: 'Ada', email } });
    expect((await exportOf(client)).learner).toMatchObject({ anonymous: false, name: 'Ada', email });
    const [session] = await (await getDb()).session.findMany({ where: { user: { email } } });
    expect(session).toMatchObject({ ipAddress: null, userAgent: null });
  });

  it('is not made twice for one address, also when both are asked for at once', async () => {
    const email = newAddress();
    const body = { name: 'Ada', email, password: PASSWORD, locale: 'en' };
    const before = await countRows();
    // better-auth logs that the later ones failed.
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answers = await Promise.all(
      [1, 2, 3].map(() => new LearnerClient().send('POST', '/api/account/sign-up', body)),
    );
    log.mockRestore();
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expectProblem(await new LearnerClient().send('POST', '/api/account/sign-up', body), 'email-taken');
    expect(await countRows()).toMatchObject({ users: before.users + 1, sessions: before.sessions + 1 });
  });

  it.each([
    ['a short password', { password: '1234567' }, 'password'],
    ['a password that never ends', { password: 'x'.repeat(129) }, 'password'],
    ['no address', { email: 'ada at school' }, 'email'],
    ['no name', { name: '   ' }, 'name'],
    ['a name that turns around', { name: 'Ada\u202e' }, 'name'],
  ])('is not made with %s', async (_, change, path) => {
    const body = { name: 'Ada', email: newAddress(), password: PASSWORD, locale: 'en', ...change };
    const refused = await new LearnerClient().send('POST', '/api/account/sign-up', body);
    expectProblem(refused, 'invalid-body');
    expect(refused.body).toMatchObject({ errors: [{ path }] });
  });

  it('is opened by address and password, and the session before ends', async () => {
    const email = newAddress();
    const client = await newAccount(email);
    const first = client.cookie;
    const { status, body } = await signIn(client, email);
    expect(status).toBe(200);
    expect(sessionReply.parse(body)).toMatchObject({ learner: 'signed-in', account: { email } });
    const second = client.cookie;
    expect(second).not.toBe(first);
    client.cookie = first;
    expect((await client.send('GET', '/api/session')).body).toMatchObject({ learner: 'nobody' });
  });

  it('says the same of an address that it does not know and of a password that is wrong', async () => {
    const email = newAddress();
    await newAccount(email);
    const wrong = await signIn(new LearnerClient(), email, 'something else');
    const unknown = await signIn(new LearnerClient(), newAddress());
    expectProblem(wrong, 'wrong-credentials');
    expect(unknown).toMatchObject({ status: wrong.status, body: wrong.body, setCookies: [] });
  });

  it('is closed by signing out, on the server too; who never signed in stays who they are', async () => {
    const client = await newAccount(newAddress());
    const { cookie } = client;
    const { status, setCookies } = await client.send('POST', '/api/account/sign-out');
    expect(status).toBe(204);
    expect(setCookies.some((line) => /^2msl\.session_token=;.*Max-Age=0/.test(line))).toBe(true);
    client.cookie = cookie;
    expectProblem(await client.send('POST', '/api/attempts', answer()), 'no-session');

    const anonymous = await newLearner();
    expect((await anonymous.send('POST', '/api/account/sign-out')).setCookies).toEqual([]);
    expect((await anonymous.send('GET', '/api/session')).body).toMatchObject({ learner: 'anonymous' });
  });

  it('may be guessed at ten times from one address, then there is a pause there and nowhere else', async () => {
    const [email, other] = [newAddress(), newAddress()];
    await newAccount(email);
    await newAccount(other);
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const guess = (address: string, password: string, account = email) =>
      new LearnerClient().send(
        'POST',
        '/api/account/sign-in',
        { email: account, password, locale: 'zh' },
        from(address),
      );
    for (let tries = 0; tries < 10; tries += 1) {
      expectProblem(await guess('198.51.100.7', 'wrong'), 'wrong-credentials');
    }
    const refused = await guess('198.51.100.7', PASSWORD);
    expectProblem(refused, 'too-many-tries');
    expect(refused.body).toMatchObject({ detail: expect.stringMatching(/请 1[45] 分钟后再试/) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await guess('198.51.100.7', PASSWORD, other)).status).toBe(200);
    expect((await guess('198.51.100.8', PASSWORD)).status).toBe(200);
  });

  it('forgets slips once the password was right', async () => {
    const email = newAddress();
    const client = await newAccount(email);
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 5; tries += 1) await signIn(client, email, 'wrong');
      expect((await signIn(client, email)).status).toBe(200);
    }
  }, 30_000);
}

function signIn(client: LearnerClient, email: string, password = PASSWORD) {
  return client.send('POST', '/api/account/sign-in', { email, password, locale: 'en' });
}
