import { numbers, type Shown, type Solve, SPACE } from './shown';

interface Line {
  readonly id: string;
  readonly from: string;
  readonly seq: number;
  readonly ack: number;
  /** Numbers that it takes up. */
  readonly takes: number;
}

function readLine(id: string, text: string): Line {
  const found = /(\w+) > \w+ {2}([A-Z, ]+?) {2,}SEQ=(\d+) ACK=(\d+) LEN=(\d+)/.exec(text);
  if (!found) throw new Error(`no line of a trace: ${text}`);
  const [, from = '', flags = '', seq, ack, length] = found;
  return { id, from, seq: Number(seq), ack: Number(ack), takes: Number(length) + (flags.includes('FIN') ? 1 : 0) };
}

/** Keeps both sides' books; the first line that does not agree with them is false. */
export const faultInATrace: Solve = ({ exhibit, options }: Shown) => {
  const lines = (exhibit ?? '').split('\n').map((text, place) => readLine(String(place + 1), text));
  const next = new Map<string, number>();
  for (const { id, from, seq, ack, takes } of lines) {
    const other = from === 'client' ? 'server' : 'client';
    const isTrue = seq === (next.get(from) ?? seq) && ack === (next.get(other) ?? ack);
    if (!isTrue) return options.find(({ text }) => text === `Line ${id}`)?.id ?? `no option names line ${id}`;
    if (!next.has(other)) next.set(other, ack);
    next.set(from, (seq + takes) % SPACE);
  }
  return 'no line is false';
};

/** Each line was sent with all before it received: the sum of both numbers grows, and what takes numbers comes before its ACK. */
export const orderOfSegments: Solve = ({ items }: Shown) => {
  const lines = items.map(({ id, text }) => readLine(id, text));
  // What a line's sender knew: its own numbers up to SEQ and the other's up to ACK. A line adds what it takes.
  const knew = ({ seq, ack }: Line) => seq + ack;
  return [...lines].sort((a, b) => knew(a) - knew(b) || a.takes - b.takes).map(({ id }) => id);
};

/** Works out when each state is entered from the two calls and the flight. */
export const orderOfAClose: Solve = (shown: Shown) => {
  const [flight = 0, client = 0, server = 0] = numbers(
    shown,
    /takes (\d+) ms one way.* close\(\) at ([\d.]+) s, the server at ([\d.]+) s/,
  );
  const moments = new Map<string, number>();
  const enter = (side: string, state: string, ms: number) => moments.set(`The ${side} enters ${state}`, ms);
  const closes = { client: client * 1000, server: server * 1000 };
  const [one, two] = closes.client <= closes.server ? (['client', 'server'] as const) : (['server', 'client'] as const);
  const [a, b] = [closes[one], closes[two]];
  if (b < a + flight) {
    for (const [side, own, other] of [
      [one, a, b],
      [two, b, a],
    ] as const) {
      enter(side, 'FIN_WAIT_1', own);
      enter(side, 'CLOSING', other + flight);
      enter(side, 'TIME_WAIT', own + 2 * flight);
    }
  } else {
    enter(one, 'FIN_WAIT_1', a);
    enter(two, 'CLOSE_WAIT', a + flight);
    enter(one, 'FIN_WAIT_2', a + 2 * flight);
    enter(two, 'LAST_ACK', b);
    enter(one, 'TIME_WAIT', b + flight);
  }
  const at = ({ text }: { text: string }) => moments.get(text) ?? Number.NaN;
  return [...shown.items].sort((x, y) => at(x) - at(y)).map(({ id }) => id);
};
