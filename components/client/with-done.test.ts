import { describe, expect, it } from 'vitest';
import { questionId } from '@/model/question';
import { NO_PROGRESS, withDone, withWaiting } from './with-done';

const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`;
const section = (name: string, minute: number) =>
  ({ kind: 'section', chapter: 'reason-two', section: name, at: at(minute) }) as const;
const id = questionId.parse('who-answers');
const question = (right: boolean, minute: number) =>
  ({ kind: 'question', chapter: 'reason-two', id, right, at: at(minute) }) as const;

describe('progress with one more thing done', () => {
  it('counts a section once and remembers where the learner was last', () => {
    const once = withDone(NO_PROGRESS, section('opening', 1));
    const twice = withDone(once, section('opening', 2));
    expect(twice.chapters).toEqual(once.chapters);
    expect(twice.last).toEqual({ chapter: 'reason-two', section: 'opening', at: at(2) });
  });

  it('does not take what arrives late for the newest', () => {
    const { last } = withDone(withDone(NO_PROGRESS, section('recap', 5)), section('opening', 1));
    expect(last?.section).toBe('recap');
  });

  it('keeps the first judgement and the last, and counts the attempts', () => {
    const after = [question(false, 1), question(true, 2), question(true, 3)].reduce(withDone, NO_PROGRESS);
    expect(after.chapters[0]?.questions).toEqual([{ id, first: false, last: true, attempts: 3 }]);
  });

  it('adds what waits in the outbox to what the server knows, but no answer before it is graded', () => {
    const body = { id: 'x', locale: 'en' as const };
    const known = withDone(NO_PROGRESS, section('opening', 1));
    const all = withWaiting(known, [
      { kind: 'reading', body: { ...body, chapter: 'reason-one', section: 'recap', readAt: at(2) } },
      { kind: 'simulation', body: { ...body, chapter: 'reason-two', scenario: 'last-ack-lost', triedAt: at(3) } },
      { kind: 'simulation', body: { ...body, chapter: null, scenario: 'four-way-close', triedAt: at(4) } },
      {
        kind: 'attempt',
        body: { ...body, questionId: id, revision: 1, response: { kind: 'number', value: 1 }, answeredAt: at(5) },
      },
    ]);
    expect(all.chapters).toEqual([
      { chapter: 'reason-two', sections: ['opening'], simulators: ['last-ack-lost'], questions: [] },
      { chapter: 'reason-one', sections: ['recap'], simulators: [], questions: [] },
    ]);
    expect(all.last).toEqual({ chapter: 'reason-two', section: null, at: at(3) });
  });
});
