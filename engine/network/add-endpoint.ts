import type { Endpoint } from './endpoint';
import { type Host, pairKey } from './host';
import type { World } from './world';

const KNOWN_INCARNATIONS = 8;

/** Enters an endpoint in the host's table and in what the host remembers of the four-tuple. */
export function addEndpoint(world: World, host: Host, endpoint: Endpoint): void {
  const key = pairKey(endpoint.remote, endpoint.localPort, endpoint.remotePort);
  host.endpoints.set(key, endpoint);
  const { last = 0, known = [] } = host.past.get(key) ?? {};
  const { incarnation, iss } = endpoint;
  const others = known.filter((one) => one.incarnation !== incarnation).slice(1 - KNOWN_INCARNATIONS);
  host.past.set(key, { last: Math.max(last, incarnation), known: [...others, { incarnation, iss }] });
  world.observer.opened(endpoint, world.nowMs);
}
