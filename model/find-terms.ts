/**
 * Which of the terms stand in a text, whatever their case. It helps a learner to hold their answer against a rubric: a
 * term may be missing from a good answer and stand in a bad one, so it is no grade.
 */
export function findTerms(text: string, terms: readonly string[]): string[] {
  const said = plain(text);
  return terms.filter((term) => {
    const wanted = plain(term);
    for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
      if (isWhole(said, at, wanted.length)) return true;
    }
    return false;
  });
}

/** TIME-WAIT, TIME_WAIT and time wait are one; so are full-width letters and plain ones. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

/** "ack" does not stand in "back"; endings may follow ("acks"). Chinese has no such borders. */
function isWhole(text: string, at: number, length: number): boolean {
  const first = text[at] ?? '';
  const before = text[at - 1] ?? '';
  const isWord = (character: string) => /[a-z0-9]/.test(character);
  if (isWord(first) && isWord(before)) return false;
  const last = text[at + length - 1] ?? '';
  const after = text[at + length] ?? '';
  return !(/\d/.test(last) && /\d/.test(after));
}
