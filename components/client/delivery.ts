import type { AttemptResult } from '@/model/attempt';
import type { OpenAnswerResult } from '@/model/open-question';
import { answers, followAnswersOfOtherTabs, recordResult } from './answers';
import { backOffMs } from './back-off';
import { type Call, call, type Fault, isPassing, type Reply } from './call';
import { oneAtATime } from './one-at-a-time';
import { followOpenAnswersOfOtherTabs, recordOpenResult } from './open-answers';
import { drop, followOtherTabs, type KeptItem, nextToSend, note, outbox, reread } from './outbox';
import { followProgressOfOtherTabs, progress, setProgress } from './progress';
import { openSession, renewSession } from './session';
import { createStore } from './store';
import { type Done, doneBy, NO_PROGRESS, withDone } from './with-done';

const PATHS: Readonly<Record<KeptItem['kind'], string>> = {
  attempt: '/api/attempts',
  reading: '/api/reading',
  simulation: '/api/simulations',
  'open-answer': '/api/open-answers',
  'open-assessment': '/api/open-assessments',
  'review-plan': '/api/me/review-plan',
};

/** The last thing that went wrong on the way to the server; null while nothing is wrong. */
export const trouble = createStore<Fault | null>(null);

/** What delivery needs of the world, as arguments, so that a test can be the world. */
export interface World {
  readonly call: Call;
  readonly openSession: () => Promise<Reply>;
  readonly renewSession: () => void;
  readonly delivered: (item: KeptItem, body: unknown) => void;
  readonly chance: () => number;
  readonly after: (ms: number, work: () => void) => void;
}

/** Sends what the outbox holds, one item at a time, for as long as that works; then again after a while. */
export function createDelivery(world: World): { flush(): Promise<void> } {
  let failures = 0;
  let running: Promise<void> | null = null;
  let wantedAgain = false;

  /** Sends one item. Null when the queue may go on, else what stands in the way. */
  async function send(item: KeptItem, mayRenew = true): Promise<Fault | null> {
    const session = await world.openSession();
    if (!session.ok) return session.fault;
    const reply = await world.call('POST', PATHS[item.kind], item.body);
    if (reply.ok) {
      world.delivered(item, reply.body);
      drop(item.body.id);
      return null;
    }
    const { fault } = reply;
    if (fault.kind === 'unreachable') return fault;
    if (fault.problem.status === 401) {
      world.renewSession();
      // Not if the learner has just deleted everything: that would make them anew.
      const wanted = outbox.get().some(({ body }) => body.id === item.body.id);
      return mayRenew && wanted ? send(item, false) : fault;
    }
    if (!isPassing(fault)) {
      // What the server will never take stays for the learner to see, and does not hold up the others.
      note(item.body.id, { held: true, refused: fault.problem });
      return null;
    }
    note(item.body.id, { tries: item.tries + 1 });
    return fault;
  }

  async function pass(): Promise<void> {
    reread();
    for (let item = nextToSend(outbox.get()); item; item = nextToSend(outbox.get())) {
      const fault = await send(item);
      if (fault) return pause(fault);
      failures = 0;
    }
    trouble.set(null);
  }

  function pause(fault: Fault): void {
    failures += 1;
    wantedAgain = false;
    for (const { body, held } of outbox.get()) if (!held) note(body.id, { held: true });
    trouble.set(fault);
    const retryAfterMs = fault.kind === 'problem' ? fault.retryAfterMs : null;
    world.after(backOffMs(failures, world.chance(), retryAfterMs), () => void flush());
  }

  function flush(): Promise<void> {
    wantedAgain = running !== null;
    // Not before the next turn: the first step of a pass already tells listeners, and one of them calls this again.
    running ??= Promise.resolve()
      .then(() => oneAtATime('2msl-outbox', pass))
      .finally(() => {
        running = null;
        if (wantedAgain) void flush();
      });
    return running;
  }

  return { flush };
}

/** Remembers what the server has taken: the grade of an answer, and one more thing done. */
function delivered(item: KeptItem, body: unknown): void {
  const result = item.kind === 'attempt' && isAttemptResult(body) ? body : null;
  if (result) recordResult(result);
  if (item.kind === 'open-answer' && isOpenResult(body)) recordOpenResult(body);
  const done = result ? answered(result) : doneBy(item);
  if (done) setProgress(withDone(progress.get() ?? NO_PROGRESS, done));
}

function answered({ questionId, correct, answeredAt }: AttemptResult): Done | null {
  // A generated question belongs to no chapter, only to where it can be read up.
  if (questionId.startsWith('generated-')) return null;
  const chapter = answers.get()[questionId]?.chapter;
  return chapter === undefined ? null : { kind: 'question', chapter, id: questionId, right: correct, at: answeredAt };
}

let timer: ReturnType<typeof setTimeout> | undefined;
const delivery = createDelivery({
  call,
  openSession,
  renewSession,
  delivered,
  chance: Math.random,
  after(ms, work) {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  },
});

/** Sends what waits, now. The item's own entry in the outbox says how it went. */
export const flush = delivery.flush;

let started = false;

/** Sends what waits, and again whenever there is reason to hope: the network is back, the page is looked at. */
export function startDelivery(): void {
  if (started) return;
  started = true;
  followOtherTabs();
  followAnswersOfOtherTabs();
  followOpenAnswersOfOtherTabs();
  followProgressOfOtherTabs();
  window.addEventListener('online', () => void flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && outbox.get().length > 0) void flush();
  });
  outbox.subscribe(() => {
    if (outbox.get().some(({ held }) => !held)) void flush();
  });
  void flush();
}

function isAttemptResult(body: unknown): body is AttemptResult {
  return typeof body === 'object' && body !== null && 'feedback' in body && 'questionId' in body && 'solution' in body;
}

function isOpenResult(body: unknown): body is OpenAnswerResult {
  return typeof body === 'object' && body !== null && 'key' in body && 'questionId' in body && 'assessment' in body;
}
