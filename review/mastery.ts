import { type Card, DAY_MS, recallAt, replay } from './replay';
import type { ReviewEvent } from './review-event';

export interface AskedSkill {
  readonly skill: string;
  /** Every question that the book asks of it. */
  readonly questions: readonly string[];
}

export interface Mastery {
  readonly skill: string;
  readonly total: number;
  readonly answered: number;
  /** 0 … 1: what would be right if every question of the skill were asked now. */
  readonly now: number;
  /** The same a week ago, by what was known then. */
  readonly weekAgo: number;
}

/**
 * How well each skill is held. A question counts its last score times the likelihood that it is still recalled, one
 * never answered nothing: so it rises with right answers, and falls with wrong ones and with time.
 */
export function masteryOf(skills: readonly AskedSkill[], log: readonly ReviewEvent[], nowMs: number): Mastery[] {
  const weekAgoMs = nowMs - 7 * DAY_MS;
  const now = replay(log);
  const then = replay(log.filter(({ atMs }) => atMs <= weekAgoMs));
  return skills.map(({ skill, questions }) => ({
    skill,
    total: questions.length,
    answered: questions.filter((id) => now.has(id)).length,
    now: heldOf(questions, now, nowMs),
    weekAgo: heldOf(questions, then, weekAgoMs),
  }));
}

function heldOf(questions: readonly string[], cards: ReadonlyMap<string, Card>, atMs: number): number {
  const held = questions.map((id) => {
    const card = cards.get(id);
    return card ? card.lastScore * recallAt(card, atMs) : 0;
  });
  return questions.length === 0 ? 0 : held.reduce((sum, each) => sum + each, 0) / questions.length;
}
