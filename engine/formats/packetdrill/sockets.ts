import type { Endpoint } from '../../network/endpoint';
import type { Socket } from '../../network/world';
import { Mismatch } from './problem';
import type { TestedHost } from './tested-host';

/** What a stack keeps of a socket beside its connection. */
export interface ScriptSocket {
  readonly socket: Socket;
  isOpen: boolean;
  isNonBlocking: boolean;
  /** SO_LINGER in milliseconds, null while it is off. */
  lingerMs: number | null;
  /** Options set by number: SO_RCVBUF, TCP_NODELAY, … */
  readonly options: Map<string, number>;
  /** Reported once, by whichever call comes first. */
  error: string | null;
  hasFailed: boolean;
  sawEnd: boolean;
  readShut: boolean;
  writeShut: boolean;
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
    const one: ScriptSocket = {
      ...{ socket, isOpen: true, isNonBlocking: false, lingerMs: null, options: new Map() },
      ...{ error: null, hasFailed: false, sawEnd: false, readShut: false, writeShut: false },
    };
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

/** An error is there once, and after it both directions are shut. */
export function refresh(one: ScriptSocket): void {
  const connection = one.socket.endpoint?.connection;
  if (connection === undefined || one.hasFailed) return;
  if (connection.state !== 'CLOSED' && connection.state !== 'TIME_WAIT') return;
  one.hasFailed = true;
  one.writeShut = true;
  if (connection.state === 'CLOSED') one.error = connection.error;
}

/** The state as a listing of sockets shows it. */
export function stateOf({ socket }: ScriptSocket): string {
  return socket.endpoint?.connection.state ?? (socket.listensAt === null ? 'CLOSED' : 'LISTEN');
}
