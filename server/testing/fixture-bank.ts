import 'server-only';
import type { Figure } from '@/model/figure';
import type { ProvenQuestion } from '@/server/grading/answer-key';
import { prove } from '@/server/grading/answer-key';
import { checkQuestion } from '@/server/grading/check-question';
import { type QuestionFile, questionFile } from '@/server/grading/question-file';

/** One small question of each kind, standing in for the book's own, so that tests of the API do not change with the book. */

const both = (text: string) => ({ en: text, zh: `${text}（中）` });
const base = (id: string) => ({
  id,
  revision: 2,
  chapter: 'reason-two',
  section: 'pitfalls',
  depth: 'junior',
  asks: 'apply',
  topic: 'last-ack',
  skill: 'testing',
  sources: ['RFC 9293 §3.6'],
  prompt: both(`Prompt of ${id}`),
  explanation: both(`Explanation of ${id}`),
});
const option = (id: string, misconception: number | null) => ({
  id,
  text: both(`Option ${id}`),
  feedback: both(`Feedback on ${id}`),
  misconception,
});
const item = (id: string) => ({ id, text: both(`Item ${id}`), feedback: both(`Feedback on ${id}`) });

/** The client closes first; the server a tenth of a second later. */
export const closing: Figure = {
  scenario: {
    version: 1,
    name: 'closing',
    profile: 'rfc9293',
    hosts: [
      { id: 'client', role: 'client', address: '192.0.2.1', isns: [1000] },
      { id: 'server', role: 'server', address: '192.0.2.2', isns: [5000] },
    ],
    sockets: [
      {
        id: 'srv',
        host: 'server',
        lane: 'server',
        steps: [
          { call: 'listen', port: 80 },
          { call: 'accept', as: 's1' },
        ],
      },
      {
        id: 's1',
        host: 'server',
        lane: 'server',
        steps: [{ call: 'receiveEnd' }, { call: 'close', afterMs: 100 }],
      },
      {
        id: 'c1',
        host: 'client',
        lane: 'client',
        steps: [
          { call: 'connect', host: 'server', port: 80 },
          { call: 'close', atMs: 1000 },
        ],
      },
    ],
    link: { oneWayMs: 50 },
    faults: [],
    timers: { mslMs: null, timeWaitMs: 4000 },
    seed: 1,
    endMs: 20_000,
    originMs: 1000,
  },
  sourceFigure: null,
  views: ['time'],
  openAtMs: 0,
  knobs: [],
  verdicts: [],
  claims: [],
};

const FILES = [
  {
    ...base('fixture-one'),
    kind: 'one',
    options: [option('a', 1), option('b', null), option('c', 3)],
    key: { option: 'b' },
  },
  {
    ...base('fixture-interview'),
    asked: 'interview',
    kind: 'one',
    options: [option('a', 1), option('b', null), option('c', 3)],
    key: { option: 'b' },
  },
  {
    ...base('fixture-several'),
    kind: 'several',
    options: [option('a', null), option('b', 2), option('c', null), option('d', 3)],
    key: { options: ['a', 'c'] },
  },
  {
    ...base('fixture-order'),
    kind: 'order',
    items: [item('c'), item('a'), item('d'), item('b')],
    mistakes: [{ earlier: 'd', later: 'c', feedback: both('d waits for c'), misconception: 4 }],
    key: { items: ['a', 'b', 'c', 'd'] },
  },
  {
    ...base('fixture-match'),
    kind: 'match',
    left: [item('l1'), item('l2'), item('l3')],
    right: ['r1', 'r2', 'r3'].map((id) => ({ id, text: both(`Place ${id}`) })),
    mistakes: [{ pair: ['l1', 'r2'], feedback: both('l1 is not r2'), misconception: 5 }],
    key: {
      pairs: [
        ['l1', 'r1'],
        ['l2', 'r2'],
        ['l3', 'r3'],
      ],
    },
  },
  {
    ...base('fixture-number'),
    kind: 'number',
    unit: 's',
    mistakes: [{ value: 2, tolerance: 0.1, feedback: both('That is one MSL'), misconception: 6 }],
    otherwise: both('Add the two waits'),
    key: {
      computed: {
        scenario: 'closing',
        measure: { measure: 'timeInState', socket: 'c1', state: 'TIME_WAIT' },
        divideBy: 1000,
      },
      tolerance: 0.05,
    },
  },
  {
    ...base('fixture-predict'),
    kind: 'predict',
    figure: { scenario: 'closing', atMs: 90 },
    options: [
      {
        ...option('FIN_WAIT_1', 7),
        belief: { settings: { roundTripMs: 400 }, says: both('The link would be slower') },
      },
      option('FIN_WAIT_2', null),
      option('TIME_WAIT', 8),
    ],
    key: { computed: { scenario: 'closing', measure: { measure: 'state', socket: 'c1', atMs: 150 } } },
  },
];

export const figures = (name: string) => (name === 'closing' ? closing : undefined);

const bank = new Map<string, ProvenQuestion>(FILES.map((file) => checked(questionFile.parse(file))));

export async function questionBank(): Promise<ReadonlyMap<string, ProvenQuestion>> {
  return bank;
}

/** As when an author changes a question, or takes it out, and the book is built anew. */
export function replaceQuestion(id: string, change: ((file: QuestionFile) => QuestionFile) | null): void {
  const { file } = fixture(id);
  bank.delete(id);
  if (change) bank.set(...checked(change(structuredClone(file))));
}

export function fixture(id: string): ProvenQuestion {
  const question = bank.get(id);
  if (!question) throw new Error(`there is no fixture "${id}"`);
  return question;
}

function checked(file: QuestionFile): [string, ProvenQuestion] {
  const faults = checkQuestion(file, figures);
  if (faults.length > 0) throw new Error(`${file.id}: ${JSON.stringify(faults)}`);
  return [file.id, prove(file, figures)];
}
