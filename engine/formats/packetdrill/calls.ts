import { bind, connect, listen } from '../../network/open';
import { unreadOctets } from '../../tcp/receive';
import { close, isLingering, read, shutdown, stopListening, takeError, userCall } from '../sockets/user-socket';
import { Mismatch, Unsupported } from './problem';
import type { ScriptCall } from './script';
import { getOption, setOption } from './socket-options';
import type { ScriptSocket, Sockets } from './sockets';
import type { TestedHost } from './tested-host';
import { numberOf, print, wordOf, wordsOf } from './value';

/** What a call came to; null while it blocks. `made` = the socket that its result names. */
export type Outcome = { readonly value: number; readonly made?: ScriptSocket } | { readonly errno: string } | null;

const OK: Outcome = { value: 0 };

/** Where packetdrill binds and connects when the script says `...`. */
export const PORT = 8080;

/** The sockets interface, as far as scripts use it. */
export class Calls {
  constructor(
    private readonly tested: TestedHost,
    private readonly sockets: Sockets,
  ) {}

  /** Makes a call, or asks again whether one that blocks can end, made at `sinceMs`. */
  make(call: ScriptCall, line: number, sinceMs: number | null): Outcome {
    const { args, name } = call;
    if (name === 'socket') return this.socket(call, line);
    const one = this.sockets.at(numberOf(args[0], line), line);
    switch (name) {
      case 'bind':
        return this.bind(one);
      case 'listen':
        return this.listen(one);
      case 'accept':
      case 'accept4':
        return this.accept(one);
      case 'connect':
        return sinceMs === null ? this.connect(one) : this.connected(one);
      case 'read':
      case 'recv':
      case 'recvfrom':
        return this.read(one, numberOf(args[2], line), wordsOf(args[3]), line);
      case 'write':
      case 'send':
      case 'sendto':
        return this.write(one, numberOf(args[2], line), wordsOf(args[3]), line);
      case 'shutdown':
        return this.shutdown(one, wordOf(args[1], line));
      case 'close':
        return sinceMs === null ? this.close(one) : this.lingered(one, sinceMs);
      case 'fcntl':
        return fcntl(one, call, line);
      case 'ioctl':
        return ioctl(one, call, line);
      case 'setsockopt':
        return this.setOption(one, call, line);
      case 'getsockopt':
        return this.getOption(one, call, line);
      default:
        throw new Unsupported(line, `the call ${name}()`);
    }
  }

  private socket({ args }: ScriptCall, line: number): Outcome {
    const types = wordsOf(args[1]);
    const protocol = args[2] === undefined ? '' : print(args[2]);
    if (!types.includes('SOCK_STREAM') || !['IPPROTO_TCP', '0'].includes(protocol)) {
      throw new Unsupported(line, `a socket of ${print(args[1])}, ${protocol}`);
    }
    if (wordsOf(args[0]).includes('AF_INET6')) throw new Unsupported(line, 'IPv6');
    const made = this.sockets.make();
    made.isNonBlocking = types.includes('SOCK_NONBLOCK');
    return { value: -1, made };
  }

  private bind(one: ScriptSocket): Outcome {
    if (one.socket.boundPort !== null) return { errno: 'EINVAL' };
    const error = bind(this.tested.world, one.socket, PORT);
    return error === null ? OK : { errno: error };
  }

  private listen(one: ScriptSocket): Outcome {
    const { socket } = one;
    if (socket.listensAt !== null) return OK;
    if (socket.endpoint !== null) return { errno: 'EINVAL' };
    const error = listen(this.tested.world, socket, socket.boundPort ?? PORT);
    return error === null ? OK : { errno: error };
  }

  private accept(listener: ScriptSocket): Outcome {
    const { listensAt } = listener.socket;
    if (listensAt === null) return { errno: 'EINVAL' };
    const endpoint = this.tested.host.listeners.get(listensAt)?.backlog.shift();
    if (endpoint === undefined) return listener.isNonBlocking ? { errno: 'EAGAIN' } : null;
    const made = this.sockets.make();
    endpoint.socket = made.socket.index;
    made.socket.endpoint = endpoint;
    for (const [name, value] of listener.options) made.options.set(name, value);
    return { value: -1, made };
  }

  private connect(one: ScriptSocket): Outcome {
    const { socket } = one;
    if (socket.endpoint !== null && !one.hasFailed) return { errno: isOpening(one) ? 'EALREADY' : 'EISCONN' };
    const error = connect(this.tested.world, socket, { host: 'script', port: PORT });
    if (error !== null) return { errno: error };
    if (one.isNonBlocking) return { errno: 'EINPROGRESS' };
    return this.connected(one);
  }

