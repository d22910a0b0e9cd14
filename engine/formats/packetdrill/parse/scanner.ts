import { Mismatch } from '../problem';

/** A place in a script. */
export class Scanner {
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly firstLine = 1,
  ) {}

  get line(): number {
    let line = this.firstLine;
    for (let index = this.text.indexOf('\n'); index >= 0 && index < this.position; ) {
      line += 1;
      index = this.text.indexOf('\n', index + 1);
    }
    return line;
  }

  get isAtEnd(): boolean {
    this.skipSpace();
    return this.position >= this.text.length;
  }

  skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.position))) this.position += 1;
  }

  peek(): string {
    this.skipSpace();
    return this.text.charAt(this.position);
  }

  /** What the pattern matches here, after white space; null where it does not. */
  take(pattern: RegExp): string | null {
    this.skipSpace();
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.position;
    const found = sticky.exec(this.text)?.[0] ?? null;
    if (found !== null) this.position += found.length;
    return found;
  }

  need(pattern: RegExp, what: string): string {
    const found = this.take(pattern);
    if (found === null) throw new Mismatch(this.line, `${what} expected at '${this.rest()}'`);
    return found;
  }

  /** To the beginning of the next line. */
  skipLine(): void {
    const end = this.text.indexOf('\n', this.position);
    this.position = end < 0 ? this.text.length : end + 1;
  }

  /** The rest of this line. */
  rest(): string {
    const end = this.text.indexOf('\n', this.position);
    return this.text.slice(this.position, end < 0 ? undefined : end);
  }
}
