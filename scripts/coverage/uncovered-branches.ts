import { z } from 'zod';

const place = z.object({ line: z.number(), column: z.number().nullable() }).partial();
const range = z.object({ start: place, end: place });
const fileCoverage = z.object({
  branchMap: z.record(z.string(), z.object({ type: z.string(), loc: range, locations: z.array(range) })),
  b: z.record(z.string(), z.array(z.number())),
});
export const coverageFile = z.record(z.string(), fileCoverage);

export interface Branches {
  readonly total: number;
  readonly covered: number;
  /** Line and source text of every arm that no test took. */
  readonly missed: readonly { readonly line: number; readonly arm: string }[];
}

/** Counts the arms of a file's branches, but for those that end in assertNever: the compiler proves that no value gets there. */
export function branchesOf({ branchMap, b }: z.infer<typeof fileCoverage>, source: string): Branches {
  const lines = source.split('\n');
  const missed: { line: number; arm: string }[] = [];
  let total = 0;
  for (const [id, { type, loc, locations }] of Object.entries(branchMap)) {
    for (const [index, location] of locations.entries()) {
      // An absent else has no place of its own.
      const { line = loc.start.line ?? 1 } = location.start;
      const text = (lines[line - 1] ?? '').trim();
      if (isNeverReached(type, lines, line)) continue;
      total += 1;
      if ((b[id]?.[index] ?? 0) === 0)
        missed.push({ line, arm: location.start.line === undefined ? `else of ${text}` : text });
    }
  }
  return { total, covered: total - missed.length, missed };
}

/** `default: return assertNever(x)`, also where it stands on two lines. */
function isNeverReached(type: string, lines: readonly string[], line: number): boolean {
  const arm = lines.slice(line - 1, line + 1).join(' ');
  return type === 'switch' && /^\s*default:\s*(return )?assertNever\(/.test(arm);
}
