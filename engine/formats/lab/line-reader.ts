import { LabError } from './lab-problem';
import { VOCABULARY } from './vocabulary';
import type { Token } from './words-of-line';

const LONGEST_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };

/** What follows the first word of a line, read from left to right. Whatever does not fit is thrown as a LabError. */
export class LineReader {
  private next = 0;

  constructor(
    readonly word: string,
    private readonly tokens: readonly Token[],
  ) {}

  get isAtEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  /** The rest of the line, as far as it was words. */
  get rest(): string {
    const { tokens } = this;
    const words = tokens.slice(this.next).map(({ text }) => text);
    this.next = tokens.length;
    return words.join(' ');
  }

  take(): Token {
    const token = this.tokens[this.next];
    if (token === undefined) throw this.usage();
    this.next += 1;
    return token;
  }

  takeWord(): string {
    const { text, isQuoted } = this.take();
    if (isQuoted) throw this.usage();
    return text;
  }

  /** Whether the next word is this one; then it is taken. */
  takeIf(text: string): boolean {
    const token = this.tokens[this.next];
    if (token?.text !== text || token.isQuoted) return false;
    this.next += 1;
    return true;
  }

  /** A name of a host, a socket or a lifeline. */
  takeName(): string {
    const name = this.takeWord();
    if (!/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(name)) throw this.usage();
    return name;
  }

  takeNumber(least: number, most: number): number {
    const text = this.takeWord();
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) throw new LabError('number', { text, least, most });
    return number;
  }

  takePort(): number {
    return this.takeNumber(1, 65_535);
  }

  /** "50ms", "1.5s", "4min". */
  takeTime(): number {
    const text = this.takeWord();
    const ms = timeOf(text);
    if (ms === null) throw new LabError('time', { text });
    return ms;
  }

  /** "10%", as a share of one. */
  takeShare(): number {
    const text = this.takeWord();
    const percent = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) : Number.NaN;
    if (!(percent <= 100)) throw this.usage();
    return percent / 100;
  }

  takeOneOf<T extends string>(choices: readonly T[]): T {
    const text = this.takeWord();
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined) throw this.usage();
    return chosen;
  }

  /** A port that was written behind a colon. */
  portOf(text: string): number {
    const port = /^\d+$/.test(text) ? Number(text) : 0;
    if (port < 1 || port > 65_535) throw new LabError('number', { text, least: 1, most: 65_535 });
    return port;
  }

  /** Nothing may be left over. */
  expectEnd(): void {
    if (!this.isAtEnd) throw this.usage();
  }

  usage(): LabError {
    const usage = VOCABULARY.find(({ word }) => word === this.word)?.usage ?? this.word;
    return new LabError('usage', { word: this.word, usage });
  }
}

/** Milliseconds of a time with its unit; null where it is none, or more than an hour. */
export function timeOf(text: string): number | null {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|min)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  if (factor === undefined) return null;
  const ms = roundMs(Number(digits) * factor);
  return ms <= LONGEST_MS ? ms : null;
}

/** When a call is made: "0.3" or "0.3s" from the start of the run, "+0.1" or "+100ms" from the end of the call before. */
export interface CallTime {
  readonly atMs?: number;
  readonly afterMs?: number;
}

/** The time before a call; null where the word is none, so that it can be a call itself. */
export function callTimeOf(text: string): CallTime | null {
  if (!/^\+?\d/.test(text)) return null;
  const isAfter = text.startsWith('+');
  const bare = isAfter ? text.slice(1) : text;
  const ms = timeOf(/^[\d.]+$/.test(bare) ? `${bare}s` : bare);
  if (ms === null) throw new LabError('time', { text });
  return isAfter ? { afterMs: ms } : { atMs: ms };
}

/** 0.1 + 0.2 shall be 0.3: a millionth of a millisecond is finer than anything here. */
function roundMs(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}
