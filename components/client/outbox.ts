import type { AttemptRequest, Problem, ReadingRequest, SimulationRequest } from '@/model/attempt';
import type { OpenAnswerRequest, OpenAssessmentRequest } from '@/model/open-question';
import type { ReviewPlanRequest } from '@/model/review-plan';
import { localKeys, onOtherTabs, readLocal, removeLocal, writeLocal } from './local';
import { createStore } from './store';

/** Something worth remembering that the server may not know yet. */
export type OutboxItem =
  | { readonly kind: 'attempt'; readonly body: AttemptRequest }
  | { readonly kind: 'reading'; readonly body: ReadingRequest }
  | { readonly kind: 'simulation'; readonly body: SimulationRequest }
  | { readonly kind: 'open-answer'; readonly body: OpenAnswerRequest }
  | { readonly kind: 'open-assessment'; readonly body: OpenAssessmentRequest }
  | { readonly kind: 'review-plan'; readonly body: ReviewPlanRequest };

const KINDS: readonly OutboxItem['kind'][] = [
  'attempt',
  'reading',
  'simulation',
  'open-answer',
  'open-assessment',
  'review-plan',
];

export type KeptItem = OutboxItem & {
  /** When it was put here, ms of this browser's clock. */
  readonly keptAt: number;
  /** How often the server failed on just this item; those it failed on least go first. */
  readonly tries: number;
  /** The first attempt to send it failed, or an earlier page left it: the learner is told that it waits. */
  readonly held: boolean;
  /** The server will never take it. It stays until the learner lets it go. */
  readonly refused: Problem | null;
};

// One key per item, so that two tabs can add and remove at the same time without undoing each other's work.
const PREFIX = '2msl:outbox:';

const PAGE_OPENED_AT = Date.now();

/** What this browser still has to send, oldest first. */
export const outbox = createStore<readonly KeptItem[]>(load());

/** Keeps an item here before anything is sent, so that it outlives a reload. */
export function keep(item: OutboxItem, now: number = Date.now()): void {
  write({ ...item, keptAt: now, tries: 0, held: false, refused: null });
}

/** Notes how sending went. An item that has been let go meanwhile, here or in another tab, does not come back. */
export function note(id: string, changes: Partial<Pick<KeptItem, 'tries' | 'held' | 'refused'>>): void {
  const item = parse(readLocal(PREFIX + id));
  if (item) write({ ...item, ...changes });
  else drop(id);
}

function write(item: KeptItem): void {
  writeLocal(PREFIX + item.body.id, JSON.stringify(item));
  outbox.set(sorted([...outbox.get().filter((other) => other.body.id !== item.body.id), item]));
}

/** The server has it, or the learner let it go. */
export function drop(id: string): void {
  removeLocal(PREFIX + id);
  outbox.set(outbox.get().filter((item) => item.body.id !== id));
}

/** Reads the browser's storage again: another tab may have added or sent something. */
export function reread(): void {
  outbox.set(load());
}

export function followOtherTabs(): () => void {
  return onOtherTabs(PREFIX, reread);
}

/** The next to be sent: of those still wanted, the one the server failed on least, then the oldest. */
export function nextToSend(items: readonly KeptItem[]): KeptItem | null {
  const wanted = items.filter((item) => item.refused === null);
  return [...wanted].sort((a, b) => a.tries - b.tries || a.keptAt - b.keptAt)[0] ?? null;
}

function load(): KeptItem[] {
  const found = localKeys(PREFIX).map((key) => parse(readLocal(key)));
  return sorted(found.filter((item) => item !== null));
}

function sorted(items: readonly KeptItem[]): KeptItem[] {
  return [...items].sort((a, b) => a.keptAt - b.keptAt || (a.body.id < b.body.id ? -1 : 1));
}

/** Storage is a border: what has not the shape of an item is not one. The server checks the rest. */
function parse(text: string | null): KeptItem | null {
  try {
    const item: KeptItem = JSON.parse(text ?? '');
    const known = KINDS.includes(item.kind);
    if (!known || typeof item.body.id !== 'string' || typeof item.keptAt !== 'number') return null;
    return { ...item, held: item.held || item.keptAt < PAGE_OPENED_AT };
  } catch {
    return null;
  }
}
