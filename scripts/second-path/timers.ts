import { numbers, type Solve } from './shown';

/** RFC 6298: one RTO, then twice as long each time. */
function moments(rtoMs: number, count: number): number[] {
  const list: number[] = [];
  for (let at = rtoMs, interval = rtoMs; list.length < count; ) {
    list.push(at);
    interval *= 2;
    at += interval;
  }
  return list;
}

export const retransmissionMoment: Solve = (shown) => {
  const [sent = 0, rto = 0, which = 1] = numbers(shown, /FIN at ([\d.]+) s, .* timeout of (\d+) ms\. .* number (\d+)/);
  return sent + (moments(rto, which).at(-1) ?? 0) / 1000;
};

export const timeoutAfterLosses: Solve = (shown) => {
  const [rto = 0, lost = 0, most = 0] = numbers(
    shown,
    /timeout of (\d+) ms\. .*; (\d+) retransmissions .* of (\d+) s\?/,
  );
  let interval = rto;
  for (let n = 0; n < lost; n++) interval = Math.min(interval * 2, most * 1000);
  return interval / 1000;
};

export const retransmissionsSoFar: Solve = (shown) => {
  const [rto = 0, at = 0] = numbers(shown, /timeout of (\d+) ms.* by ([\d.]+) s/);
  return moments(rto, 20).filter((ms) => ms <= at * 1000).length;
};

export const endOfLastAck: Solve = (shown) => {
  const [rto = 0, most = 0] = numbers(shown, /timeout of (\d+) ms\. .* retransmits (\d+) times/);
  return (moments(rto, most + 1).at(-1) ?? 0) / 1000;
};

export const firstTimeout: Solve = (shown) => {
  const [rtt = 0] = numbers(shown, /one round trip, (\d+) ms/);
  return Math.max(1000, rtt + 4 * (rtt / 2));
};
