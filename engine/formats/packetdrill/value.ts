import { Mismatch, Unsupported } from './problem';
import type { Value } from './script';

/** Names for numbers that scripts use. */
const NUMBERS: Readonly<Record<string, number>> = { O_RDONLY: 0, O_RDWR: 2, MSG_MORE: 0x8000, MSG_DONTWAIT: 0x40 };

/** A number or the name of one; `a|b` is the sum of the names. */
export function numberOf(value: Value | undefined, line: number): number {
  if (value?.kind === 'number') return value.value;
  if (value?.kind === 'word') {
    const known = NUMBERS[value.word];
    if (known !== undefined) return known;
  }
  if (value?.kind === 'list' && value.items.length === 1) return numberOf(value.items[0], line);
  throw new Unsupported(line, `the value ${print(value)}`);
}

/** The words of `a|b`, or the one word. */
export function wordsOf(value: Value | undefined): string[] {
  if (value?.kind === 'word') return [value.word];
  return value?.kind === 'or' ? value.items.flatMap(wordsOf) : [];
}

export function wordOf(value: Value | undefined, line: number): string {
  if (value?.kind === 'word') return value.word;
  throw new Mismatch(line, `a name expected and not ${print(value)}`);
}

/** `{onoff=1, linger=0}` */
export function fieldOf(value: Value | undefined, name: string): Value | undefined {
  const items = value?.kind === 'group' ? value.items : [];
  for (const item of items) {
    if (item.kind === 'pair' && item.name === name) return item.value;
    const inner = item.kind === 'group' ? fieldOf(item, name) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

export function print(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'any':
      return '...';
    case 'number':
      return String(value.value);
    case 'word':
      return value.word;
    case 'string':
      return `"${value.text}"`;
    case 'or':
      return value.items.map(print).join('|');
    case 'list':
      return `[${value.items.map(print).join(', ')}]`;
    case 'group':
      return `{${value.items.map(print).join(', ')}}`;
    case 'pair':
      return `${value.name}=${print(value.value)}`;
    case 'apply':
      return `${value.name}(${value.items.map(print).join(', ')})`;
  }
}
