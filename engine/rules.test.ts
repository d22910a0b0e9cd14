import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from './simulation/run';
import { withSettings } from './simulation/settings';
import type { Timeline } from './simulation/timeline';
import { RULES, type RuleId } from './tcp/rules';
import { FIGURE_NAMES, readFigure } from './testing/figures';
import { NETWORK_RUNS } from './testing/network-runs';
import { play } from './testing/rows';
import { ALL_ROWS } from './testing/tables/all';

const IDS = Object.keys(RULES) as RuleId[];

function rulesOf({ entries }: Timeline): RuleId[] {
  return entries.flatMap(({ rules }) => rules);
}

describe('the table of rules', () => {
  it('has no rule that no test reaches', () => {
    const byRows = ALL_ROWS.flatMap((row) => [...play(row).met]);
    const byScenarios = NETWORK_RUNS.flatMap(rulesOf);
    const reached = new Set([...byRows, ...byScenarios]);
    expect(IDS.filter((id) => !reached.has(id))).toEqual([]);
  });

  it('says for every segment of every figure by which rule it was sent, and in which entry', () => {
    for (const name of FIGURE_NAMES) {
      for (const profile of ['rfc793', 'rfc9293', 'linux'] as const) {
        const { segments, entries } = run(withSettings(readFigure(name).scenario, { profile }));
        for (const { rule, sentIn } of segments) expect(entries[sentIn]?.rules).toContain(rule);
      }
    }
  });

  it('names a clause for every rule', () => {
    for (const { rfc, section } of Object.values(RULES)) {
      expect(rfc).toMatch(/^(RFC \d+|Linux 6\.18|Linux 4\.11|FreeBSD 14)$/);
      expect(section).toMatch(rfc.startsWith('RFC') ? /^\d+(\.\d+)*$/ : /^[a-z0-9_]+\.[ch]$/);
    }
  });

  it.each(['en', 'zh'])('is explained in %s, rule by rule', (locale) => {
    const file = new URL(`../content/${locale}/words/rules.json`, import.meta.url);
    const words: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(words).sort()).toEqual([...IDS].sort());
    for (const [id, sentence] of Object.entries(words)) {
      expect([id, sentence]).toEqual([id, expect.stringMatching(locale === 'en' ? /^\S.{20,}\.$/ : /^.{10,}。$/)]);
      // Words are ICU messages: braces would be arguments, and a straight apostrophe an escape.
      expect([id, sentence]).toEqual([id, expect.not.stringMatching(/[{}']/)]);
    }
  });
});
