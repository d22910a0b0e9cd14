import 'server-only';

/** Milliseconds as seconds without needless zeros: 1250 → '1.25'. */
export function seconds(ms: number): string {
  return String(Math.round(ms) / 1000);
}

/** A count with commas between thousands, as both languages of the book write it. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}
