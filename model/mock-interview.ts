import type { Depth, QuestionKind, Topic } from './question';

// An interview as a state that answers move on. Pure: which question comes next follows from the plan, its seed and what
// was answered so far, so the same answers always lead to the same interview. Nothing is asked twice in one interview.

export const MOCK_MINUTES = [10, 20, 40] as const;
export type MockMinutes = (typeof MOCK_MINUTES)[number];

export interface MockPlan {
  readonly depth: Depth;
  readonly minutes: MockMinutes;
  /** Two interviews of one seed open with the same question. */
  readonly seed: number;
}

/** As much of a question as an interviewer looks at. */
export interface MockQuestion {
  readonly id: string;
  readonly kind: QuestionKind | 'open';
  readonly topic: Topic;
  readonly skill: string;
  readonly depth: Depth;
}

/** What may be asked after an open question: another one of the bank, or a short one that brings its own answer. */
export interface MockFollowUp {
  readonly id: string;
  readonly question: string | null;
  readonly prompt: string;
  readonly answer: string | null;
}

/** Why a question is asked: to open a topic, because a point was missed, because the answer was strong. */
export type AskedFor = 'topic' | 'missed' | 'deeper';

export interface Turn {
  /** Of the bank; for a short follow-up, the open question that it follows. */
  readonly questionId: string;
  readonly topic: Topic;
  readonly depth: Depth;
  /** A short follow-up, which is no question of the bank. */
  readonly followUp: MockFollowUp | null;
  readonly askedFor: AskedFor;
  /** How many turns came before it on the same thread. */
  readonly link: number;
  /** Null while it is being answered. */
  readonly outcome: Outcome | null;
}

/** What an answer was worth, and what it leads to. */
export interface Outcome {
  /** 0 … 1; null when it was passed over. */
  readonly score: number | null;
  /** What the points that were missed would have asked next, the weightiest first. */
  readonly missed: readonly MockFollowUp[];
  readonly deeper: MockFollowUp | null;
}

/** From here on an answer counts as strong. */
export const STRONG = 0.8;
/** A thread is left after so many questions: an interviewer has more than one topic. */
const LONGEST_THREAD = 3;
const LADDER: readonly Depth[] = ['junior', 'mid', 'senior'];

/** The turns with the answer to the last one noted. */
export function withOutcome(turns: readonly Turn[], outcome: Outcome): Turn[] {
  return turns.map((turn, place) => (place === turns.length - 1 ? { ...turn, outcome } : turn));
}

/** What is asked after these turns; null when the bank has nothing left to ask. */
export function nextTurn(plan: MockPlan, turns: readonly Turn[], bank: readonly MockQuestion[]): Turn | null {
  const asked = new Set(turns.filter(({ followUp }) => followUp === null).map(({ questionId }) => questionId));
  const left = bank.filter(({ id }) => !asked.has(id));
  const last = turns.at(-1);
  return (last && onThread(plan, last, turns, left)) ?? newTopic(plan, turns, bank, left);
}

/** A missed point brings its follow-up, a strong answer goes deeper; anything between leaves the thread. */
function onThread(plan: MockPlan, last: Turn, turns: readonly Turn[], left: readonly MockQuestion[]): Turn | null {
  const { outcome } = last;
  if (!outcome || outcome.score === null || last.link + 1 >= LONGEST_THREAD) return null;
  if (outcome.score >= STRONG) {
    const given = outcome.deeper && followed(last, outcome.deeper, 'deeper', turns, left);
    return given ?? ofSameTopic(plan, last, 'deeper', left);
  }
  for (const missed of outcome.missed) {
    const turn = followed(last, missed, 'missed', turns, left);
    if (turn) return turn;
  }
  // A closed question has no points; one of the same skill shows whether it was the skill or the wording.
  return outcome.score < 0.5 && last.followUp === null ? ofSameTopic(plan, last, 'missed', left) : null;
}

/** The follow-up as a turn, unless it was asked before. */
function followed(
  last: Turn,
  followUp: MockFollowUp,
  askedFor: AskedFor,
  turns: readonly Turn[],
  left: readonly MockQuestion[],
): Turn | null {
  const link = last.link + 1;
  if (followUp.question !== null) {
    const question = left.find(({ id }) => id === followUp.question);
    return question ? turnOf(question, askedFor, link) : null;
  }
  const isNew = !turns.some((turn) => turn.questionId === last.questionId && turn.followUp?.id === followUp.id);
  return isNew ? { ...last, followUp, askedFor, link, outcome: null } : null;
}

/** Another question of the same topic: deeper by a step after a strong answer, no deeper after a weak one. */
function ofSameTopic(plan: MockPlan, last: Turn, askedFor: AskedFor, left: readonly MockQuestion[]): Turn | null {
  const rank = LADDER.indexOf(last.depth);
  const fits = left.filter(({ topic, depth }) => {
    const step = LADDER.indexOf(depth) - rank;
    return topic === last.topic && (askedFor === 'deeper' ? step === 1 : step <= 0);
  });
  const [best] = sorted(fits, ({ id, depth }) => [rank - LADDER.indexOf(depth), chance(plan.seed, id)]);
  return best ? turnOf(best, askedFor, last.link + 1) : null;
}

/**
 * The topic that was asked about least, at the depth of the plan or next to it, open and closed questions by turns; what
 * is still equal then is decided by the seed.
 */
function newTopic(
  plan: MockPlan,
  turns: readonly Turn[],
  bank: readonly MockQuestion[],
  left: readonly MockQuestion[],
): Turn | null {
  const kinds = new Map(bank.map(({ id, kind }) => [id, kind]));
  const opened = turns.filter(({ askedFor }) => askedFor === 'topic');
  const wasOpen = kinds.get(opened.at(-1)?.questionId ?? '') === 'open';
  const times = (topic: Topic) => turns.filter((turn) => turn.topic === topic).length;
  const [best] = sorted(left, ({ id, kind, topic, depth }) => [
    times(topic),
    Math.abs(LADDER.indexOf(depth) - LADDER.indexOf(plan.depth)),
    (kind === 'open') === wasOpen ? 1 : 0,
    chance(plan.seed, topic),
    chance(plan.seed, id),
  ]);
  return best ? turnOf(best, 'topic', 0) : null;
}

function turnOf({ id, topic, depth }: MockQuestion, askedFor: AskedFor, link: number): Turn {
  return { questionId: id, topic, depth, followUp: null, askedFor, link, outcome: null };
}

function sorted<T>(list: readonly T[], rank: (item: T) => readonly number[]): T[] {
  const ranked = list.map((item) => ({ item, key: rank(item) }));
  ranked.sort((a, b) => a.key.map((x, i) => x - (b.key[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return ranked.map(({ item }) => item);
}

/** A number in 0 … 1 that hangs on seed and name alone: FNV-1a over the name, then the last mix of MurmurHash3. */
function chance(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
