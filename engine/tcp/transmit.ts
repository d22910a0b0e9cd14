import { congestionWindow, segmentsTogether } from './congestion';
import type { ReceiveSide, SendSide, SentSegment, Synchronized, SynSent } from './connection';
import { acknowledged, toSegment } from './emit';
import { onSending } from './quick-ack';
import { armRetransmission, untilProbe } from './retransmission-timer';
import type { RuleId } from './rules';
import { advance, distance } from './sequence-number';
import type { Turn } from './turn';

/** Sends what the window lets out: queued octets in segments of at most one MSS, then the FIN (RFC 9293 §3.10.2, §3.10.4). */
export function transmit<C extends Synchronized>(connection: C, turn: Turn): C {
  let current = connection;
  const mss = effectiveMss(connection, turn);
  const together = segmentsTogether(connection.send, turn.context.profile);
  const isPlain = together === Number.POSITIVE_INFINITY;
  let next = nextSegment(current.send, turn, mss);
  for (let inPiece = 1; next !== null; inPiece += 1) {
    const isLast = next.text.length === current.send.unsent.length;
    const sent = withSent(current.send, next);
    const following = nextSegment(sent, turn, mss);
    const endsPiece = inPiece === together || following === null;
    const psh = next.text !== '' && (isLast || (endsPiece && inPiece > 1));
    current = isPlain ? sendFirst(current, next, turn, sent) : sendFirst(current, { ...next, psh }, turn);
    if (endsPiece) inPiece = 0;
    next = following;
  }
  const { send } = current;
  if (send.inFlight.length === 0 && (send.unsent !== '' || send.finQueued) && send.sndWnd === 0) {
    turn.met('window/zero');
    turn.arm('persist', send.rtoMs);
  }
  return current;
}

/** What both sides take (RFC 9293 §3.7.1, MUST-16). Linux counts the timestamp option in (RFC 6691). */
function effectiveMss({ send, receive }: Synchronized, turn: Turn): number {
  const { initialWindow } = turn.context.profile;
  const mss = Math.min(turn.context.profile.mss, send.mss ?? Number.POSITIVE_INFINITY);
  return initialWindow === null || receive.tsRecent === null ? mss : mss - TIMESTAMP_OCTETS;
}

/** The option's ten octets and two of padding (RFC 7323 App. A). */
const TIMESTAMP_OCTETS = 12;

/** The segment that may leave now, or null. */
function nextSegment(send: SendSide, turn: Turn, mss: number): SentSegment | null {
  if (send.unsent === '' && !send.finQueued) return null;
  const { profile, nowMs } = turn.context;
  if (send.unsent !== '' && send.inFlight.length >= congestionWindow(send, profile)) {
    turn.met('send/congestion-window-full');
    return null;
  }
  const usable = send.sndWnd - distance(send.sndUna, send.sndNxt);
  const text = send.unsent.slice(0, Math.max(0, Math.min(mss, usable)));
  const fin = send.finQueued && text.length === send.unsent.length && text.length < usable;
  if (text === '' && !fin) {
    if (send.sndWnd > 0) turn.met('send/window-full');
    return null;
  }
  if (profile.nagle && !fin && text.length < mss && send.inFlight.length > 0) {
    turn.met('send/nagle-waits');
    return null;
  }
  return { seq: send.sndNxt, text, syn: false, fin, sentMs: nowMs, transmissions: 1 };
}

/** `sent` is the send side once the segment is out, where that is known already. */
function sendFirst<C extends Synchronized>(
  connection: C,
  segment: SentSegment,
  turn: Turn,
  sent = withSent(connection.send, segment),
): C {
  const { send, receive } = connection;
  const rule: RuleId = segment.fin ? 'close/fin-sent' : 'send/data-sent';
  turn.met(rule);
  turn.send(toSegment(segment, send, receive, receive.capacity, turn.context), rule);
  const isFirst = send.inFlight.length === 0;
  const timed = isFirst || untilProbe(sent, turn) !== null ? armRetransmission(sent, turn) : sent;
  return { ...connection, send: timed, receive: acknowledged(answering(receive, segment, turn), turn) };
}

