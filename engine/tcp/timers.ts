import type { Turn } from './turn';

/** Ends every timer that a connection may have, as the deletion of its control block does. */
export function stopTimers(turn: Turn): void {
  turn.disarm('retransmission');
  turn.disarm('delayed-ack');
  turn.disarm('persist');
  turn.disarm('fin-wait-2');
}
