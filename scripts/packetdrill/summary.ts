import path from 'node:path';
import type { Verdict } from '@/engine/formats/packetdrill/verdict';

export type Result = Verdict & { readonly file: string };

interface Figures {
  readonly scripts: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The figures of a run: in all, and of each folder by its own name. IPv6 scripts are left out: the engine knows no addresses. */
export function summaryOf(profile: string, results: readonly Result[]): object {
  const counted = results.filter((one) => !isIpv6(one));
  const folders = new Map<string, Result[]>();
  for (const one of counted) {
    const folder = path.basename(path.dirname(one.file));
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return {
    profile,
    ...figuresOf(counted),
    ipv6: results.length - counted.length,
    folders: Object.fromEntries([...folders].sort().map(([name, of]) => [name, figuresOf(of)])),
  };
}

function isIpv6(one: Result): boolean {
  return one.outcome === 'skipped' && one.reason === 'IPv6';
}

function figuresOf(results: readonly Result[]): Figures {
  const count = (outcome: Result['outcome']) => results.filter((one) => one.outcome === outcome).length;
  return { scripts: results.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
