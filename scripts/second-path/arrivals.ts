import { ahead, numbers, option, type Solve, SPACE } from './shown';

/** Whether a number lies in a window (RFC 9293 §3.4, Table 6). */
function inside(seq: number, start: number, size: number): boolean {
  return (seq - start + SPACE) % SPACE < size;
}

export const resetArrives: Solve = (shown) => {
  const [next = 0, window = 0, seq = 0] = numbers(shown, /RCV\.NXT=(\d+) and RCV\.WND=(\d+)\. A RST with SEQ=(\d+)/);
  if (seq === next) return option(shown, 'The connection ends');
  return option(shown, inside(seq, next, window) ? 'An ACK goes out' : 'Nothing');
};

const DATA = /RCV\.NXT=(\d+) and RCV\.WND=(\d+)\. An old duplicate .*SEQ=(\d+),? (?:and )?(\d+) octets/;

export const dataArrives: Solve = (shown) => {
  const [next = 0, window = 0, seq = 0, length = 0] = numbers(shown, DATA);
  if (!inside(seq, next, window) && !inside((seq + length - 1) % SPACE, next, window)) {
    return option(shown, 'An ACK goes out');
  }
  return option(shown, ahead(next, seq) > 0 ? 'It is kept' : 'Its new octets');
};

export const newOctets: Solve = (shown) => {
  const [next = 0, window = 0, seq = 0, length = 0] = numbers(shown, DATA);
  let taken = 0;
  for (let octet = seq; octet < seq + length; octet++) if (octet >= next && octet < next + window) taken += 1;
  return taken;
};

export const entryOnLinux: Solve = (shown) => {
  const [entered = 0, next = 0, arrives = 0, seq = 0] = numbers(
    shown,
    /TIME_WAIT at ([\d.]+) s, with RCV\.NXT=(\d+)\. At ([\d.]+) s .*SEQ=(\d+)\./,
  );
  if (shown.prompt.includes('a RST')) return seq === next ? arrives : entered + 60;
  return (shown.prompt.includes('a SYN') ? entered : arrives) + 60;
};

export const synIntoTimeWait: Solve = (shown) => {
  const [next = 0, last = 0, seq = 0, value = 0] = numbers(
    shown,
    /RCV\.NXT=(\d+); .* was (\d+)\. .* SEQ=(\d+) and TSval=(\d+)/,
  );
  const isNew = value > last || (value === last && seq > next);
  return option(shown, isNew ? 'SYN,ACK' : 'An ACK');
};

export const isnAfterReopening: Solve = (shown) => {
  const [next = 0] = numbers(shown, /SND\.NXT=(\d+)/);
  return (next + 65_535 + 2) % SPACE;
};

export const pawsVerdict: Solve = (shown) => {
  const [recent = 0, value = 0] = numbers(shown, /TS\.Recent is (\d+)\. .* TSval=(\d+)\?*/);
  const isOld = ahead(recent, value) < 0 && !shown.prompt.includes('A RST');
  return option(shown, isOld ? 'It is dropped, and an ACK' : 'It is accepted');
};

export const challengeAcks: Solve = ({ prompt }) => {
  const moments = (/arrive at ([\d, ]+) ms/.exec(prompt)?.[1] ?? '').split(', ').map(Number);
  let last = Number.NEGATIVE_INFINITY;
  let answered = 0;
  for (const ms of moments) {
    if (ms - last < 500) continue;
    last = ms;
    answered += 1;
  }
  return answered;
};

export const numberOfTheReset: Solve = (shown) => numbers(shown, /and RCV\.NXT=(\d+)/)[0] ?? 0;

export const wrapTime: Solve = (shown) => {
  const [megabits = 1] = numbers(shown, /path of ([\d,]+) Mbit/);
  return SPACE / ((megabits * 1e6) / 8);
};
