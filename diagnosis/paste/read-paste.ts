import {
  type Endpoint,
  MOST_LINES,
  MOST_UNREAD_SHOWN,
  type Paste,
  type SocketRow,
  type Unread,
  type UnreadLine,
} from './paste';
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
  const text = paste.includes('\x1b') ? paste.replace(COLOURS, '') : paste;
  const all = countLines(text);
  const lines = Math.min(all, MOST_LINES);
  const reader = new PasteReader();
  let from = 0;
  for (let line = 1; line <= lines; line++) {
    if (line % PROGRESS_EVERY === 1) onProgress(line - 1, lines);
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    reader.read(text.slice(from, Math.min(until, from + LONGEST_LINE)), line);
    from = until + 1;
  }
  reader.end();
  onProgress(lines, lines);
  return reader.paste(lines, all - lines);
}

/** A last line without its end is one too. */
function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return text === '' || text.endsWith('\n') ? count : count + 1;
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
  private readonly rows: SocketRow[] = [];
  /** Something stands between the sockets, or the first one comes again: then there may be two lists of the same ones. */
  private isMixed = false;
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

  read(text: string, line: number): void {
    const isIndented = text.startsWith(' ') || text.startsWith('\t');
    const trimmed = text.trim();
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
    else this.readOther(text, line);
  }

  private readOther(text: string, line: number): void {
    if (this.rows.length > 0) this.isMixed = true;
    if (!readOtherLine(text, this.findings)) this.refuse(text, line, 'not-known');
  }

  private keep(row: SocketRow): void {
    const [first] = this.rows;
    if (first !== undefined && isSame(first.remote, row.remote) && isSame(first.local, row.local)) this.isMixed = true;
    this.rows.push(row);
    this.last = row;
  }

  /** An indented line below a socket: of what it says, only the timer of TIME_WAIT counts here. */
  private addDetails(words: readonly string[]): void {
    const { last } = this;
    const timeWaitSeconds = secondsLeft(words, 0);
    if (last === null || timeWaitSeconds === null || last.timeWaitSeconds !== null) return;
    if (last.state !== 'TIME_WAIT') return;
    this.rows.pop();
    this.keep({ ...last, timeWaitSeconds });
  }

  private refuse(text: string, line: number, why: Unread): void {
    this.unreadCount += 1;
    if (this.unread.length < MOST_UNREAD_SHOWN) this.unread.push({ line, text: text.slice(0, LONGEST_SHOWN), why });
  }

  paste(lines: number, leftOut: number): Paste {
    const { otherSockets, unread, unreadCount } = this;
    const { summary, sockstat, counters, sysctl, kernel } = this.findings;
    const sockets = this.isMixed ? latestOf(this.rows) : this.rows;
    const repeated = this.rows.length - sockets.length;
    return {
      ...{ lines, sockets, repeated, otherSockets, summary, sockstat, counters, sysctl, kernel },
      ...{ unread, unreadCount, leftOut },
    };
  }
}

/** One row for each four-tuple, the later one where there are two. */
function latestOf(rows: readonly SocketRow[]): SocketRow[] {
  const byPair = new Map<string, SocketRow>();
  for (const row of rows) {
    const { local, remote } = row;
    byPair.set(`${local.address} ${local.port} ${remote.address} ${remote.port}`, row);
  }
  return [...byPair.values()];
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.port === other.port && one.address === other.address;
}
