import { describe, expect, it } from 'vitest';
import type { Answer } from '@/components/client/answers';
import type { KeptItem } from '@/components/client/outbox';
import { attemptResult } from '@/model/attempt';
import { questionId } from '@/model/question';
import { phaseOf } from './phase';

const id = '00000000-0000-4000-8000-000000000001';
const at = '2026-11-22T12:00:00.000Z';
const response = { kind: 'one', option: 'a' } as const;
const result = attemptResult.parse({
  id,
  questionId: 'q',
  correct: true,
  score: 1,
  feedback: [],
  explanation: 'so',
  solution: response,
  engineVersion: '1',
  answeredAt: at,
  receivedAt: at,
});
const answer: Answer = {
  questionId: 'q',
  chapter: 'c',
  revision: 2,
  attemptId: id,
  response,
  locale: 'en',
  answeredAt: at,
  result: null,
};
const body = { id, questionId: questionId.parse('q'), revision: 2, response, locale: 'en', answeredAt: at } as const;
const item: KeptItem = { kind: 'attempt', body, keptAt: 0, tries: 0, held: false, refused: null };
const problem = { type: '/problems/question-changed', title: 'x', status: 409, detail: 'x' };

describe('where a question stands', () => {
  it('is unsent without an answer', () => {
    expect(phaseOf(undefined, [], 2)).toEqual({ state: 'unsent', revised: false });
  });

  it('is sending, kept or refused as its item in the outbox says', () => {
    expect(phaseOf(answer, [item], 2).state).toBe('sending');
    expect(phaseOf(answer, [{ ...item, held: true }], 2).state).toBe('kept');
    expect(phaseOf(answer, [{ ...item, held: true, refused: problem }], 2)).toEqual({
      state: 'refused',
      answer,
      problem,
    });
  });

  it('is saved with its result', () => {
    expect(phaseOf({ ...answer, result }, [], 2)).toEqual({ state: 'saved', answer: { ...answer, result }, result });
  });

  it('is unsent again once the question was revised, but not while the answer is on its way', () => {
    expect(phaseOf({ ...answer, result }, [], 3)).toEqual({ state: 'unsent', revised: true });
    expect(phaseOf(answer, [{ ...item, held: true }], 3).state).toBe('kept');
  });

  it('is unsent when the browser has lost one half', () => {
    expect(phaseOf(answer, [], 2)).toEqual({ state: 'unsent', revised: false });
  });
});
