import type { AckMode, ReceiveSide, SendSide } from './connection';
import type { Ms } from './ms';

const FRESH: AckMode = { quick: 0, pingPong: false, delayMs: 0, lastTextMs: 0 };

/** `TCP_MAX_QUICKACKS`, and `TCP_ATO_MIN` at HZ = 250. */
const QUICK_ACKS = 16;
const LEAST_DELAY_MS = 40;

export function ackModeOf({ ackMode }: ReceiveSide): AckMode {
  return ackMode ?? FRESH;
}

/** `tcp_event_data_recv()`: the delay follows the pace at which text comes; after a long silence the peer may have to begin slowly again. */
export function onText(mode: AckMode, nowMs: Ms, { rtoMs }: SendSide): AckMode {
  const { delayMs } = mode;
  const gapMs = nowMs - mode.lastTextMs;
  if (delayMs === 0) return { ...mode, quick: QUICK_ACKS, delayMs: LEAST_DELAY_MS, lastTextMs: nowMs };
  if (gapMs <= LEAST_DELAY_MS / 2) return { ...mode, delayMs: delayMs / 2 + LEAST_DELAY_MS / 2, lastTextMs: nowMs };
  if (gapMs < delayMs) return { ...mode, delayMs: Math.min(delayMs / 2 + gapMs, rtoMs), lastTextMs: nowMs };
  return { ...mode, quick: gapMs > rtoMs ? QUICK_ACKS : mode.quick, lastTextMs: nowMs };
}

/** `tcp_event_data_sent()`: text that leaves so soon after text came is an answer. */
export function onSending(mode: AckMode, nowMs: Ms): AckMode {
  return nowMs - mode.lastTextMs < mode.delayMs ? { ...mode, pingPong: true } : mode;
}

/** `tcp_fin()`: a program that is told of the end is likely to close as well. */
export function onFin(mode: AckMode): AckMode {
  return { ...mode, pingPong: true };
}

/** `tcp_enter_quickack_mode()`: what came twice shows a peer that missed an acknowledgment. */
export function onRepeat(mode: AckMode): AckMode {
  return { ...mode, quick: QUICK_ACKS, pingPong: false, delayMs: LEAST_DELAY_MS };
}

/** `tcp_dec_quickack_mode()`. */
export function onQuickAck(mode: AckMode): AckMode {
  return mode.quick <= 1 ? { ...mode, quick: 0, delayMs: LEAST_DELAY_MS } : { ...mode, quick: mode.quick - 1 };
}

/** `tcp_delack_timer_handler()`: nothing came to ride on. */
export function onDelayOver(mode: AckMode, { rtoMs }: SendSide): AckMode {
  if (mode.pingPong) return { ...mode, pingPong: false, delayMs: LEAST_DELAY_MS };
  return { ...mode, delayMs: Math.min(mode.delayMs * 2, rtoMs) };
}

/** `tcp_send_delayed_ack()`: never longer than a round trip, or 40 ms where that is more. */
export function ackDelay(mode: AckMode, { srttMs }: SendSide, firstDelayMs: Ms): Ms {
  if (mode.delayMs === 0) return firstDelayMs;
  return Math.min(mode.delayMs, Math.max(srttMs ?? LEAST_DELAY_MS, LEAST_DELAY_MS), 200);
}
