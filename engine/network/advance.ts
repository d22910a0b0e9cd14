import { runSocket } from './application';
import { segmentReaches } from './arrival';
import { at } from './at';
import { happen, payAck } from './happen';
import type { Event, World } from './world';

/** Lets the next thing happen and says whether there was one, not later than `untilMs`. The clock stands still while an instant lasts. */
export function advance(world: World, untilMs: number): boolean {
  if (world.queue.nextMs <= world.nowMs) return occur(world, world.queue.pop());
  const socket = world.ready.shift();
  if (socket !== undefined) {
    runSocket(world, at(world.sockets, socket));
    return true;
  }
  const owing = world.owing.shift();
  if (owing !== undefined) {
    payAck(world, owing);
    return true;
  }
  while (isStale(world.queue.peek())) world.queue.pop();
  if (world.queue.nextMs > untilMs) return false;
  world.nowMs = world.queue.nextMs;
  return occur(world, world.queue.pop());
}

/** A timer that was stopped or set anew stays in the queue; it must not move the clock. */
function isStale(event: Event | undefined): boolean {
  return event?.type === 'timer' && event.endpoint.deadlines[event.timer] === undefined;
}

function occur(world: World, event: Event | undefined): boolean {
  if (event === undefined) return false;
  switch (event.type) {
    case 'arrival':
      segmentReaches(world, event.packet);
      break;
    case 'wake':
      runSocket(world, at(world.sockets, event.socket));
      break;
    case 'timer': {
      const { endpoint, timer } = event;
      if (endpoint.deadlines[timer] !== world.nowMs) break;
      endpoint.deadlines[timer] = undefined;
      world.observer.disarmed(endpoint, timer, world.nowMs, true);
      happen(world, endpoint, { type: 'timer', timer }, { type: 'timer', timer });
    }
  }
  return true;
}
