import 'server-only';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetAuth } from '@/server/auth/auth';
import { LearnerClient, PASSWORD } from './learner-client';
import { type Mailbox, openMailbox } from './mailbox';
import { answer, countRows, expectProblem, exportOf, newAddress } from './samples';

/** What is different where mail is set up: a mailbox is proved, and nobody hears which addresses have accounts. */
export function describeMail(): void {
  let mail: Mailbox;
  beforeAll(async () => {
    mail = await openMailbox();
    Object.assign(process.env, {
      SMTP_URL: mail.url,
      MAIL_FROM: '2MSL <book@school.example>',
      SITE_URL: 'https://book.example/',
    });
    forgetAuth();
  });
  afterAll(async () => {
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'SITE_URL']) delete process.env[name];
    forgetAuth();
    await mail.stop();
  });

  it('proves an address before anybody signs in; what was done before comes along then', async () => {
    const email = newAddress();
    const client = new LearnerClient();
    await client.send('POST', '/api/session');
    await client.send('POST', '/api/attempts', answer());
    const made = await signUp(client, email);
    expect(made).toMatchObject({ status: 201, body: { next: 'confirm', account: null }, setCookies: [] });
    const first = await mail.take(email);
    expect(first).toContain('From: 2MSL <book@school.example>');
    expectProblem(await signIn(client, email, 'wrong'), 'wrong-credentials');
    expectProblem(await signIn(client, email), 'email-not-confirmed');
    const confirm = { secret: secretIn(await mail.take(email), '/zh/confirm-email'), locale: 'zh' };
    const confirmed = await new LearnerClient().send('POST', '/api/account/confirm-email', confirm);
    expect(confirmed).toMatchObject({ status: 200, body: { email } });
    expectProblem(await client.send('POST', '/api/account/confirm-email', confirm), 'link-of-no-use');
    expect((await signIn(client, email)).status).toBe(200);
    expect((await exportOf(client)).attempts).toHaveLength(1);
  });

  it('says the same of an address that is taken, and writes to its owner', async () => {
    const email = await newAccountByMail();
    const before = await countRows();
    const again = await signUp(new LearnerClient(), email);
    const other = newAddress();
    const fresh = await signUp(new LearnerClient(), other);
    expect(again).toMatchObject({ status: fresh.status, body: fresh.body, setCookies: [] });
    expect(secretIn(await mail.take(other), '/zh/confirm-email')).not.toBe('');
    expect(await mail.take(email)).toMatch(/https:\/\/book\.example\/zh\/sign-in/);
    expect(await countRows()).toMatchObject({ users: before.users + 1 });
  });

  it('sends a link for a new password, and says the same where there is no account', async () => {
    const email = await newAccountByMail();
    const ask = (address: string) =>
      new LearnerClient().send('POST', '/api/account/reset', { email: address, locale: 'zh' });
    const [known, unknown] = [await ask(email), await ask(newAddress())];
    expect(known).toMatchObject({ status: 202, body: { by: 'mail' } });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const secret = secretIn(await mail.take(email), '/zh/reset-password');
    const finish = { secret, password: 'battery staple', locale: 'en' };
    expect((await new LearnerClient().send('POST', '/api/account/reset/finish', finish)).status).toBe(204);
    expect((await signIn(new LearnerClient(), email, 'battery staple')).status).toBe(200);
  });

  it('changes an address when the new mailbox has been proved, and tells the old one', async () => {
    const [email, next, taken] = [await newAccountByMail(), newAddress(), await newAccountByMail()];
    const client = new LearnerClient();
    await signIn(client, email);
    const change = { email: next, password: PASSWORD, locale: 'zh' };
    const asked = await client.send('POST', '/api/account/email', change);
    expect(asked).toMatchObject({ status: 200, body: { next: 'confirm', account: { email } } });
    expect((await client.send('POST', '/api/account/email', { ...change, email: taken })).body).toEqual(asked.body);
    expect(await mail.take(taken)).toContain('/zh/sign-in');
    const confirm = { secret: secretIn(await mail.take(next), '/zh/confirm-email'), locale: 'zh' };
    expect((await client.send('POST', '/api/account/confirm-email', confirm)).body).toEqual({ email: next });
    expect(await mail.take(email)).toContain('/zh/privacy');
    expect((await client.send('GET', '/api/account')).body).toMatchObject({ email: next, emailConfirmed: true });
  });

  async function newAccountByMail(): Promise<string> {
    const email = newAddress();
    await signUp(new LearnerClient(), email);
    const confirm = { secret: secretIn(await mail.take(email), '/zh/confirm-email'), locale: 'zh' };
    await new LearnerClient().send('POST', '/api/account/confirm-email', confirm);
    return email;
  }
}

/** The link stands in the letter by its public address, whatever Host the request came to. */
function secretIn(letter: string, page: string): string {
  const [, secret = ''] = letter.split(`https://book.example${page}#`);
  expect(secret).toMatch(/^[\w-]{32}\s/);
  return secret.split(/\s/)[0] ?? '';
}

function signUp(client: LearnerClient, email: string) {
  return client.send('POST', '/api/account/sign-up', { name: 'Ada', email, password: PASSWORD, locale: 'zh' });
}

function signIn(client: LearnerClient, email: string, password = PASSWORD) {
  return client.send('POST', '/api/account/sign-in', { email, password, locale: 'zh' });
}
