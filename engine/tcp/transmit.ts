import type { SendSide, SentSegment, Synchronized, SynSent } from './connection';
import { acknowledged, toSegment } from './emit';
import type { RuleId } from './rules';
import { advance, distance } from './sequence-number';
import type { Turn } from './turn';

/** Sends what the window lets out: queued octets in segments of at most one MSS, then the FIN (RFC 9293 §3.10.2, §3.10.4). */
export function transmit<C extends Synchronized>(connection: C, turn: Turn): C {
  let current = connection;
  for (let next = nextSegment(current.send, turn); next !== null; next = nextSegment(current.send, turn)) {
    current = sendFirst(current, next, turn);
  }
  const { send } = current;
  if (send.inFlight.length === 0 && (send.unsent !== '' || send.finQueued) && send.sndWnd === 0) {
    turn.met('window/zero');
    turn.arm('persist', send.rtoMs);
  }
  return current;
}

/** The segment that may leave now, or null. */
function nextSegment(send: SendSide, turn: Turn): SentSegment | null {
  if (send.unsent === '' && !send.finQueued) return null;
  const { profile, nowMs } = turn.context;
  const usable = send.sndWnd - distance(send.sndUna, send.sndNxt);
  const text = send.unsent.slice(0, Math.max(0, Math.min(profile.mss, usable)));
  const fin = send.finQueued && text.length === send.unsent.length && text.length < usable;
  if (text === '' && !fin) return null;
  if (profile.nagle && !fin && text.length < profile.mss && send.inFlight.length > 0) {
    turn.met('send/nagle-waits');
    return null;
  }
  return { seq: send.sndNxt, text, syn: false, fin, sentMs: nowMs, transmissions: 1 };
}

function sendFirst<C extends Synchronized>(connection: C, segment: SentSegment, turn: Turn): C {
  const { send, receive } = connection;
  const rule: RuleId = segment.fin ? 'close/fin-sent' : 'send/data-sent';
  turn.met(rule);
  turn.send(toSegment(segment, send, receive, receive.capacity, turn.context), rule);
  if (send.inFlight.length === 0) turn.arm('retransmission', send.rtoMs);
  return {
    ...connection,
    send: {
      ...send,
      sndNxt: advance(send.sndNxt, segment.text.length + (segment.fin ? 1 : 0)),
      unsent: send.unsent.slice(segment.text.length),
      finQueued: send.finQueued && !segment.fin,
      inFlight: [...send.inFlight, segment],
    },
    receive: acknowledged(receive, turn),
  };
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
