import { Mismatch, Unsupported } from '../problem';
import type { Action, EventTime, PacketdrillScript, ScriptEvent } from '../script';
import { parsePacket } from './parse-packet';
import { parseItems, parseValue } from './parse-value';
import { preprocess } from './preprocess';
import { Scanner } from './scanner';

/** Parses packetdrill's language, Google's and the dialect of FreeBSD's suite. `defined` are the names that #ifdef knows. */
export function parseScript(text: string, defined: ReadonlySet<string>): PacketdrillScript {
  const { script, problems } = readScript(text, defined);
  if (problems[0] !== undefined) throw problems[0];
  return script;
}

/**
 * As `parseScript`, but what cannot be read is passed over, line by line, and told; `events` ends before the first of it. What is only not
 * understood is told once: behind it nobody can say where the next event begins.
 */
export function readScript(text: string, defined: ReadonlySet<string>): ReadScript {
  const scanner = new Scanner(preprocess(text, defined));
  const options = parseOptions(scanner);
  // Before anything else of it is read: what it needs besides does not matter.
  if (options.get('ip_version')?.includes('6') === true) throw new Unsupported(1, 'IPv6');
  const setUpLine = scanner.peek() === '`' ? scanner.line : null;
  const setUp = setUpLine === null ? null : { line: setUpLine, text: parseCommand(scanner) };
  const events: ScriptEvent[] = [];
  const problems: (Unsupported | Mismatch)[] = [];
  while (!scanner.isAtEnd) {
    try {
      const event = parseEvent(scanner);
      if (problems.length === 0) events.push(event);
    } catch (error) {
      if (!(error instanceof Unsupported) && !(error instanceof Mismatch)) throw error;
      if (problems.length === 0 || error instanceof Unsupported) problems.push(error);
      scanner.skipLine();
    }
  }
  return { script: { options, setUp, events }, problems };
}

export interface ReadScript {
  readonly script: PacketdrillScript;
  readonly problems: readonly (Unsupported | Mismatch)[];
}

function parseOptions(scanner: Scanner): Map<string, string> {
  const options = new Map<string, string>();
  for (let option = scanner.take(/--\w+/); option !== null; option = scanner.take(/--\w+/)) {
    const value = scanner.take(/=/) === null ? '' : scanner.need(/"[^"]*"|`[^`]*`|[^\s"`]+/, 'a value');
    options.set(option.slice(2), value.replaceAll(/^["`]|["`]$/g, ''));
  }
  return options;
}

function parseEvent(scanner: Scanner): ScriptEvent {
  const { line } = scanner;
  // A command may close a script, with no time of its own.
  const time: EventTime = scanner.peek() === '`' ? { kind: 'any' } : parseTime(scanner);
  return { line, time, action: parseAction(scanner) };
}

const TIME = /\d*\.\d+|\d+/;

function parseTime(scanner: Scanner): EventTime {
  if (scanner.take(/\*/) !== null) return { kind: 'any' };
  const kind = scanner.take(/\+/) === null ? 'at' : 'after';
  const fromMs = milliseconds(scanner.need(TIME, 'a time'));
  if (scanner.take(/~/) === null) return { kind, fromMs, toMs: fromMs };
  if (kind === 'after') scanner.need(/\+/, "'+'");
  return { kind, fromMs, toMs: milliseconds(scanner.need(TIME, 'a time')) };
}

/** Whole microseconds, which is what packetdrill counts in. */
function milliseconds(seconds: string): number {
  return Math.round(Number(seconds) * 1e6) / 1000;
}

function parseAction(scanner: Scanner): Action {
  switch (scanner.peek()) {
    case '<':
    case '>':
      return { type: 'packet', packet: parsePacket(scanner) };
    case '`':
      return { type: 'command', text: parseCommand(scanner) };
    case '%':
      return { type: 'code', text: scanner.need(/%\{[\s\S]*?\}%/, 'code').slice(2, -2) };
    default:
      return parseCall(scanner);
  }
}

function parseCommand(scanner: Scanner): string {
  return scanner.need(/`[^`]*`/, 'a command').slice(1, -1);
}

function parseCall(scanner: Scanner): Action {
  const endMs = scanner.take(/\.\.\.\+?/) === null ? null : milliseconds(scanner.need(TIME, 'a time'));
  const name = scanner.need(/[A-Za-z_]\w*/, 'a packet, a call or a command');
  scanner.need(/\(/, "'('");
  const args = parseItems(scanner, /\)/);
  scanner.need(/=/, "'='");
  const result = parseValue(scanner);
  const errno = scanner.take(/E[A-Z0-9]+\b/);
  // strace's words for the number.
  scanner.take(/\([^)]*\)/);
  return { type: 'call', call: { name, args, result, errno, endMs } };
}
