import 'server-only';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LearnerClient, newAccount, newLearner, PASSWORD } from './learner-client';
import { answer, countRows, expectProblem, exportOf, newAddress, reading, simulation, someChapter } from './samples';

export function describeMoving(): void {
  it('is everything, at sign-up and at sign-in; of what was done twice the earlier stays', async () => {
    const email = newAddress();
    const { chapter, sections } = await someChapter();
    const [shared = '', other = ''] = sections;
    const [first, second] = [await newLearner(), await newLearner()];
    const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`;
    const early = { ...reading({ chapter, section: shared }), readAt: day(1) };
    const tried = await simulation();
    await first.send('POST', '/api/attempts', answer());
    await first.send('POST', '/api/reading', { ...reading({ chapter, section: shared }), readAt: day(2) });
    await first.send('POST', '/api/simulations', { ...tried, triedAt: day(1) });
    await newAccount(email, first);
    expect(await exportOf(first)).toMatchObject({ attempts: [{}], sectionsRead: [{}], simulatorsTried: [{}] });

    await second.send('POST', '/api/attempts', answer());
    await second.send('POST', '/api/reading', early);
    await second.send('POST', '/api/reading', reading({ chapter, section: other }));
    await second.send('POST', '/api/simulations', { ...(await simulation()), triedAt: day(2) });
    const before = await countRows();
    await second.send('POST', '/api/account/sign-in', { email, password: PASSWORD, locale: 'en' });

    const moved = await exportOf(second);
    expect(moved.attempts).toHaveLength(2);
    expect(moved.sectionsRead.map(({ section }) => section).sort()).toEqual([shared, other].sort());
    expect(moved.sectionsRead).toContainEqual({ ...early, receivedAt: expect.any(String) });
    expect(moved.simulatorsTried).toMatchObject([{ id: tried.id, triedAt: day(1) }]);
    expect(await countRows()).toMatchObject({ users: before.users - 1, sessions: before.sessions });
    expect(await exportOf(first)).toMatchObject({ attempts: moved.attempts });
  });

  it('has the verdicts with it: an answer sent before, and again after, hears the same', async () => {
    const client = await newLearner();
    const sent = answer({ response: { kind: 'one', option: 'a' } });
    const first = await client.send('POST', '/api/attempts', sent);
    await newAccount(newAddress(), client);
    expect(await client.send('POST', '/api/attempts', sent)).toMatchObject({ status: 200, body: first.body });
    expect((await exportOf(client)).attempts).toHaveLength(1);
  });

  it('is not lost when the wrong password is given, nor when an account signs in to another', async () => {
    const email = newAddress();
    await newAccount(email);
    const client = await newLearner();
    await client.send('POST', '/api/attempts', answer());
    const wrong = { email, password: 'wrong', locale: 'en' };
    expectProblem(await client.send('POST', '/api/account/sign-in', wrong), 'wrong-credentials');
    expect((await exportOf(client)).attempts).toHaveLength(1);

    const own = newAddress();
    await newAccount(own, client);
    await client.send('POST', '/api/account/sign-in', { email, password: PASSWORD, locale: 'en' });
    expect((await exportOf(client)).attempts).toEqual([]);
    await client.send('POST', '/api/account/sign-in', { email: own, password: PASSWORD, locale: 'en' });
    expect((await exportOf(client)).attempts).toHaveLength(1);
  });

  it('is complete although answers arrive while it is moved', async () => {
    const email = newAddress();
    await newAccount(email);
    const client = await newLearner();
    const anonymous = client.cookie;
    // Tabs that were open before, and whose requests left with the old cookie at about the time of the move.
    const tabs = Array.from({ length: 12 }, () => Object.assign(new LearnerClient(), { cookie: anonymous }));
    const sent = Array.from({ length: 60 }, () => answer());
    const moving = enter(client, email);
    const late: object[] = [];
    await Promise.all(
      tabs.map(async (tab, i) => {
        for (const body of sent.slice(5 * i, 5 * i + 5)) {
          const { status } = await tab.send('POST', '/api/attempts', body);
          if (status === 401) late.push(body);
          else expect(status).toBe(201);
        }
      }),
    );
    await moving;
    for (const body of late) expect((await client.send('POST', '/api/attempts', body)).status).toBe(201);
    expect((await exportOf(client)).attempts.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort());
  });

  it('is the union of what all devices did, nothing twice, however their requests fall together', async () => {
    const { chapter, sections } = await someChapter();
    const device = fc.nat({ max: 2 });
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), device }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), device, section: fc.nat({ max: 2 }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('sign-in' as const), device }) },
    );
    // The steps of one array are sent at once.
    const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const email = newAddress();
        await newAccount(email);
        const devices = [await newLearner(), await newLearner(), await newLearner()] as const;
        const attempts: string[] = [];
        const read = new Map<string, string>();
        const now = Date.now();
        let clock = 0;
        const run = async (each: (typeof plan)[number][number]): Promise<void> => {
          const client = devices[each.device] ?? devices[0];
          clock += 1;
          if (each.do === 'sign-in') return enter(client, email);
          if (each.do === 'answer') {
            const body = answer();
            attempts.push(body.id);
            return deliver(client, '/api/attempts', body);
          }
          const section = sections[each.section] ?? '';
          // Later requests say that they read earlier, so that the earliest is not simply the first to arrive.
          const readAt = new Date(now - 1000 * clock).toISOString();
          if (readAt < (read.get(section) ?? '9')) read.set(section, readAt);
          return deliver(client, '/api/reading', { ...reading({ chapter, section }), readAt });
        };
        for (const round of plan) await Promise.all(round.map(run));
        for (const client of devices) await enter(client, email);
        const all = await exportOf(devices[0]);
        expect(all.attempts.map(({ id }) => id).sort()).toEqual(attempts.sort());
        expect(all.sectionsRead.map(({ section }) => section).sort()).toEqual([...read.keys()].sort());
      }),
      { numRuns: 5 },
    );
  }, 60_000);
}

async function enter(client: LearnerClient, email: string): Promise<void> {
  const { status } = await client.send('POST', '/api/account/sign-in', { email, password: PASSWORD, locale: 'en' });
  expect(status).toBe(200);
}

/** As the browser's outbox does: asks to be known, sends, and again with the same id while the cookie is refused. */
async function deliver(client: LearnerClient, path: string, body: object): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const { status } = await client.send('POST', path, body);
    if (status !== 401) return expect([200, 201, 204]).toContain(status);
    await client.send('POST', '/api/session');
  }
  throw new Error(`${path} was refused five times`);
}
