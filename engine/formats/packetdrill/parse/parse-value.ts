import { Mismatch } from '../problem';
import type { Value } from '../script';
import type { Scanner } from './scanner';

/** An expression: `...`, a number, a word, a string, `a|b`, `[…]`, `{…}`, `name=…`, `name(…)`, `name(…)=…`. */
export function parseValue(scanner: Scanner): Value {
  const first = parsePrimary(scanner);
  if (scanner.peek() !== '|') return first;
  const items = [first];
  while (scanner.take(/\|/) !== null) items.push(parsePrimary(scanner));
  return { kind: 'or', items };
}

function parsePrimary(scanner: Scanner): Value {
  if (scanner.take(/\.\.\./) !== null) return { kind: 'any' };
  const hex = scanner.take(/-?0x[0-9a-fA-F]+/);
  if (hex !== null) return { kind: 'number', value: Number(hex) };
  const number = scanner.take(/-?\d+/);
  if (number !== null) return { kind: 'number', value: Number(number) };
  const string = scanner.take(/"(?:\\.|[^"\\])*"/);
  if (string !== null) {
    scanner.take(/\.\.\./);
    return { kind: 'string', text: string.slice(1, -1) };
  }
  if (scanner.take(/\[/) !== null) return { kind: 'list', items: parseItems(scanner, /\]/) };
  if (scanner.take(/\{/) !== null) return { kind: 'group', items: parseItems(scanner, /\}/) };
  const word = scanner.take(/[A-Za-z_]\w*/);
  if (word === null) throw new Mismatch(scanner.line, `a value expected at '${scanner.rest()}'`);
  return parseAfterWord(word, scanner);
}

function parseAfterWord(word: string, scanner: Scanner): Value {
  const items = scanner.take(/\(/) === null ? null : parseItems(scanner, /\)/);
  if (scanner.take(/=(?!=)/) !== null) return { kind: 'pair', name: word, value: parseValue(scanner) };
  return items === null ? { kind: 'word', word } : { kind: 'apply', name: word, items };
}

/** Values with commas between them, as far as the bracket that closes them. */
export function parseItems(scanner: Scanner, close: RegExp): Value[] {
  const items: Value[] = [];
  if (scanner.take(close) !== null) return items;
  for (;;) {
    items.push(parseValue(scanner));
    if (scanner.take(close) !== null) return items;
    scanner.need(/,/, "','");
  }
}
