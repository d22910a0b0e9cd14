import { Mismatch } from '../problem';

/** Keeps the lines between `#ifdef NAME` and `#endif` where NAME is defined, and the number of lines in any case. */
export function preprocess(text: string, defined: ReadonlySet<string>): string {
  let since: number | null = null;
  let isKept = true;
  const lines = text.split('\n').map((line, index) => {
    const directive = /^\s*#(ifdef|ifndef|else|endif)\b\s*(\w*)/.exec(line);
    if (directive === null) return isKept ? line : '';
    const [, word, name = ''] = directive;
    if (word === 'ifdef' || word === 'ifndef') {
      if (since !== null) throw new Mismatch(index + 1, `#${word} inside the one of line ${since}`);
      since = index + 1;
      isKept = defined.has(name) === (word === 'ifdef');
    } else {
      if (since === null) throw new Mismatch(index + 1, `#${word} without #ifdef`);
      isKept = word === 'endif' ? true : !isKept;
      if (word === 'endif') since = null;
    }
    return '';
  });
  if (since !== null) throw new Mismatch(since, '#ifdef without #endif');
  return withoutComments(lines.join('\n'));
}

/** Strings, commands and code keep what only looks like a comment. */
const PIECE = /"(?:\\.|[^"\\])*"|`[^`]*`|%\{[\s\S]*?\}%|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function withoutComments(text: string): string {
  return text.replace(PIECE, (piece) =>
    piece.startsWith('//') ? '' : piece.startsWith('/*') ? piece.replace(/[^\n]/g, ' ') : piece,
  );
}
