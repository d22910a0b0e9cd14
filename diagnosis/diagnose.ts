import { type Facts, factsOf } from './facts';
import type { UnreadLine } from './paste/paste';
import { readPaste } from './paste/read-paste';
import { type Level, type Place, RULES, type Source, type Values } from './rules';

interface Finding {
  readonly id: string;
  readonly place: Place;
  readonly level: Level;
  readonly sources: readonly Source[];
  readonly values: Values;
}

export type Verdict = Level | 'nothing';

/** All that a page shows of a paste; small, however long the paste was. */
export interface Diagnosis {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** With the first of the families and services only. */
  readonly facts: Facts;
  readonly lines: number;
  readonly repeated: number;
  readonly otherSockets: number;
  readonly unread: readonly UnreadLine[];
  readonly unreadCount: number;
  readonly leftOut: number;
}

const MOST_ROWS = 10;

/** Reads a paste and applies every rule. Pure; 100,000 lines take a fraction of a second, so it belongs in a worker. */
export function diagnose(text: string, onProgress?: (done: number, all: number) => void): Diagnosis {
  const paste = readPaste(text, onProgress);
  const facts = factsOf(paste);
  const findings = RULES.flatMap(({ when, id, place, level, sources }): Finding[] => {
    const values = when(facts);
    return values === null ? [] : [{ id, place, level, sources, values }];
  });
  const { lines, repeated, otherSockets, unread, unreadCount, leftOut } = paste;
  const { families, services } = facts;
  return {
    verdict: verdictOf(facts, findings),
    findings,
    facts: { ...facts, families: families.slice(0, MOST_ROWS), services: services.slice(0, MOST_ROWS) },
    ...{ lines, repeated, otherSockets, unread, unreadCount, leftOut },
  };
}

/** As bad as the worst that is found; nothing where the paste says nothing of any connection. */
function verdictOf({ sockets, counted }: Facts, findings: readonly Finding[]): Verdict {
  if (findings.some(({ level }) => level === 'harm')) return 'harm';
  if (findings.some(({ level }) => level === 'watch')) return 'watch';
  return sockets === 0 && counted === null ? 'nothing' : 'fine';
}
