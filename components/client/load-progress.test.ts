import { afterEach, describe, expect, it, vi } from 'vitest';
import { attemptResult, type Progress } from '@/model/attempt';
import { questionId } from '@/model/question';
import { answers, forgetAnswers, recordAnswer } from './answers';
import { loadProgress } from './load-progress';
import { drop, keep, outbox } from './outbox';
import { forgetProgress, progress } from './progress';
import { forgetLearner, hasLearner } from './session';

const at = '2026-11-22T12:00:00.000Z';
const response = { kind: 'number', value: 1 } as const;

function remember(question: string, attemptId: string, graded: boolean): void {
  const result = attemptResult.parse({
    id: attemptId,
    questionId: question,
    correct: true,
    score: 1,
    feedback: [],
    explanation: 'so',
    solution: response,
    engineVersion: '1',
    answeredAt: at,
    receivedAt: at,
  });
  recordAnswer({
    questionId: question,
    chapter: 'c',
    revision: 1,
    attemptId,
    response,
    locale: 'en',
    answeredAt: at,
    result: graded ? result : null,
  });
}

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** What the server knows: one right answer, to the question `known`. */
const known: Progress = {
  chapters: [
    {
      chapter: 'c',
      sections: [],
      simulators: [],
      questions: [{ id: questionId.parse('known'), first: true, last: true, attempts: 1 }],
    },
  ],
  last: { chapter: 'c', section: null, at },
};

function answerWith(reply: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async () => reply());
}

afterEach(() => {
  vi.unstubAllGlobals();
  for (const { body } of outbox.get()) drop(body.id);
  forgetAnswers();
  forgetProgress();
  forgetLearner();
});

describe('loading progress', () => {
  it("takes the server's word, adds what waits here, and remembers that there is a learner", async () => {
    answerWith(() => Response.json(known));
    keep({ kind: 'reading', body: { id: id(1), chapter: 'c', section: 'recap', locale: 'en', readAt: at } });
    expect(await loadProgress()).toBeNull();
    expect(progress.get()?.chapters[0]).toMatchObject({ sections: ['recap'], questions: [{ id: 'known' }] });
    expect(hasLearner()).toBe(true);
  });

  it('remembers nobody where the server knows nobody', async () => {
    answerWith(() => Response.json({ chapters: [], last: null }));
    await loadProgress();
    expect(hasLearner()).toBe(false);
  });

  it('forgets results that the server does not know, and keeps what is still on its way', async () => {
    remember('known', id(1), true);
    remember('unknown', id(2), true);
    remember('on-its-way', id(3), false);
    answerWith(() => Response.json(known));
    await loadProgress();
    expect(Object.keys(answers.get())).toEqual(['known', 'on-its-way']);
  });

  it('keeps a result that arrived while it asked', async () => {
    answerWith(() => {
      remember('fresh', id(4), true);
      return Response.json(known);
    });
    await loadProgress();
    expect(Object.keys(answers.get())).toEqual(['fresh']);
  });

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('fetch failed')), { kind: 'unreachable' }],
    ['a page of the network answers', () => new Response('<html>Please sign in</html>'), { kind: 'unreachable' }],
    ['something else answers', () => Response.json(['not progress']), { kind: 'unreachable' }],
    [
      'a proxy fails',
      () => new Response('Bad gateway', { status: 502 }),
      { kind: 'problem', problem: { status: 502 } },
    ],
  ])('says so when %s, and forgets nothing', async (_, reply, fault) => {
    remember('unknown', id(2), true);
    answerWith(reply);
    expect(await loadProgress()).toMatchObject(fault);
    expect(Object.keys(answers.get())).toEqual(['unknown']);
    expect(progress.get()).toBeNull();
  });
});
