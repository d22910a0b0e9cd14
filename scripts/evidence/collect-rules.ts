import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RULES } from '@/engine/tcp/rules';

/** How many rules the engine has, and how many of them a row of RFC 9293's table names. */
export function collectRules() {
  const file = readFileSync('fixtures/transitions/rules.json', 'utf8');
  const byRow = z.record(z.string(), z.array(z.string())).parse(JSON.parse(file));
  const named = new Set(Object.values(byRow).flat());
  const ids = Object.keys(RULES);
  return { total: ids.length, inRows: ids.filter((id) => named.has(id)).length };
}
