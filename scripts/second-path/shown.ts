/** What a reader sees of an item, in English: all that the second path may go by. */
export interface Shown {
  readonly prompt: string;
  readonly exhibit: string | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly items: readonly { readonly id: string; readonly text: string }[];
}

/** The answer: an id, a number, or ids in their order. */
export type Found = string | number | readonly string[];

export type Solve = (shown: Shown) => Found;

/** Numbers of the prompt, by a pattern whose groups hold them. */
export function numbers({ prompt }: Shown, pattern: RegExp): number[] {
  const found = pattern.exec(prompt);
  if (!found) throw new Error(`the prompt does not say ${pattern}: ${prompt}`);
  return found.slice(1).map((text) => Number(text.replaceAll(',', '')));
}

/** Words of the prompt, by a pattern. */
export function words({ prompt }: Shown, pattern: RegExp): string[] {
  const found = pattern.exec(prompt);
  if (!found) throw new Error(`the prompt does not say ${pattern}: ${prompt}`);
  return found.slice(1);
}

/** The one option whose text begins so. */
export function option({ options }: Shown, start: string): string {
  const found = options.filter(({ text }) => text.startsWith(start));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} options begin with "${start}"`);
  return only.id;
}

/** Sequence numbers are counted modulo this (RFC 9293 §3.4). */
export const SPACE = 4_294_967_296;

/** How far b is ahead of a on the circle, −2^31 … 2^31 − 1. */
export function ahead(a: number, b: number): number {
  const forward = (((b - a) % SPACE) + SPACE) % SPACE;
  return forward < SPACE / 2 ? forward : forward - SPACE;
}

/** A line of `ss -tan`. */
export interface SsRow {
  readonly state: string;
  readonly port: number;
  readonly peer: string;
}

export function ssRows({ exhibit }: Shown): SsRow[] {
  return (exhibit ?? '').split('\n').flatMap((line) => {
    const found = /^([A-Z][A-Z0-9-]+)\s+\d+\s+\d+\s+\S+:(\d+)\s+(\S+)$/.exec(line);
    return found ? [{ state: found[1] ?? '', port: Number(found[2]), peer: found[3] ?? '' }] : [];
  });
}
