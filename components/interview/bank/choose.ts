import type { Progress } from '@/model/attempt';
import { STRONG } from '@/model/mock-interview';
import type { Depth, QuestionKind, Topic } from '@/model/question';

/** A question as the list shows it. */
export interface ListedQuestion {
  readonly id: string;
  readonly kind: QuestionKind | 'open';
  readonly topic: Topic;
  readonly depth: Depth;
  readonly prompt: string;
}

export type Result = 'new' | 'right' | 'wrong';

/** What of the list is wished to be seen; '' is all. The same names stand in the address. */
export interface Choice {
  readonly search: string;
  readonly topic: string;
  readonly depth: string;
  readonly kind: string;
  readonly result: string;
}

export const ALL: Choice = { search: '', topic: '', depth: '', kind: '', result: '' };
const NAMES = Object.keys(ALL) as readonly (keyof Choice)[];

/** Reads a choice from the query of an address; what it does not know it lets pass, and it chooses nothing. */
export function choiceFrom(query: string): Choice {
  const params = new URLSearchParams(query);
  return Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as unknown as Choice;
}

/** The query that says a choice, with its '?'; '' for everything. */
export function queryOf(choice: Choice): string {
  const params = new URLSearchParams(NAMES.flatMap((name) => (choice[name] === '' ? [] : [[name, choice[name]]])));
  return params.size === 0 ? '' : `?${params}`;
}

/** Which questions are shown: those that fit every part of the choice, and have every word that is searched for. */
export function chosen(
  questions: readonly ListedQuestion[],
  choice: Choice,
  results: ReadonlyMap<string, Result>,
): readonly ListedQuestion[] {
  const words = plain(choice.search).split(' ').filter(Boolean);
  return questions.filter(({ id, topic, depth, kind, prompt }) => {
    const fits = (wanted: string, is: string) => wanted === '' || wanted === is;
    const said = plain(prompt);
    return (
      fits(choice.topic, topic) &&
      fits(choice.depth, depth) &&
      fits(choice.kind, kind) &&
      fits(choice.result, results.get(id) ?? 'new') &&
      words.every((word) => said.includes(word))
    );
  });
}

/** TIME-WAIT, TIME_WAIT and time wait are one. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** By question: how the newest answer went. An open one is right when its own judgement was a strong one. */
export function resultsOf(progress: Progress | null): ReadonlyMap<string, Result> {
  const closed = [...(progress?.chapters ?? []).flatMap(({ questions }) => questions), ...(progress?.interview ?? [])];
  return new Map<string, Result>([
    ...closed.map(({ id, last }) => [id, last ? 'right' : 'wrong'] as const),
    ...(progress?.open ?? []).map(({ id, score }) => [id, (score ?? 0) >= STRONG ? 'right' : 'wrong'] as const),
  ]);
}
