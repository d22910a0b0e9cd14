import { describe, expect, it } from 'vitest';
import type { KeptItem } from '@/components/client/outbox';
import { type PublicQuestion, publicQuestion } from '@/model/question';
import { type ReviewLog, reviewLog } from '@/model/review';
import { backMs, todaysList } from './todays-list';

const HOUR = 3_600_000;
const NOW = new Date('2026-11-20T18:00').getTime();
const at = (daysAgo: number) => new Date(NOW - daysAgo * 24 * HOUR).toISOString();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const question = (id: string, depth: string): PublicQuestion =>
  publicQuestion.parse({
    id,
    revision: 1,
    chapter: 'how-long',
    section: 'the-claim',
    topic: 'two-msl',
    skill: 'clock',
    depth,
    prompt: id,
    kind: 'number',
    unit: 's',
  });
const QUESTIONS = ['old', 'sure', 'fresh'].map((id) => question(id, 'senior'));
const NEW = [question('hard-new', 'senior'), question('easy-new', 'junior')];

const log = (
  answers: readonly [id: string, daysAgo: number, score: number, confidence?: string][],
  plan: ReviewLog['plan'] = null,
) =>
  reviewLog.parse({
    plan,
    answers: answers.map(([questionId, daysAgo, score, confidence = null], n) => ({
      id: uuid(n),
      questionId,
      answeredAt: at(daysAgo),
      score,
      confidence,
      open: false,
    })),
  });
const ANSWERS = log([
  ['old', 9, 1],
  ['sure', 4, 0, 'sure'],
  ['fresh', 0.1, 1],
  ['gone-from-the-book', 9, 0],
]);
const kept = (body: object): KeptItem =>
  ({ kind: 'attempt', body, keptAt: NOW, tries: 0, held: true, refused: null }) as unknown as KeptItem;
const given = { questions: [...QUESTIONS, ...NEW], log: ANSWERS, waiting: [], nowMs: NOW, more: 0 };
const plan = (interviewOn: string | null, dailyLength: number) => ({ interviewOn, dailyLength, chosenAt: at(1) });

describe('today’s list', () => {
  it('asks what is due, sure-but-wrong first, then new questions, the easier first; what the book lost it leaves out', () => {
    expect(todaysList(given)).toEqual({
      list: ['sure', 'old', 'easy-new', 'hard-new'],
      due: 2,
      done: 1,
      interview: 'none',
    });
  });

  it('is no longer than was chosen, less what was answered today, and longer when more is asked for', () => {
    const short = { ...given, log: { ...ANSWERS, plan: plan(null, 2) } };
    expect(todaysList(short).list).toEqual(['sure']);
    expect(todaysList({ ...short, more: 1 }).list).toEqual(['sure', 'old']);
  });

  it('does not ask again what waits to be graded, and counts it as done', () => {
    const waiting = [kept({ id: uuid(90), questionId: 'sure', answeredAt: at(0) })];
    expect(todaysList({ ...given, waiting })).toMatchObject({ list: ['old', 'easy-new', 'hard-new'], done: 2 });
    const refused = waiting.map((item) => ({ ...item, refused: { type: '', title: '', status: 409, detail: '' } }));
    expect(todaysList({ ...given, waiting: refused }).list[0]).toBe('sure');
  });

  it('goes by the plan chosen last, also before it is sent; asks nothing on the day of the interview nor after', () => {
    const old = { ...given, log: { ...ANSWERS, plan: plan('2026-11-25', 10) } };
    expect(todaysList(old).interview).toBe('ahead');
    const chosen = (interviewOn: string): KeptItem[] => [
      { ...kept({ id: uuid(91), interviewOn, dailyLength: 10, chosenAt: at(0) }), kind: 'review-plan' } as KeptItem,
    ];
    expect(todaysList({ ...old, waiting: chosen('2026-11-20') })).toMatchObject({ list: [], interview: 'today' });
    expect(todaysList({ ...old, waiting: chosen('2026-11-19') })).toMatchObject({ list: [], interview: 'over' });
  });

  it('begins nothing new in the last pass', () => {
    const soon = { ...given, log: { ...ANSWERS, plan: plan('2026-11-21', 10) } };
    expect(todaysList(soon).list).not.toContain('easy-new');
  });
});

it('says when a question comes back, and nothing of one that was never graded', () => {
  expect(backMs('fresh', ANSWERS, [])).toBeGreaterThan(NOW);
  expect(backMs('easy-new', ANSWERS, [])).toBeUndefined();
});
