import type { SocketRow } from './paste/paste';
import type { PortRange } from './port-range';

/** Who opened a connection: a client that this machine took in, this machine itself, or nobody can say. */
export type Role = 'accepted' | 'opened' | 'unclear' | 'listener';

/**
 * The role of each socket, in their order. A port at which something listens is a service's, and so is the end outside
 * the ephemeral range; where both are inside, the port that more sockets share.
 */
export function rolesOf(sockets: readonly SocketRow[], range: PortRange): Role[] {
  const listening = new Set<number | string | null>();
  const localUse = new Map<number | string | null, number>();
  const remoteUse = new Map<number | string | null, number>();
  for (const { state, local, remote } of sockets) {
    if (state === 'LISTEN') listening.add(local.port);
    localUse.set(local.port, (localUse.get(local.port) ?? 0) + 1);
    remoteUse.set(remote.port, (remoteUse.get(remote.port) ?? 0) + 1);
  }
  const isEphemeral = (port: number | string | null) =>
    typeof port === 'number' && port >= range.low && port <= range.high;
  return sockets.map(({ state, local, remote }) => {
    if (state === 'LISTEN' || state === 'CLOSED' || remote.port === null) return 'listener';
    if (listening.has(local.port)) return 'accepted';
    if (isEphemeral(local.port) !== isEphemeral(remote.port)) return isEphemeral(local.port) ? 'opened' : 'accepted';
    if (listening.size > 0) return 'opened';
    const difference = (localUse.get(local.port) ?? 0) - (remoteUse.get(remote.port) ?? 0);
    return difference === 0 ? 'unclear' : difference > 0 ? 'accepted' : 'opened';
  });
}