function withSent(send: SendSide, segment: SentSegment): SendSide {
  return {
    ...send,
    sndNxt: advance(send.sndNxt, segment.text.length + (segment.fin ? 1 : 0)),
    unsent: send.unsent.slice(segment.text.length),
    finQueued: send.finQueued && !segment.fin,
    inFlight: [...send.inFlight, segment],
  };
}

/** Text that leaves soon after text came makes a conversation of it, as Linux sees it. */
function answering(receive: ReceiveSide, { text }: SentSegment, turn: Turn): ReceiveSide {
  const { ackMode } = receive;
  return ackMode === undefined || text === ''
    ? receive
    : { ...receive, ackMode: onSending(ackMode, turn.context.nowMs) };
}

/** The probe of a lost tail: what has not been sent yet, else the last segment again; the time-out proper comes after it (RFC 8985 §7.3). */
export function sendTailProbe<C extends Synchronized>(connection: C, turn: Turn): C {
  turn.met('retransmission/tail-probe');
  const { send, receive } = connection;
  const last = send.inFlight.at(-1);
  if (last === undefined) return connection;
  const fresh = unsentProbe(connection, turn);
  turn.arm('retransmission', send.rtoMs);
  if (fresh !== null) {
    turn.send(toSegment(fresh, send, receive, receive.capacity, turn.context), 'retransmission/tail-probe');
    return { ...connection, send: { ...withSent(send, fresh), probe: 'sent' } };
  }
  const again = { ...last, sentMs: turn.context.nowMs, transmissions: last.transmissions + 1 };
  turn.send(toSegment(again, send, receive, receive.capacity, turn.context), 'retransmission/tail-probe');
  return { ...connection, send: { ...send, probe: 'sent', inFlight: [...send.inFlight.slice(0, -1), again] } };
}

/** "If there is a previously unsent segment, send it" as far as the window reaches, whatever the congestion window says (RFC 8985 §7.3). */
function unsentProbe(connection: Synchronized, turn: Turn): SentSegment | null {
  const { send } = connection;
  const usable = send.sndWnd - distance(send.sndUna, send.sndNxt);
  const text = send.unsent.slice(0, effectiveMss(connection, turn));
  if (text === '' || text.length > usable) return null;
  const psh = text.length === send.unsent.length;
  return { seq: send.sndNxt, text, syn: false, fin: false, psh, sentMs: turn.context.nowMs, transmissions: 1 };
}

/** Sends the oldest unacknowledged segment once more (RFC 6298 §5.4). */
export function sendOldestAgain<C extends Synchronized | SynSent>(connection: C, turn: Turn, rule: RuleId): C {
  const { send } = connection;
  const [oldest, ...others] = send.inFlight;
  if (oldest === undefined) return connection;
  const again = { ...oldest, sentMs: turn.context.nowMs, transmissions: oldest.transmissions + 1 };
  const receive = 'receive' in connection ? connection.receive : null;
  const capacity = 'capacity' in connection ? connection.capacity : 0;
  turn.send(toSegment(again, send, receive, capacity, turn.context), rule);
  return { ...connection, send: { ...send, inFlight: [again, ...others] } };
}

/** A zero window is probed with one octet beyond it, so that its opening cannot be missed (RFC 9293 §3.8.6.1, MUST-36). */
export function sendProbe<C extends Synchronized>(connection: C, turn: Turn): C {
  const { send } = connection;
  if (send.inFlight.length > 0 || (send.unsent === '' && !send.finQueued)) return connection;
  turn.met('window/probed');
  const text = send.unsent.slice(0, 1);
  const fin = send.finQueued && text === send.unsent;
  const { nowMs } = turn.context;
  return sendFirst(connection, { seq: send.sndNxt, text, syn: false, fin, sentMs: nowMs, transmissions: 1 }, turn);
}