  private connected(one: ScriptSocket): Outcome {
    if (isOpening(one)) return null;
    const error = takeError(one);
    return error === null ? OK : { errno: error };
  }

  /** Writes `count` octets. An error that waits is reported in place of EPIPE, once. */
  private write(one: ScriptSocket, count: number, flags: readonly string[], line: number): Outcome {
    if (flags.some((flag) => flag !== 'MSG_NOSIGNAL' && flag !== 'MSG_DONTWAIT' && flag !== '0')) {
      throw new Unsupported(line, `the flag ${flags.join('|')}`);
    }
    const { endpoint } = one.socket;
    if (endpoint === null) return { errno: this.tested.stack.unconnectedWrite };
    if (one.writeShut || one.error !== null) return { errno: takeError(one) ?? 'EPIPE' };
    userCall(this.tested.world, one, { call: 'send', text: 'x'.repeat(count) }, 'send');
    return { value: count };
  }

  private shutdown(one: ScriptSocket, how: string): Outcome {
    const errno = shutdown(this.tested.world, one, how.replace('SHUT_', ''));
    return errno === null ? OK : { errno };
  }

  private close(one: ScriptSocket): Outcome {
    const { world } = this.tested;
    const { listensAt } = one.socket;
    if (listensAt === null) {
      close(world, one);
      return this.lingered(one, world.nowMs);
    }
    this.sockets.shut(one);
    stopListening(world, one, listensAt);
    return OK;
  }

  /** While it waits the descriptor stays open. */
  private lingered(one: ScriptSocket, sinceMs: number): Outcome {
    if (isLingering(this.tested.world, one, sinceMs)) return null;
    this.sockets.shut(one);
    return OK;
  }

  private read(one: ScriptSocket, atMost: number, flags: readonly string[], line: number): Outcome {
    if (flags.some((flag) => flag !== '0' && flag !== 'MSG_DONTWAIT')) {
      throw new Unsupported(line, `the flag ${flags.join('|')}`);
    }
    const got = read(this.tested.world, one, atMost, one.isNonBlocking || flags.includes('MSG_DONTWAIT'));
    return got === null || 'errno' in got ? got : { value: got.text.length };
  }

  private setOption(one: ScriptSocket, call: ScriptCall, line: number): Outcome {
    const configured = setOption(one, call, line, this.tested.settings);
    if (configured !== null) userCall(this.tested.world, one, configured, 'setsockopt');
    return OK;
  }

  private getOption(one: ScriptSocket, { args }: ScriptCall, line: number): Outcome {
    const name = wordOf(args[2], line);
    const expected = args[3]?.kind === 'list' ? args[3].items[0] : undefined;
    const actual = name === 'SO_ERROR' ? (takeError(one) ?? 0) : getOption(one, name, line, this.tested.settings);
    if (expected !== undefined && expected.kind !== 'any' && print(expected) !== String(actual)) {
      throw new Mismatch(line, `${name} is ${actual}, expected ${print(expected)}`);
    }
    return OK;
  }
}

function isOpening({ socket }: ScriptSocket): boolean {
  const state = socket.endpoint?.connection.state;
  return state === 'SYN_SENT' || state === 'SYN_RECEIVED';
}

function countUnread({ socket }: ScriptSocket): number {
  if (socket.endpoint === null) return 0;
  return unreadOctets(socket.endpoint.connection).reduce((sum, { text }) => sum + text.length, 0);
}

function fcntl(one: ScriptSocket, { args }: ScriptCall, line: number): Outcome {
  const command = wordOf(args[1], line);
  if (command === 'F_SETFL') {
    one.isNonBlocking = wordsOf(args[2]).includes('O_NONBLOCK');
    return OK;
  }
  if (command !== 'F_GETFL') throw new Unsupported(line, `fcntl(${command})`);
  // The bit of O_NONBLOCK differs between stacks; O_RDWR is 2 on all of them.
  if (one.isNonBlocking) throw new Unsupported(line, 'the number of O_NONBLOCK');
  return { value: 2 };
}

function ioctl(one: ScriptSocket, { args }: ScriptCall, line: number): Outcome {
  const request = wordOf(args[1], line);
  if (request !== 'SIOCINQ' && request !== 'FIONREAD') throw new Unsupported(line, `ioctl(${request})`);
  const expected = args[2]?.kind === 'list' ? numberOf(args[2], line) : null;
  const count = countUnread(one);
  if (expected !== null && count !== expected) {
    throw new Mismatch(line, `${request} is ${count}, expected ${expected}`);
  }
  return OK;
}
