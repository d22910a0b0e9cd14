import type { RuleId } from '../tcp/rules';
import type { FaultKind, Question, Side } from './question';

/** What the network does with one segment. */
export interface Fate {
  readonly kind: 'on time' | FaultKind;
  /** When copies arrive, in milliseconds after sending. None: it is lost. */
  readonly arrivalsMs: readonly number[];
}

/** A segment that did not simply arrive on time: which side's, and the how manieth of those it sent since the handshake, from 1. */
export interface Strike {
  readonly side: Side;
  readonly nth: number;
  readonly fate: Fate;
}

/** All that can become of a segment, by whether it is the ACK that TIME_WAIT is counted from. The first is always "on time". */
export interface Fates {
  readonly ordinary: readonly Fate[];
  readonly lastAck: readonly Fate[];
}

export function fatesOf({ oneWayMs, mslMs, tickMs, kinds, lastAckArrives }: Question): Fates {
  const ticks: number[] = [];
  for (let ms = tickMs; ms <= mslMs; ms += tickMs) if (ms > oneWayMs) ticks.push(ms);
  const late: Record<FaultKind, Fate[]> = {
    loss: [{ kind: 'loss', arrivalsMs: [] }],
    delay: ticks.map((ms) => ({ kind: 'delay', arrivalsMs: [ms] })),
    duplicate: ticks.map((ms) => ({ kind: 'duplicate', arrivalsMs: [oneWayMs, ms] })),
  };
  const onTime: Fate = { kind: 'on time', arrivalsMs: [oneWayMs] };
  const ordinary = [onTime, ...KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => late[kind])];
  return { ordinary, lastAck: lastAckArrives ? ordinary.filter(({ kind }) => kind !== 'loss') : ordinary };
}

const KINDS: readonly FaultKind[] = ['loss', 'delay', 'duplicate'];

/** Rules under which an ACK is sent that TIME_WAIT is counted from: it answers the other side's FIN, or (Linux) whatever restarts the wait. */
const LAST_ACK: ReadonlySet<RuleId> = new Set([
  'fin-wait-2/fin-received',
  'time-wait/fin-retransmitted',
  'time-wait/anything-restarts',
]);

export function isLastAck(side: Side, rule: RuleId): boolean {
  return side === 'client' && LAST_ACK.has(rule);
}
