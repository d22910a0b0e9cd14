import { MOST_LINES, MOST_UNREAD_SHOWN, type Paste, type SocketRow, type Unread, type UnreadLine } from './paste';
import { type Findings, readOtherLine } from './read-other-line';
import { readSocket, secondsLeft } from './read-socket';

const LONGEST_LINE = 4000;
const LONGEST_SHOWN = 200;
const PROGRESS_EVERY = 5000;
// Terminals colour what they print, and some copies keep it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const COLOURS = /\x1b\[[0-9;]*[A-Za-z]/g;

/**
 * Reads output of `ss`, `netstat`, `nstat`, `sysctl` and /proc/net/sockstat in any mix. Never throws, whatever it is given;
 * what cannot be read is told with its line. Takes time proportional to the text.
 */
export function readPaste(paste: string, onProgress: (done: number, all: number) => void = () => {}): Paste {
  const all = linesOf(paste);
  const lines = all.slice(0, MOST_LINES);
  const reader = new PasteReader();
  let line = 0;
  for (const text of lines) {
    if (line % PROGRESS_EVERY === 0) onProgress(line, lines.length);
    line += 1;
    reader.read(text, line);
  }
  reader.end();
  onProgress(lines.length, lines.length);
  return reader.paste(lines.length, all.length - lines.length);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What stands between spaces and tabs. By hand: a regular expression takes twice as long, a hundred thousand times. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let from = -1;
  for (let index = 0; index <= text.length; index++) {
    const isSpace = index === text.length || text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9;
    if (isSpace && from >= 0) {
      words.push(text.slice(from, index));
      from = -1;
    } else if (!isSpace && from < 0) {
      from = index;
    }
  }
  return words;
}

class PasteReader {
  private readonly byPair = new Map<string, SocketRow>();
  private repeated = 0;
  private otherSockets = 0;
  private readonly findings: Findings = {
    summary: Object.create(null),
    sockstat: Object.create(null),
    counters: Object.create(null),
    sysctl: Object.create(null),
    kernel: null,
    filtered: null,
  };
  private readonly unread: UnreadLine[] = [];
  private unreadCount = 0;
  /** The socket of the line above, to which an indented line belongs. */
  private last: SocketRow | null = null;
  /** A line that began as a socket; in a narrow window the rest stands below, indented. */
  private begun: { readonly text: string; readonly line: number } | null = null;

  read(given: string, line: number): void {
    const text = given.length > LONGEST_LINE ? given.slice(0, LONGEST_LINE) : given;
    const plain = text.includes('\x1b') ? text.replace(COLOURS, '') : text;
    const isIndented = plain.startsWith(' ') || plain.startsWith('\t');
    const trimmed = plain.trim();
    if (trimmed === '') {
      this.end();
      return;
    }
    if (isIndented && this.begun !== null) {
      const whole = `${this.begun.text} ${trimmed}`;
      this.begun = null;
      this.readLine(whole, line, false);
      return;
    }
    this.end();
    this.readLine(trimmed, line, isIndented);
  }

  /** What was begun and has not gone on is cut off. */
  end(): void {
    if (this.begun === null) return;
    this.refuse(this.begun.text, this.begun.line, 'cut-off');
    this.begun = null;
  }

  private readLine(text: string, line: number, isIndented: boolean): void {
    const words = wordsOf(text);
    const found = readSocket(words, this.findings.filtered);
    if (found === 'cut-off') this.begun = { text, line };
    else if (found === 'no-state') this.refuse(text, line, found);
    else if (found === 'other') this.otherSockets += 1;
    else if (found !== null) this.keep(found);
    else if (isIndented && this.last !== null) this.addDetails(words);
    else if (!readOtherLine(text, this.findings)) this.refuse(text, line, 'not-known');
  }

  private keep(row: SocketRow): void {
    const pair = `${row.local.name} ${row.remote.name}`;
    const known = this.byPair.size;
    this.byPair.set(pair, row);
    if (this.byPair.size === known) this.repeated += 1;
    this.last = row;
  }

  /** An indented line below a socket: of what it says, only the timer of TIME_WAIT counts here. */
  private addDetails(words: readonly string[]): void {
    const { last } = this;
    const timeWaitSeconds = secondsLeft(words, 0);
    if (last === null || timeWaitSeconds === null || last.timeWaitSeconds !== null) return;
    if (last.state !== 'TIME_WAIT') return;
    this.repeated -= 1;
    this.keep({ ...last, timeWaitSeconds });
  }

  private refuse(text: string, line: number, why: Unread): void {
    this.unreadCount += 1;
    if (this.unread.length < MOST_UNREAD_SHOWN) this.unread.push({ line, text: text.slice(0, LONGEST_SHOWN), why });
  }

  paste(lines: number, leftOut: number): Paste {
    const { repeated, otherSockets, unread, unreadCount } = this;
    const { summary, sockstat, counters, sysctl, kernel } = this.findings;
    const sockets = [...this.byPair.values()];
    return {
      ...{ lines, sockets, repeated, otherSockets, summary, sockstat, counters, sysctl, kernel },
      ...{ unread, unreadCount, leftOut },
    };
  }
}
