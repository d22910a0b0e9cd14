import { TCP_STATES, type TcpState } from '../../../tcp/state';
import type { Effect, EndEvent } from './end-event';

/** Every state but LISTEN, which is no connection's; in the order in which they are likely where nothing is known. */
export const ALL_STATES: readonly TcpState[] = [
  ...(['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'FIN_WAIT_2', 'LAST_ACK', 'CLOSING', 'TIME_WAIT', 'CLOSED'] as const),
  ...(['SYN_SENT', 'SYN_RECEIVED'] as const),
];

const HAS_PEERS_FIN: readonly TcpState[] = ['CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'];
const MAY_SEND_TEXT: readonly TcpState[] = ['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'CLOSING', 'LAST_ACK'];
const MAY_REPEAT_FIN: readonly TcpState[] = ['FIN_WAIT_1', 'CLOSING', 'LAST_ACK'];

/**
 * The states in which an end may be after what was seen, given one in which it may have been before: the likeliest first, none where
 * the event rules that state out. This is the state diagram of RFC 9293 §3.3.2, asked from outside.
 */
export function statesAfter(state: TcpState, event: EndEvent): readonly TcpState[] {
  switch (event.type) {
    case 'sent-syn':
      return state === (event.isNew ? 'CLOSED' : 'SYN_SENT') ? ['SYN_SENT'] : [];
    case 'sent-syn-ack':
    case 'sent':
    case 'sent-fin':
      return whileUnderWay(state, event);
    case 'sent-reset':
      // A reset with foreign numbers answers an unacceptable ACK; SYN_SENT lives on (RFC 9293 §3.10.7.3).
      return state === 'SYN_SENT' && event.isForeign ? ['SYN_SENT'] : ['CLOSED'];
    case 'replaced':
      return ['CLOSED'];
    case 'received':
      return afterArrival(state, event);
    case 'received-reset':
      return afterReset(state, event);
    case 'met-nobody':
      // The answer was a reset as of one that knows of no connection (RFC 9293 §3.10.7.1), or of SYN_SENT and SYN_RECEIVED to a bad ACK.
      if (state === 'SYN_SENT' && !event.acksSyn) return ['SYN_SENT'];
      return state === 'SYN_RECEIVED' && !event.acksSyn ? ['CLOSED', 'SYN_RECEIVED'] : ['CLOSED'];
  }
}

type Event<T extends EndEvent['type']> = Extract<EndEvent, { type: T }>;
type Sent = Event<'sent-syn-ack' | 'sent' | 'sent-fin'>;

/**
 * Where nobody watched at this end, what was seen to pass before this segment may have arrived after it left: so the state may change
 * before or behind the sending as well, though that is less likely than that it did not.
 */
function whileUnderWay(state: TcpState, event: Sent): readonly TcpState[] {
  const { underWay } = event;
  if (underWay === null) return afterSending(state, event);
  const maybeBefore = [state, ...arrivals(state, underWay)];
  const unseen = event.isBehindHole
    ? maybeBefore.flatMap(afterUnseenFin).flatMap((one) => [one, ...arrivals(one, underWay)])
    : [];
  const before = [...new Set([...maybeBefore, ...unseen])].flatMap((one) => afterSending(one, event));
  const orGone = underWay.reset ? (['CLOSED'] as const) : [];
  const behind = before.flatMap((one) => [one, ...arrivals(one, underWay), ...orGone]);
  return [...new Set(behind)];
}

/** A FIN that left but was lost, or overtaken, before it could be seen. */
function afterUnseenFin(state: TcpState): readonly TcpState[] {
  if (state === 'ESTABLISHED') return ['FIN_WAIT_1'];
  return state === 'CLOSE_WAIT' ? ['LAST_ACK'] : [];
}

function afterSending(state: TcpState, event: Sent): readonly TcpState[] {
  if (event.type === 'sent-fin') return afterOwnFin(state, event);
  if (event.type === 'sent') return isSender(state, event) ? [state] : [];
  return state === 'CLOSED' || state === 'SYN_SENT' || state === 'SYN_RECEIVED' ? ['SYN_RECEIVED'] : [];
}

/** Once the peer's FIN is in, every acknowledgment covers it, and none before. Null: the capture has not seen that FIN (yet). */
function agreesOnPeersFin(state: TcpState, acksPeersFin: boolean | null, isStartKnown: boolean): boolean {
  if (acksPeersFin === null) return !isStartKnown || !HAS_PEERS_FIN.includes(state);
  return HAS_PEERS_FIN.includes(state) === acksPeersFin;
}

function isSender(state: TcpState, { hasText, isFirstAck, acksPeersFin, isStartKnown }: Event<'sent'>): boolean {
  if (state === 'CLOSED' || state === 'SYN_SENT') return false;
  if (hasText && !MAY_SEND_TEXT.includes(state)) return false;
  // SYN_RECEIVED acknowledges nothing but the SYN.
  if (state === 'SYN_RECEIVED') return isFirstAck;
  return agreesOnPeersFin(state, acksPeersFin, isStartKnown);
}

function afterOwnFin(state: TcpState, event: Event<'sent-fin'>): readonly TcpState[] {
  const { isNew, acksPeersFin, isStartKnown, underWay } = event;
  if (MAY_REPEAT_FIN.includes(state)) {
    // The first one seen need not be the first one sent.
    const mayBeRepeated = !isNew || !isStartKnown || underWay !== null;
    return mayBeRepeated && agreesOnPeersFin(state, acksPeersFin, isStartKnown) ? [state] : [];
  }
  if (!isNew) return [];
  if (!agreesOnPeersFin(state, acksPeersFin, isStartKnown)) return [];
  if (state === 'ESTABLISHED' || state === 'SYN_RECEIVED') return ['FIN_WAIT_1'];
  return state === 'CLOSE_WAIT' ? ['LAST_ACK'] : [];
}

/** What was seen to arrive has its effect; what was seen to pass may have: all of it, that of its acknowledgment alone, or none. */
function afterArrival(state: TcpState, event: Event<'received'>): readonly TcpState[] {
  const arrived = arrivals(state, event);
  // RFC 9293 §3.10.7.4 first: a segment of old octets only is dropped unread. Linux reads the acknowledgment if it ends at RCV.NXT.
  if (event.isOld) return [...new Set([state, ...arrived])];
  if (event.isCertain) return arrived.slice(0, 1);
  return [...new Set(event.isDoubtful ? [state, ...arrived] : [...arrived, state])];
}

/** With text and FIN in order, or with those still missing. */
function arrivals(state: TcpState, effect: Effect): readonly TcpState[] {
  const acknowledged = afterAck(state, effect);
  return [afterFin(acknowledged, effect), acknowledged];
}

/** What the acknowledgment of a segment that arrives does (RFC 9293 §3.10.7.3, §3.10.7.4 fifth). */
function afterAck(state: TcpState, { acksSyn, acksFin, isSynAck }: Effect): TcpState {
  if (state === 'SYN_SENT') return acksSyn && isSynAck ? 'ESTABLISHED' : state;
  const open = state === 'SYN_RECEIVED' && acksSyn ? 'ESTABLISHED' : state;
  if (!acksFin) return open;
  if (open === 'FIN_WAIT_1') return 'FIN_WAIT_2';
  if (open === 'CLOSING') return 'TIME_WAIT';
  return open === 'LAST_ACK' ? 'CLOSED' : open;
}

/** What its FIN does, or one that waited for these octets (RFC 9293 §3.10.7.4 eighth). */
function afterFin(state: TcpState, { completesFin }: Effect): TcpState {
  if (!completesFin) return state;
  if (state === 'ESTABLISHED') return 'CLOSE_WAIT';
  if (state === 'FIN_WAIT_1') return 'CLOSING';
  return state === 'FIN_WAIT_2' ? 'TIME_WAIT' : state;
}

function afterReset(
  state: TcpState,
  { isExact, isInWindow, acksSyn, isCertain }: Event<'received-reset'>,
): readonly TcpState[] {
  if (state === 'CLOSED') return ['CLOSED'];
  if (state === 'SYN_SENT') return acksSyn ? ['CLOSED', ...(isCertain ? [] : [state])] : [state];
  // RFC 1337 lets TIME_WAIT ignore it; whether this stack does shows only if it answers later.
  if (state === 'TIME_WAIT') return isExact ? ['CLOSED', state] : [state, ...(isInWindow ? (['CLOSED'] as const) : [])];
  if (isExact) return ['CLOSED', ...(isCertain ? [] : [state])];
  // RFC 9293 §3.10.7.4 second: inside the window but not exact it is challenged; older stacks obeyed.
  return isInWindow ? [state, 'CLOSED'] : [state];
}

/** Sets of states as bits, in the order of `TCP_STATES`. */
export function bitOf(state: TcpState): number {
  return 1 << TCP_STATES.indexOf(state);
}

export function bitsOf(states: readonly TcpState[]): number {
  return states.reduce((bits, state) => bits | bitOf(state), 0);
}

export function statesIn(bits: number): TcpState[] {
  return TCP_STATES.filter((state) => (bits & bitOf(state)) !== 0);
}
