import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { TCP_STATES } from '@/engine/tcp/state';

/** The table spells states with a hyphen, as the RFC does. */
const state = z.string().transform((name, context) => {
  const found = TCP_STATES.find((each) => each === name.replaceAll('-', '_'));
  if (found !== undefined) return found;
  context.addIssue(`"${name}" is no state`);
  return z.NEVER;
});

const rowsFile = z.array(
  z.object({
    id: z.string(),
    state,
    event: z.string(),
    condition: z.string(),
    next: state,
    /** The form of what is sent, e.g. '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>'; null = nothing. */
    sends: z.string().nullable(),
  }),
);

/** One row of RFC 9293's table of transitions, as the engine's tests play it. */
export type TransitionRow = z.infer<typeof rowsFile>[number];

/** By rule: the rows at which the tests see it at work, in the order of the table. Rules that no row names are absent. */
export async function rowsByRule(): Promise<ReadonlyMap<string, readonly TransitionRow[]>> {
  const rows = rowsFile.parse(await read('rows.json'));
  const rulesByRow = z.record(z.string(), z.array(z.string())).parse(await read('rules.json'));
  const byRule = new Map<string, TransitionRow[]>();
  for (const row of rows) {
    for (const rule of rulesByRow[row.id] ?? []) byRule.set(rule, [...(byRule.get(rule) ?? []), row]);
  }
  return byRule;
}

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(process.cwd(), 'fixtures', 'transitions', file), 'utf8'));
}
