const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/** JetBrains Mono: every character is 0.6 em; Chinese falls back to a full em. */
export function monoWidth(text: string, fontSize: number): number {
  return sum(text, (character) => (CJK.test(character) ? 1 : 0.6)) * fontSize;
}

/** Inter, generously: enough to keep two texts apart without asking a browser. */
export function sansWidth(text: string, fontSize: number): number {
  return sum(text, (character) => (CJK.test(character) ? 1 : 0.58)) * fontSize;
}

function sum(text: string, width: (character: string) => number): number {
  return [...text].reduce((total, character) => total + width(character), 0);
}
