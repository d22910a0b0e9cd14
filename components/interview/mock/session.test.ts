import { expect, it } from 'vitest';
import { elapsedMs, leftMs } from '@/model/mock-clock';
import type { Outcome } from '@/model/mock-interview';
import type { BankQuestion } from './bank';
import { reportOf } from './report';
import { askNext, end, noteAnswer, pause, reopen, resume, type Said, type Session, startSession } from './session';
import { transcriptMarkdown, transcriptText } from './transcript';
import { MOCK_WORDS } from './words';

const MINUTE = 60_000;
const question = (id: string, topic: string): BankQuestion =>
  ({
    id,
    topic,
    kind: 'open',
    skill: topic,
    depth: 'mid',
    prompt: `Prompt of ${id}`,
    chapter: 'c',
    section: id,
  }) as never;
const BANK = [question('a1', 'ports'), question('a2', 'ports'), question('b1', 'sockets'), question('b2', 'sockets')];
const PLAN = { depth: 'mid', minutes: 10, seed: 1 } as const;
const outcome = (score: number | null): Outcome => ({ score, missed: [], deeper: null });
const said = (id: string, change: Partial<Said> = {}): Said => ({
  prompt: `Prompt of ${id}`,
  how: 'typed',
  text: 'FIN_WAIT_1\n# not a title',
  model: 'Model',
  points: [
    { text: 'one', met: true },
    { text: 'two', met: false },
  ],
  chapter: 'c',
  section: id,
  simulator: { scenario: 'last-ack-lost', atMs: 1300 },
  sources: ['RFC 9293 §3.6'],
  ...change,
});

function answered(session: Session, score: number | null): Session {
  const id = session.turns.at(-1)?.questionId ?? '';
  return noteAnswer(session, outcome(score), said(id));
}

it('keeps the first judgement of a turn, and tells nothing of a question that nobody answered', () => {
  const first = answered(startSession(PLAN, 'en', BANK, 0), 0.6);
  expect(answered(first, 0)).toBe(first);
  const ended = end(askNext(first, BANK, MINUTE), 2 * MINUTE);
  expect(ended.turns).toHaveLength(1);
  expect(ended.said).toHaveLength(1);
  expect(elapsedMs(ended.clock, 99 * MINUTE)).toBe(2 * MINUTE);
  const again = reopen(ended, BANK, 100 * MINUTE);
  expect(again.turns).toHaveLength(2);
  expect(leftMs(again.clock, 101 * MINUTE)).toBe(7 * MINUTE);
});

it('ends by itself only when there is nothing left to ask', () => {
  let session = startSession(PLAN, 'en', BANK, 0);
  for (let turn = 1; turn < BANK.length; turn++) session = askNext(answered(session, 0.6), BANK, 60 * MINUTE);
  expect(session.isEnded).toBe(false);
  expect(askNext(answered(session, 0.6), BANK, 60 * MINUTE).isEnded).toBe(true);
});

it('does not count the time of a pause', () => {
  const paused = pause(startSession(PLAN, 'en', BANK, 0), MINUTE);
  expect(paused.isPaused).toBe(true);
  expect(leftMs(resume(paused, 60 * MINUTE).clock, 61 * MINUTE)).toBe(8 * MINUTE);
});

const ENDED: Session = {
  ...startSession(PLAN, 'en', BANK, 0),
  turns: (['ports', 'ports', 'sockets', 'closing'] as const).map((topic, place) => ({
    ...{ questionId: `q${place}`, topic, depth: 'mid', followUp: null, askedFor: 'topic', link: 0 },
    outcome: outcome([1, 0.5, null, 0.9][place] ?? null),
  })),
  said: [said('q0'), said('q1'), said('q2', { how: 'aloud', text: '', simulator: null }), said('q3')],
  isEnded: true,
};

it('reports the weakest topic first, and sends only what was not strong to text and simulator', () => {
  const { topics, ...sum } = reportOf(ENDED, { figuresOf: { c: ['ports-run-out'] } });
  expect(sum).toEqual({ asked: 4, strong: 2, skipped: 1 });
  expect(topics.map(({ topic, score }) => [topic, score])).toEqual([
    ['sockets', null],
    ['ports', 0.75],
    ['closing', 0.9],
  ]);
  expect(topics[0]?.play).toEqual([{ scenario: 'ports-run-out', atMs: 0 }]);
  expect(topics[1]).toMatchObject({
    asked: 2,
    read: [{ chapter: 'c', section: 'q1' }],
    play: [{ scenario: 'last-ack-lost', atMs: 1300 }],
  });
  expect(topics[2]).toMatchObject({ read: [], play: [] });
});

it('writes a transcript in which an answer stays what it is', () => {
  const words = { ...MOCK_WORDS.transcript, title: 'Interview of {day}', aloud: '(said aloud)', sources: 'Sources: ' };
  const told = { session: ENDED, bank: { topics: { ports: 'Ports' } }, words, day: '1 May' };
  const markdown = transcriptMarkdown(told);
  expect(markdown).toMatch(/^# Interview of 1 May\n/);
  expect(markdown.match(/^## \d\. /gm)).toHaveLength(4);
  expect(markdown).toContain('*Ports*');
  expect(markdown).toContain('> FIN\\_WAIT\\_1\n> \\# not a title');
  expect(markdown).toContain('- [x] one\n- [ ] two');
  expect(markdown).toContain('> (said aloud)');
  const text = transcriptText(told);
  expect(text).toContain('    FIN_WAIT_1\n    # not a title');
  expect(text).toContain('[x] one\n[ ] two');
  expect(text).not.toMatch(/\\|^>|^\*/m);
});
