import { LabError } from './lab-problem';

/** One word of a line; what stood in quotes is `isQuoted`, and is not looked into. */
export interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** A line without its comment, cut at spaces; `a>b` and `a=b` are cut at the sign. @throws LabError for a quote that stays open */
export function wordsOfLine(line: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|#.*$|"((?:[^"\\]|\\.)*)"|"|[>=]|[^\s#"=>]+/g;
  for (const [text, quoted] of line.matchAll(pattern)) {
    if (/^\s/.test(text) || text.startsWith('#')) continue;
    if (quoted !== undefined) tokens.push({ text: quoted.replaceAll(/\\(.)/g, '$1'), isQuoted: true });
    else if (text === '"') throw new LabError('openQuote');
    else tokens.push({ text, isQuoted: false });
  }
  return tokens;
}
