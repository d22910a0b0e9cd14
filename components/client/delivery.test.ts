import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from './call';
import { createDelivery } from './delivery';
import { drop, type KeptItem, keep, outbox } from './outbox';

const OK: Reply = { ok: true, body: null };
const UNREACHABLE: Reply = { ok: false, fault: { kind: 'unreachable' } };

function refusal(status: number, retryAfterMs: number | null = null): Reply {
  const problem = { type: '/problems/x', title: 'x', status, detail: 'because' };
  return { ok: false, fault: { kind: 'problem', problem, retryAfterMs } };
}

function keepReading(id: string, keptAt: number): void {
  const body = { id, chapter: 'reason-two', section: id, locale: 'en', readAt: '2026-11-22T12:00:00.000Z' } as const;
  keep({ kind: 'reading', body }, keptAt);
}

/** A server that answers as it is told, and a clock that only remembers what it was asked to do later. */
function setUp(answer: (id: string) => Reply | Promise<Reply>, session: () => Reply = () => OK) {
  const sent: string[] = [];
  const delivered: string[] = [];
  const later: { ms: number; work: () => void }[] = [];
  let sessions = 0;
  const delivery = createDelivery({
    async call(_method, _path, body) {
      const { id } = body as KeptItem['body'];
      sent.push(id);
      return answer(id);
    },
    async openSession() {
      sessions += 1;
      return session();
    },
    renewSession: () => sent.push('renew'),
    delivered: (item) => delivered.push(item.body.id),
    chance: () => 0.5,
    after: (ms, work) => later.push({ ms, work }),
  });
  return { ...delivery, sent, delivered, later, sessions: () => sessions };
}

const waiting = () => outbox.get().map(({ body }) => body.id);

afterEach(() => {
  for (const id of waiting()) drop(id);
});

describe('delivery', () => {
  it('asks for a session first, sends one by one, oldest first, and empties the outbox', async () => {
    const { flush, sent, delivered, sessions } = setUp(() => OK);
    keepReading('b', 2);
    keepReading('a', 1);
    await flush();
    expect(sent).toEqual(['a', 'b']);
    expect(delivered).toEqual(['a', 'b']);
    expect(sessions()).toBe(2);
    expect(waiting()).toEqual([]);
  });

  it('asks for nothing when there is nothing to send', async () => {
    const { flush, sent, sessions } = setUp(() => OK);
    await flush();
    expect([sent.length, sessions()]).toEqual([0, 0]);
  });

  it('keeps everything while nobody answers, says that it waits, and tries again later', async () => {
    let up = false;
    const { flush, sent, later } = setUp(() => (up ? OK : UNREACHABLE));
    keepReading('a', 1);
    keepReading('b', 2);
    await flush();
    expect(sent).toEqual(['a']);
    expect(outbox.get().map(({ held }) => held)).toEqual([true, true]);
    await flush();
    expect(later.map(({ ms }) => ms)).toEqual([1_000, 2_000]);
    up = true;
    later.at(-1)?.work();
    await flush();
    expect(waiting()).toEqual([]);
  });

  it('waits with a session that cannot be had', async () => {
    const { flush, sent, later } = setUp(
      () => OK,
      () => UNREACHABLE,
    );
    keepReading('a', 1);
    await flush();
    expect([sent, waiting(), later.length]).toEqual([[], ['a'], 1]);
  });

  it('keeps what the server will never take, with its reason, and sends what stands behind it', async () => {
    const { flush, delivered, later } = setUp((id) => (id === 'bad' ? refusal(422) : OK));
    keepReading('bad', 1);
    keepReading('good', 2);
    await flush();
    expect(delivered).toEqual(['good']);
    expect(outbox.get().map(({ body, refused }) => [body.id, refused?.detail])).toEqual([['bad', 'because']]);
    expect(later).toEqual([]);
    await flush();
    expect(delivered).toEqual(['good']);
  });

  it('lets an item that the server stumbles over go to the end of the queue', async () => {
    const { flush, sent } = setUp((id) => (id === 'poison' ? refusal(500) : OK));
    keepReading('poison', 1);
    keepReading('good', 2);
    await flush();
    await flush();
    expect(sent).toEqual(['poison', 'good', 'poison']);
    expect(waiting()).toEqual(['poison']);
  });

  it('waits as long as a busy server asks', async () => {
    const { flush, later } = setUp(() => refusal(429, 20_000));
    keepReading('a', 1);
    await flush();
    expect(later.map(({ ms }) => ms)).toEqual([20_000]);
  });

  it('makes a new session once when the old one is no longer known', async () => {
    let known = false;
    const { flush, sent } = setUp(() => {
      if (known) return OK;
      known = true;
      return refusal(401);
    });
    keepReading('a', 1);
    await flush();
    expect(sent).toEqual(['a', 'renew', 'a']);
    expect(waiting()).toEqual([]);
  });

  it('keeps what a browser without cookies cannot send', async () => {
    const { flush, sent, later } = setUp(() => refusal(401));
    keepReading('a', 1);
    await flush();
    expect(sent).toEqual(['a', 'renew', 'a', 'renew']);
    expect([waiting(), outbox.get()[0]?.refused, later.length]).toEqual([['a'], null, 1]);
  });

  it('does not bring back what was let go while it was on its way', async () => {
    const { flush } = setUp((id) => {
      drop(id);
      return refusal(500);
    });
    keepReading('a', 1);
    await flush();
    expect(waiting()).toEqual([]);
  });

  it('may be asked to send by whoever listens to the outbox', async () => {
    const { flush, sent } = setUp(() => OK);
    const unsubscribe = outbox.subscribe(() => void flush());
    keepReading('a', 1);
    await flush();
    unsubscribe();
    await flush();
    expect(sent).toEqual(['a']);
  });

  it('sends what is added while it sends, and never the same twice at once', async () => {
    const { flush, sent } = setUp((id) => {
      if (id === 'a') keepReading('b', 2);
      return OK;
    });
    keepReading('a', 1);
    await Promise.all([flush(), flush(), flush()]);
    await flush();
    expect(sent).toEqual(['a', 'b']);
  });
});
