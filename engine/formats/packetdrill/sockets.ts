import type { Endpoint } from '../../network/endpoint';
import type { Socket } from '../../network/world';
import { refresh, type UserSocket, userSocket } from '../sockets/user-socket';
import { Mismatch } from './problem';
import type { TestedHost } from './tested-host';

/** A socket of the script. */
export interface ScriptSocket extends UserSocket {
  isNonBlocking: boolean;
  /** Options set by number: SO_RCVBUF, TCP_NODELAY, … */
  readonly options: Map<string, number>;
}

/** The script's descriptors and the sockets behind them. */
export class Sockets {
  private readonly open = new Map<number, ScriptSocket>();
  private readonly owners = new Map<Socket, ScriptSocket>();
  private made = 0;

  constructor(private readonly tested: TestedHost) {}

  /** A new socket; `adopt` gives it its descriptor, which the script chooses. */
  make(): ScriptSocket {
    const socket = this.tested.world.sockets[this.made];
    if (socket === undefined) throw new RangeError('more sockets than the script names');
    this.made += 1;
    const one: ScriptSocket = { ...userSocket(socket), isNonBlocking: false, options: new Map() };
    this.owners.set(socket, one);
    return one;
  }

  adopt(descriptor: number, one: ScriptSocket): void {
    this.open.set(descriptor, one);
  }

  at(descriptor: number, line: number): ScriptSocket {
    const one = this.open.get(descriptor);
    if (one === undefined) throw new Mismatch(line, `descriptor ${descriptor} is not open`);
    refresh(one);
    return one;
  }

  shut(one: ScriptSocket): void {
    one.isOpen = false;
    for (const [descriptor, other] of this.open) if (other === one) this.open.delete(descriptor);
  }

  get all(): readonly ScriptSocket[] {
    return [...new Set(this.open.values())];
  }

  ownerOf({ socket }: Endpoint): ScriptSocket | null {
    for (const [other, one] of this.owners) if (other.index === socket) return one;
    return null;
  }

  /** Connections that no accept() has taken yet. */
  get unowned(): readonly Endpoint[] {
    return [...this.tested.host.endpoints.values()].filter((endpoint) => this.ownerOf(endpoint)?.isOpen !== true);
  }
}

/** The state as a listing of sockets shows it. */
export function stateOf({ socket }: ScriptSocket): string {
  return socket.endpoint?.connection.state ?? (socket.listensAt === null ? 'CLOSED' : 'LISTEN');
}
