import type { Event } from '../network/world';
import type { Branch } from './branch';
import type { Ask } from './question';

/** Incarnation of the old connection. */
export const OLD = 1;

/** Both ends of the old connection are gone and none of its segments is on its way: it can do nothing more, and nothing can be done to it. */
export function isOver({ world, gone }: Branch): boolean {
  return gone.client && gone.server && !world.queue.some(isOld);
}

/** What the question asks about has happened, or cannot happen any more if nothing else is struck. */
export function isDecided({ world, gone, violatedMs }: Branch, ask: Ask): boolean {
  if (violatedMs !== null) return true;
  return gone.server && (ask === 'passive-end' || !world.queue.some(isOldText));
}

function isOld(event: Event): boolean {
  return event.type === 'arrival' && event.packet.segment.origin === OLD;
}

function isOldText(event: Event): boolean {
  return isOld(event) && event.type === 'arrival' && event.packet.segment.text !== '';
}
