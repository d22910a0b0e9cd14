import { expect, it } from 'vitest';
import type { OpenAnswer } from '@/components/client/open-answers';
import type { KeptItem } from '@/components/client/outbox';
import { openPhaseOf } from './use-open-question';

const answer: OpenAnswer = {
  ...{ questionId: 'q', revision: 2, answerId: 'a', locale: 'en', how: 'typed', text: 'FIN' },
  answeredAt: '2026-01-01T00:00:00Z',
  key: null,
  met: null,
};
const revealed: OpenAnswer = { ...answer, key: { id: 'q' } as never };
const item = (change: object) =>
  ({ kind: 'open-answer', body: { id: 'a' }, keptAt: 0, tries: 0, held: false, refused: null, ...change }) as KeptItem;

it('says of an answer where it is', () => {
  expect(openPhaseOf(undefined, [], 2).state).toBe('unsent');
  expect(openPhaseOf(answer, [item({})], 2).state).toBe('sending');
  expect(openPhaseOf(answer, [item({ held: true })], 2).state).toBe('kept');
  expect(openPhaseOf(answer, [item({ refused: { status: 409 } })], 2).state).toBe('refused');
  expect(openPhaseOf(revealed, [], 2).state).toBe('revealed');
});

it('knows a judgement that is saved from one that waits', () => {
  const judged = { ...revealed, met: ['a'] };
  expect(openPhaseOf(judged, [], 2)).toMatchObject({ state: 'judged', isSaved: true });
  expect(openPhaseOf(judged, [item({ kind: 'open-assessment' })], 2)).toMatchObject({ isSaved: false });
});

it('asks anew what was lost on the way, or has been changed since', () => {
  expect(openPhaseOf(answer, [], 2).state).toBe('unsent');
  expect(openPhaseOf(revealed, [], 3).state).toBe('unsent');
});
