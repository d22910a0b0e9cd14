import type { Connection } from '../tcp/connection';
import type { Ms } from '../tcp/ms';
import type { Segment } from '../tcp/segment';
import { at } from './at';
import type { Endpoint } from './endpoint';
import type { Host } from './host';
import type { World } from './world';

// `tcp_tw_recycle` of Linux up to 4.11, from its source (net/ipv4/tcp_minisocks.c, tcp_metrics.c), not measured: TIME_WAIT lasts
// 3.5 RTO where the peer sent timestamps, and in return the host remembers the last one of every address for a minute.

/** TCP_PAWS_MSL and TCP_PAWS_WINDOW. */
const REMEMBERED_MS = 60_000;
const TOLERANCE = 1;

function recycles({ spec }: Host): boolean {
  return spec.sysctls?.tcp_tw_recycle === 1;
}

/** How long TIME_WAIT lasts at an endpoint that enters it, if the host recycles (`tcp_time_wait`); else null. */
export function recycledWait(world: World, endpoint: Endpoint, before: Connection): Ms | null {
  const host = at(world.hosts, endpoint.host);
  if (!recycles(host) || !('receive' in before) || before.receive.tsRecent === null) return null;
  return 3.5 * before.send.rtoMs;
}

/** `tcp_remember_stamp`: by address, so that all who share one are taken for one. */
export function rememberStamp(world: World, endpoint: Endpoint): void {
  const host = at(world.hosts, endpoint.host);
  const { connection } = endpoint;
  if (!recycles(host) || connection.state !== 'TIME_WAIT' || connection.tsRecent === null) return;
  const { address } = at(world.hosts, endpoint.remote).spec;
  const known = host.stamps.get(address);
  const isOld = known === undefined || world.nowMs - known.atMs > REMEMBERED_MS;
  if (isOld || ((known.value - connection.tsRecent) | 0) <= 0) {
    host.stamps.set(address, { value: connection.tsRecent, atMs: world.nowMs });
  }
}

/** `tcp_peer_is_proven`: a SYN whose timestamp lies before the last one that came from its address is dropped without a word. */
export function isUnproven(world: World, host: Host, from: number, { syn, ack, timestamps }: Segment): boolean {
  if (!recycles(host) || !syn || ack !== null) return false;
  const known = host.stamps.get(at(world.hosts, from).spec.address);
  if (known === undefined || world.nowMs - known.atMs >= REMEMBERED_MS) return false;
  return timestamps === null || ((known.value - timestamps.value) | 0) > TOLERANCE;
}
