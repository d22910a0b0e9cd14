import { at } from '../../network/at';
import type { Endpoint } from '../../network/endpoint';
import { type Host, pairKey } from '../../network/host';
import type { Socket, World } from '../../network/world';
import { type UserSocket, userSocket } from '../sockets/user-socket';
import type { TraceLog } from './trace-log';

/** A socket of Linux, with what decides who may share a port. */
export interface KernelSocket extends UserSocket {
  reuse: boolean;
}

/** The sockets of both hosts, and who holds which port with which option. */
export class SocketTable {
  readonly sockets: KernelSocket[] = [];
  private readonly reuseOf = new Map<number, boolean>();

  constructor(
    private readonly world: World,
    private readonly log: TraceLog,
  ) {}

  add(socket: Socket): KernelSocket {
    const one: KernelSocket = { ...userSocket(socket), reuse: false };
    this.sockets.push(one);
    return one;
  }

  /** A connection carries the SO_REUSEADDR of the socket that made it, also as a time-wait socket. */
  inherits(endpoint: Endpoint, socket: KernelSocket): void {
    this.reuseOf.set(endpoint.id, socket.reuse);
  }

  /** `inet_csk_bind_conflict()`: a port may be shared only where both sides have SO_REUSEADDR and neither listens. */
  conflicts(one: KernelSocket, port: number): boolean {
    const { host } = one.socket;
    for (const other of this.sockets) {
      if (other === one || !other.isOpen || other.socket.host !== host) continue;
      if (other.socket.listensAt === port) return true;
      if (other.socket.endpoint === null && other.socket.boundPort === port && !(one.reuse && other.reuse)) return true;
    }
    for (const endpoint of at(this.world.hosts, host).endpoints.values()) {
      if (endpoint.localPort !== port || endpoint.connection.state === 'SYN_RECEIVED') continue;
      if (endpoint.socket !== one.socket.index && !(one.reuse && this.reusable(endpoint))) return true;
    }
    return false;
  }

  private reusable(endpoint: Endpoint): boolean {
    const own = this.reuseOf.get(endpoint.id);
    if (own !== undefined) return own;
    return this.sockets.find(({ socket }) => socket.index === endpoint.listener)?.reuse ?? false;
  }

  /**
   * `__inet_hash_connect()`: ports of the parity of the range's first one come first, the others after them. A time-wait socket gives its
   * port to `connect()` under tcp_tw_reuse=1 (2 asks for a loopback address), with timestamps, after tcp_tw_reuse_delay.
   */
  portFor(one: KernelSocket, remotePort: number, twReuse: number, reuseDelayMs: number): number | null {
    const host = at(this.world.hosts, one.socket.host);
    const { first, last } = host.profile.ephemeralPorts;
    for (const parity of [0, 1]) {
      for (let port = first + parity; port <= last; port += 2) {
        if (this.isTaken(one, port)) continue;
        const holder = host.endpoints.get(pairKey(1 - host.index, port, remotePort));
        if (holder === undefined || (twReuse === 1 && this.mayTakeOver(holder, reuseDelayMs))) return port;
      }
    }
    return null;
  }

  /** bind() reserves a port against connect() of others. */
  private isTaken(one: KernelSocket, port: number): boolean {
    return this.sockets.some(
      (other) =>
        other !== one && other.isOpen && other.socket.host === one.socket.host && other.socket.boundPort === port,
    );
  }

  private mayTakeOver({ id, connection }: Endpoint, reuseDelayMs: number): boolean {
    const since = this.log.timeWaitSince.get(id);
    if (connection.state !== 'TIME_WAIT' || connection.tsRecent === null || since === undefined) return false;
    return this.world.nowMs - since > reuseDelayMs;
  }
}

export function hostOf(world: World, one: KernelSocket): Host {
  return at(world.hosts, one.socket.host);
}
