import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES, type RuleId } from '@/engine/tcp/rules';
import { TCP_STATES } from '@/engine/tcp/state';
import { loadKernelFunctions } from '@/server/content/kernel-functions';
import { rowsByRule } from '@/server/content/transition-rows';
import { ruleGroups, sourceMark, stateMark } from './rule-groups';

describe('the list of rules', () => {
  it('has every rule once, in groups that all have some', async () => {
    const groups = ruleGroups(await rowsByRule());
    expect(groups.flatMap(({ rules }) => rules.map(({ id }) => id)).sort()).toEqual(Object.keys(RULES).sort());
    expect(groups.filter(({ rules }) => rules.length === 0)).toEqual([]);
  });

  it('knows a rule by its source and by the states in which rows see it at work', async () => {
    const rules = ruleGroups(await rowsByRule()).flatMap((group) => group.rules);
    const marksOf = (id: RuleId) => rules.find((rule) => rule.id === id)?.marks;
    expect(marksOf('closed/rst-discarded')).toEqual(['rfc-9293', 'state-closed']);
    expect(marksOf('time-wait/reset-not-exact')).toEqual(['linux-6-18']);
    expect(marksOf('close/fin-sent')).toEqual([
      'rfc-9293',
      'state-syn-received',
      'state-established',
      'state-close-wait',
    ]);
  });

  it('can be narrowed to every state and every source: the style sheet has a line for each, and no other', () => {
    const css = readFileSync(path.join(import.meta.dirname, '../../styles/truth.css'), 'utf8');
    const lines = [...css.matchAll(/option\[value="([^"]+)"\]:checked\) \[data-in\]:not\(\[data-in~="([^"]+)"\]\)/g)];
    const sources = new Set(Object.values(RULES).map(({ rfc }) => sourceMark(rfc)));
    const marks = [...TCP_STATES.map(stateMark), ...sources].sort();
    expect(lines.map(([, chosen]) => chosen).sort()).toEqual(marks);
    expect(lines.filter(([, chosen, shown]) => chosen !== shown)).toEqual([]);
  });

  it('says of every kernel function in which file of Linux 6.18 it stands', async () => {
    const files = await loadKernelFunctions();
    for (const [id, { rfc, section, kernelFunction }] of Object.entries<Record<string, string>>(RULES)) {
      const file = files[kernelFunction ?? ''];
      if (kernelFunction !== undefined) expect([id, file]).toEqual([id, expect.stringMatching(/\.[ch]$/)]);
      if (rfc === 'Linux 6.18') expect([id, path.basename(file ?? '')]).toEqual([id, section]);
    }
  });
});
