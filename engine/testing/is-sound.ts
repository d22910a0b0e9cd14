import { expect } from 'vitest';
import type { Connection, SendSide } from '../tcp/connection';
import { advance, distance } from '../tcp/sequence-number';
import type { TimerKind } from '../tcp/turn';
import type { Wire } from './wire';

/** What must be true of a connection and its timers after every step, whatever has happened to it. */
export function expectSound({ connection, timers }: Wire): void {
  expect([...timers.keys()].sort()).toEqual(timersOf(connection).sort());
  if ('send' in connection) expectSoundSend(connection.send);
  if ('receive' in connection) {
    const { receive } = connection;
    const unread = receive.unread.reduce((sum, { text }) => sum + text.length, 0);
    expect(receive.unreadLength).toBe(unread);
    expect(unread).toBeLessThanOrEqual(receive.capacity);
    // Text that came with a SYN is next in order and only waits for the handshake's end.
    let free = advance(receive.rcvNxt, connection.send.inFlight[0]?.syn === true ? 0 : 1);
    for (const { seq, text } of receive.held) {
      expect(distance(free, seq)).toBeGreaterThanOrEqual(0);
      expect(text).not.toBe('');
      free = advance(seq, text.length);
    }
  }
}

/** The timers that run in a state. */
function timersOf(connection: Connection): TimerKind[] {
  if (connection.state === 'TIME_WAIT') return ['time-wait'];
  const running: TimerKind[] = [];
  if ('send' in connection) {
    const { send } = connection;
    const waits = send.inFlight.length === 0 && (send.unsent !== '' || send.finQueued);
    if (send.inFlight.length > 0) running.push('retransmission');
    else if (waits && connection.state !== 'SYN_SENT') running.push('persist');
  }
  if ('receive' in connection && connection.receive.ackOwed) running.push('delayed-ack');
  if ('send' in connection && connection.send.userTimeoutMs !== null) {
    const { inFlight, unsent, finQueued } = connection.send;
    if (inFlight.length > 0 || unsent !== '' || finQueued) running.push('user-timeout');
  }
  return running;
}

/** The retransmission queue reaches from SND.UNA to SND.NXT without a gap. */
function expectSoundSend(send: SendSide): void {
  let next = send.sndUna;
  for (const { seq, text, syn, fin } of send.inFlight) {
    expect(seq).toBe(next);
    next = advance(seq, text.length + (syn ? 1 : 0) + (fin ? 1 : 0));
  }
  expect(next).toBe(send.sndNxt);
  expect(send.maxSndWnd).toBeGreaterThanOrEqual(send.sndWnd);
}
