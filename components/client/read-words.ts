/** Messages as they stand in content/<locale>/words: nested by topic. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/**
 * Picks from a namespace the words that a component says, in the shape of `wanted` (whose own strings say nothing).
 * One that is missing ends the build with its name, instead of leaving a hole in a page.
 */
export function readWords<T extends Messages>(wanted: T, given: Messages, place: string): T {
  const picked = Object.entries(wanted).map(([key, shape]) => {
    const found = given[key];
    if (typeof shape === 'string') {
      if (typeof found !== 'string') throw new Error(`${place}.${key} is not among the words`);
      return [key, found];
    }
    if (typeof found !== 'object') throw new Error(`${place}.${key} is not among the words`);
    return [key, readWords(shape, found, `${place}.${key}`)];
  });
  return Object.fromEntries(picked);
}
