import type { Locale } from '@/model/attempt';
import { goOn, type MockClock, startClock, stop } from '@/model/mock-clock';
import { type MockPlan, nextTurn, type Outcome, type Turn, withOutcome } from '@/model/mock-interview';
import type { OpenKey } from '@/model/open-question';
import type { BankQuestion } from './bank';

/** What was said in a turn and what it was held against: all that report and transcript tell of it. */
export interface Said {
  readonly prompt: string;
  readonly how: 'typed' | 'aloud' | 'skipped' | 'chosen';
  /** What was typed or chosen, in words. */
  readonly text: string;
  readonly model: string;
  /** The rubric as the learner marked it; empty for a closed question. */
  readonly points: readonly { readonly text: string; readonly met: boolean }[];
  readonly chapter: string;
  readonly section: string;
  readonly simulator: OpenKey['simulator'] | null;
  readonly sources: readonly string[];
}

/** An interview as this browser keeps it: one object, so that a reload finds all of it or nothing. */
export interface Session {
  readonly version: 1;
  readonly locale: Locale;
  readonly plan: MockPlan;
  readonly turns: readonly Turn[];
  /** By turn; null for what is being answered. */
  readonly said: readonly (Said | null)[];
  readonly clock: MockClock;
  /** When the last turn was asked (ISO): an older answer to its question is not this interview's. */
  readonly askedAt: string;
  readonly isClockHidden: boolean;
  readonly isPaused: boolean;
  readonly isEnded: boolean;
}

export function startSession(plan: MockPlan, locale: Locale, bank: readonly BankQuestion[], now: number): Session {
  const first = nextTurn(plan, [], bank);
  return {
    version: 1,
    locale,
    plan,
    turns: first ? [first] : [],
    said: first ? [null] : [],
    clock: startClock(plan.minutes, now),
    askedAt: new Date(now).toISOString(),
    isClockHidden: false,
    isPaused: false,
    isEnded: first === null,
  };
}

/** The last turn has been answered. Said twice, it counts once. */
export function noteAnswer(session: Session, outcome: Outcome, said: Said): Session {
  if (session.turns.at(-1)?.outcome !== null) return session;
  return {
    ...session,
    turns: withOutcome(session.turns, outcome),
    said: session.said.map((each, place) => (place === session.said.length - 1 ? said : each)),
  };
}

/** Asks the next question, or ends where the bank has nothing left. */
export function askNext(session: Session, bank: readonly BankQuestion[], now: number): Session {
  const next = nextTurn(session.plan, session.turns, bank);
  if (next === null) return end(session, now);
  return {
    ...session,
    turns: [...session.turns, next],
    said: [...session.said, null],
    askedAt: new Date(now).toISOString(),
    isEnded: false,
  };
}

export function pause(session: Session, now: number): Session {
  return { ...session, clock: stop(session.clock, now), isPaused: true };
}

export function resume(session: Session, now: number): Session {
  return { ...session, clock: goOn(session.clock, now), isPaused: false };
}

/** A question that nobody has answered is not part of what is told. */
export function end(session: Session, now: number): Session {
  const isOpen = session.turns.at(-1)?.outcome === null;
  return {
    ...session,
    turns: isOpen ? session.turns.slice(0, -1) : session.turns,
    said: isOpen ? session.said.slice(0, -1) : session.said,
    clock: stop(session.clock, now),
    isPaused: false,
    isEnded: true,
  };
}

/** Takes the interview up again after its report. */
export function reopen(session: Session, bank: readonly BankQuestion[], now: number): Session {
  return resume(askNext(session, bank, now), now);
}
