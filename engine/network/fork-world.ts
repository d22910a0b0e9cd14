import type { Endpoint } from './endpoint';
import type { Host, Listener } from './host';
import type { Event, World } from './world';

/**
 * A world of its own at the same moment: what happens in one changes nothing in the other. Connections, packets and what hosts remember
 * are values and stay shared, as do the specification, the observer and the carrier.
 */
export function forkWorld(world: World): World {
  const copies = new Map<Endpoint, Endpoint>();
  const copy = (endpoint: Endpoint): Endpoint => {
    const known = copies.get(endpoint);
    if (known !== undefined) return known;
    const made = { ...endpoint, deadlines: { ...endpoint.deadlines } };
    copies.set(endpoint, made);
    return made;
  };
  return {
    spec: world.spec,
    observer: world.observer,
    nowMs: world.nowMs,
    hosts: world.hosts.map((host) => forkHost(host, copy)),
    sockets: world.sockets.map((socket) => ({
      ...socket,
      endpoint: socket.endpoint === null ? null : copy(socket.endpoint),
    })),
    queue: world.queue.fork((event) => forkEvent(event, copy)),
    ready: [...world.ready],
    owing: world.owing.map(copy),
    faultHits: world.faultHits.map((hits) => ({ ...hits })),
    nextEndpointId: world.nextEndpointId,
    carrier: world.carrier,
  };
}

type Copy = (endpoint: Endpoint) => Endpoint;

function forkHost(host: Host, copy: Copy): Host {
  const endpoints = new Map<number, Endpoint>();
  for (const [key, endpoint] of host.endpoints) endpoints.set(key, copy(endpoint));
  const listeners = new Map<number, Listener>();
  for (const [port, one] of host.listeners) listeners.set(port, { ...one, backlog: one.backlog.map(copy) });
  return { ...host, endpoints, listeners, past: new Map(host.past), stamps: new Map(host.stamps) };
}

/** An endpoint that is gone may still be named by a timer that was stopped; it is copied with the rest. */
function forkEvent(event: Event, copy: Copy): Event {
  return event.type === 'timer' ? { ...event, endpoint: copy(event.endpoint) } : event;
}
