import type { Recorded } from './trace-file';

type Packet = Recorded['packets'][number];

/** A moment of the recording and the same one of the prediction. */
export interface Pair {
  readonly host: string;
  readonly actualMs: number;
  readonly predictedMs: number;
}

/** Two times are the same within this, of the interval since the host's last event. */
function tolerance(intervalMs: number): number {
  return Math.max(40, Math.abs(intervalMs) * 0.05);
}

/** Packets of each direction, in order; then their times. */
export function comparePackets(
  predicted: Recorded,
  actual: Recorded,
  endMs: number,
): { difference: string | null; pairs: Pair[] } {
  const pairs: Pair[] = callPairs(predicted, actual);
  const matched: [Packet, Packet][] = [];
  let difference: { atMs: number; text: string } | null = null;
  const differs = (atMs: number, text: string) => {
    if (difference === null || atMs < difference.atMs) difference = { atMs, text };
  };
  for (const dir of ['A>B', 'B>A']) {
    const ours = predicted.packets.filter((one) => one.dir === dir);
    const theirs = actual.packets.filter((one) => one.dir === dir);
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const [mine, real] = [ours[index], theirs[index]];
      if (mine === undefined || real === undefined) {
        const extra = mine ?? real;
        if (extra !== undefined && extra.t < endMs - 40)
          differs(extra.t, `${print(mine)} predicted, ${print(real)} sent`);
        break;
      }
      if (print(mine) !== print(real)) {
        differs(
          Math.min(mine.t, real.t),
          `${print(mine)} predicted at ${ms(mine.t)}, ${print(real)} sent at ${ms(real.t)}`,
        );
        break;
      }
      matched.push([mine, real]);
    }
  }
  for (const [mine, real] of matched) pairs.push(...momentsOf(mine, real));
  pairs.sort((a, b) => a.actualMs - b.actualMs);
  for (const [mine, real] of matched) {
    if (real.fate === 'injected') continue;
    const late = offBy(real.dir.charAt(0), mine.t, real.t, pairs);
    if (late !== null) differs(real.t, `${print(real)} predicted at ${ms(mine.t)}, sent at ${ms(real.t)} (${late})`);
  }
  return { difference: (difference as { text: string } | null)?.text ?? null, pairs };
}

/** How far a moment lies from its prediction, counted from the host's previous event; null where that is near enough. */
export function offBy(host: string, predictedMs: number, actualMs: number, pairs: readonly Pair[]): string | null {
  let previous: Pair | undefined;
  for (const pair of pairs) {
    if (pair.actualMs >= actualMs) break;
    if (pair.host === host) previous = pair;
  }
  const interval = actualMs - (previous?.actualMs ?? 0);
  const expected = predictedMs - (previous?.predictedMs ?? 0);
  if (Math.abs(interval - expected) <= tolerance(interval)) return null;
  return `${ms(expected)} predicted and ${ms(interval)} seen since the host's last event`;
}

function callPairs(predicted: Recorded, actual: Recorded): Pair[] {
  const waiting = [...predicted.calls];
  return actual.calls.flatMap(({ host, sock, call, t }) => {
    const index = waiting.findIndex((one) => one.host === host && one.sock === sock && one.call === call);
    const [mine] = index < 0 ? [] : waiting.splice(index, 1);
    return mine === undefined ? [] : [{ host, actualMs: t, predictedMs: mine.t }];
  });
}

function momentsOf(mine: Packet, real: Packet): Pair[] {
  const [from = '', to = ''] = real.dir.split('>');
  const sent = { host: from, actualMs: real.t, predictedMs: mine.t };
  const injected = real.fate === 'injected';
  if (real.deliveredAt == null || mine.deliveredAt == null) return injected ? [] : [sent];
  const arrived = { host: to, actualMs: real.deliveredAt, predictedMs: mine.deliveredAt };
  return injected ? [arrived] : [sent, arrived];
}

function print(packet: Packet | undefined): string {
  if (packet === undefined) return 'nothing';
  const { dir, srcPort, dstPort, flags, seq, ack, len } = packet;
  return `${dir} ${srcPort}→${dstPort} ${flags} seq ${seq ?? '–'} ack ${ack ?? '–'} len ${len}`;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
