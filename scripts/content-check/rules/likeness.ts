const known = new Map<string, ReadonlySet<string>>();

/** How much two texts say in the same words, 0 … 1: the share of letter groups that they have in common. */
export function likeness(one: string, other: string): number {
  const [a, b] = [groupsOf(one), groupsOf(other)];
  const shared = [...a].filter((group) => b.has(group)).length;
  return shared / (a.size + b.size - shared);
}

/** Groups of three letters, or of two in a text of Chinese characters; case, spaces and punctuation do not count. */
function groupsOf(text: string): ReadonlySet<string> {
  const earlier = known.get(text);
  if (earlier) return earlier;
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const size = /\p{Script=Han}/u.test(letters) ? 2 : 3;
  const groups = new Set<string>();
  for (let at = 0; at <= Math.max(0, letters.length - size); at++) groups.add(letters.slice(at, at + size));
  known.set(text, groups);
  return groups;
}
