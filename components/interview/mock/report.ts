import { STRONG } from '@/model/mock-interview';
import type { Bank } from './bank';
import type { Said, Session } from './session';

export interface Place {
  readonly chapter: string;
  readonly section: string;
}

/** How a topic went, and what to do about it. */
export interface TopicReport {
  readonly topic: string;
  readonly asked: number;
  /** Mean of what was answered, 0 … 1; null when all of it was passed over. */
  readonly score: number | null;
  /** Sections to read: of the answers that were not strong, each once. */
  readonly read: readonly Place[];
  /** Simulators to play, each once. */
  readonly play: readonly NonNullable<Said['simulator']>[];
}

export interface Report {
  readonly asked: number;
  readonly strong: number;
  readonly skipped: number;
  /** The weakest topic first. */
  readonly topics: readonly TopicReport[];
}

/** What an interview has shown, by topic. A topic without a strong answer is sent to a simulator also if none was named. */
export function reportOf({ turns, said }: Session, bank: Pick<Bank, 'figuresOf'>): Report {
  const told = turns.flatMap((turn, place) => {
    const what = said[place];
    return what && turn.outcome ? [{ topic: turn.topic, score: turn.outcome.score, what }] : [];
  });
  const topics = [...new Set(told.map(({ topic }) => topic))].map((topic): TopicReport => {
    const mine = told.filter((each) => each.topic === topic);
    const scores = mine.flatMap(({ score }) => (score === null ? [] : [score]));
    const weak = mine.filter(({ score }) => (score ?? 0) < STRONG).map(({ what }) => what);
    const read = once(weak.map(({ chapter, section }) => ({ chapter, section })));
    return {
      topic,
      asked: mine.length,
      score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
      read,
      play: once(weak.flatMap((what) => what.simulator ?? firstFigure(what.chapter, bank))),
    };
  });
  return {
    asked: told.length,
    strong: told.filter(({ score }) => (score ?? 0) >= STRONG).length,
    skipped: told.filter(({ score }) => score === null).length,
    topics: topics.sort((a, b) => (a.score ?? -1) - (b.score ?? -1)),
  };
}

function firstFigure(chapter: string, { figuresOf }: Pick<Bank, 'figuresOf'>): NonNullable<Said['simulator']>[] {
  const [scenario] = figuresOf[chapter] ?? [];
  return scenario === undefined ? [] : [{ scenario, atMs: 0 }];
}

function once<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((item) => [JSON.stringify(item), item])).values()];
}
