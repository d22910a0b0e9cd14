/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a reader of text stumbles over. */
const STRANGE = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\0',
    '\x1b[31m',
    ':',
    ':::',
    '*:*',
    '[',
    ']',
    '%',
    '=',
    '(',
    '))',
    ',',
    '-',
    '#',
    '$ ss -tan ',
  ],
  ...[
    '99999999999999999999',
    '-1',
    '65536',
    'NaN',
    '1e309',
    '__proto__',
    'constructor',
    'toString',
    '时间',
    '\ud800',
    '🙂',
  ],
  ...['TIME-WAIT', 'tcp', 'timer:(timewait,', 'users:((', 'net.ipv4.', 'state time-wait', 'TCP:', '::ffff:'],
];
const MOST_LINES = 40;
const MOST_CHANGES = 6;

/** Some lines of the texts, put together and spoilt in a few places. */
export function mutate(texts: readonly string[], chance: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const lines = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
    const all = (pick(texts) ?? '').split('\n');
    const from = Math.floor(chance() * all.length);
    return all.slice(from, from + Math.floor(chance() * MOST_LINES));
  }).flat();
  let text = lines.join('\n');
  for (let change = Math.floor(chance() * MOST_CHANGES); change >= 0; change--) {
    const at = Math.floor(chance() * (text.length + 1));
    const until = chance() < 0.7 ? at : at + Math.floor(chance() * 60);
    const more = (pick(STRANGE) ?? '').repeat(chance() < 0.05 ? 500 : 1);
    text = text.slice(0, at) + more + text.slice(until);
  }
  return text;
}
