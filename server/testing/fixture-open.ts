import 'server-only';
import { checkOpenFile } from '@/server/grading/check-open-file';
import { type OpenFile, openFile } from '@/server/grading/open-file';
import { figures } from './fixture-bank';

/** Two small open questions, standing in for the book's own. */

const both = (text: string) => ({ en: text, zh: `${text}（中）` });
const point = (id: string, essential: boolean, followUp?: string) => ({
  id,
  text: both(`Point ${id}`),
  essential,
  followUp,
  terms: { en: [`term ${id}`], zh: [`词 ${id}`] },
});

const file = (id: string, next: string) =>
  openFile.parse({
    id,
    revision: 2,
    kind: 'open',
    depth: 'mid',
    topic: 'last-ack',
    skill: 'testing',
    chapter: 'reason-two',
    section: 'pitfalls',
    sources: ['RFC 9293 §3.6'],
    prompt: both(`Prompt of ${id}`),
    modelAnswer: both(`Model answer of ${id}`),
    points: [point('a', true, 'why'), point('b', false), point('c', false)],
    followUps: [{ id: 'why', prompt: both('Why?'), answer: both('Because.') }],
    deeper: { id: 'next', question: next },
    simulator: { scenario: 'closing', atMs: 150 },
  });

const bank = new Map(
  [file('open-one', 'open-two'), file('open-two', 'open-one')].map((each): [string, OpenFile] => [each.id, each]),
);
for (const each of bank.values()) {
  const faults = checkOpenFile(each, figures, new Set(bank.keys()));
  if (faults.length > 0) throw new Error(`${each.id}: ${JSON.stringify(faults)}`);
}

export async function openBank(): Promise<ReadonlyMap<string, OpenFile>> {
  return bank;
}

/** As when an author changes a question, or takes it out, and the book is built anew. */
export function replaceOpenQuestion(id: string, changed: OpenFile | null): void {
  if (changed) bank.set(id, changed);
  else bank.delete(id);
}

export function openFixture(id: string): OpenFile {
  const question = bank.get(id);
  if (!question) throw new Error(`there is no open fixture "${id}"`);
  return question;
}
