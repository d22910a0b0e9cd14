import { at } from '../../network/at';
import { remove } from '../../network/happen';
import { bind, connect, listen } from '../../network/open';
import type { World } from '../../network/world';
import {
  close,
  isLingering,
  read,
  refresh,
  shutdown,
  stopListening,
  takeError,
  userCall,
} from '../sockets/user-socket';
import type { ScriptStep, Sysctls } from './script';
import { hostOf, type KernelSocket, type SocketTable } from './sockets';
import type { TraceLog } from './trace-log';

/** What a call came to: a result or an error; null while it blocks. */
export type Outcome = { readonly result: unknown } | { readonly errno: string } | null;

const OK: Outcome = { result: 'ok' };

/** The sockets interface of Linux, as far as scripts use it. */
export class Calls {
  constructor(
    private readonly world: World,
    private readonly table: SocketTable,
    private readonly log: TraceLog,
    private readonly isns: readonly number[][],
    private readonly sysctls: readonly Sysctls[],
  ) {}

  /** Makes a call. Null = it blocks, and `poll` says when it is over. */
  begin(one: KernelSocket, step: ScriptStep): Outcome {
    refresh(one);
    switch (step.call) {
      case 'socket':
        return OK;
      case 'setsockopt':
        return this.setOption(one, step);
      case 'getsockopt':
        return { result: takeError(one) ?? 'ok' };
      case 'bind':
        return this.bind(one, Number(step.port));
      case 'listen':
        return this.listen(one);
      case 'set_isn':
        this.pendingIsn.set(one, Number(step.isn));
        return OK;
      case 'connect':
      case 'connect_nb':
        return this.connect(one, Number(step.port), step.call === 'connect_nb');
      case 'send':
        return this.send(one, textOf(step));
      case 'shutdown':
        return this.shutdown(one, String(step.how));
      case 'close':
        return this.close(one);
      case 'crash':
        return this.crash(one);
      default:
        return this.poll(one, step, this.world.nowMs);
    }
  }

  /** Whether a call that blocks, made at `sinceMs`, can end now. */
  poll(one: KernelSocket, step: ScriptStep, sinceMs: number): Outcome {
    refresh(one);
    switch (step.call) {
      case 'connect':
        return this.connected(one);
      case 'send':
        return null;
      case 'recv':
      case 'recv_nb': {
        const got = read(this.world, one, Number.POSITIVE_INFINITY, step.call === 'recv_nb');
        return got === null || 'errno' in got ? got : { result: { len: got.text.length, data: got.text } };
      }
      case 'recv_until_eof':
        return this.readToEnd(one);
      case 'recv_runs': {
        const got = read(this.world, one, Number.POSITIVE_INFINITY, true);
        const text = got !== null && 'text' in got ? got.text : '';
        return { result: { len: text.length, runs: runsOf(text) } };
      }
      case 'close':
        return this.lingered(one, sinceMs);
      default:
        return { errno: 'ENOSYS' };
    }
  }

  /** When the world must be looked at again though nothing may happen in it: a lingering close() gives up. */
  deadline(one: KernelSocket, step: ScriptStep, sinceMs: number): number {
    return step.call === 'close' && one.lingerMs !== null ? sinceMs + one.lingerMs : Number.POSITIVE_INFINITY;
  }

  private readonly pendingIsn = new Map<KernelSocket, number>();
  private readonly gathered = new Map<KernelSocket, number>();

  private setOption(one: KernelSocket, step: ScriptStep): Outcome {
    if (step.opt === 'SO_REUSEADDR') {
      one.reuse = Number(step.value) !== 0;
      if (one.socket.endpoint !== null) this.table.inherits(one.socket.endpoint, one);
    }
    if (step.opt === 'SO_LINGER' && Array.isArray(step.value)) {
      one.lingerMs = Number(step.value[0]) === 0 ? null : Number(step.value[1]) * 1000;
    }
    return OK;
  }

  private bind(one: KernelSocket, port: number): Outcome {
    if (one.socket.boundPort !== null) return { errno: 'EINVAL' };
    if (this.table.conflicts(one, port)) return { errno: 'EADDRINUSE' };
    const error = bind(this.world, one.socket, port);
    return error === null ? OK : { errno: error };
  }

  private listen(one: KernelSocket): Outcome {
    const { socket } = one;
    if (socket.listensAt !== null) return OK;
    if (socket.endpoint !== null) return { errno: 'EINVAL' };
    const port = socket.boundPort ?? hostOf(this.world, one).profile.ephemeralPorts.first;
    const isLive = this.table.sockets.some((other) => {
      const { endpoint, host } = other.socket;
      return other !== one && host === socket.host && other.socket.listensAt === port && endpoint === null;
    });
    const error = isLive ? 'EADDRINUSE' : listen(this.world, socket, port);
    if (error !== null) return { errno: error };
    // A recording follows the ports that its script names.
    if (socket.boundPort !== null) this.log.listens(hostOf(this.world, one), port, this.world.nowMs, 'LISTEN');
    return OK;
  }

  private connect(one: KernelSocket, port: number, isNonBlocking: boolean): Outcome {
    const { socket } = one;
    if (socket.endpoint !== null) return { errno: 'EISCONN' };
    const bound = socket.boundPort;
    if (bound === null) {
      const { tcp_tw_reuse = '2', tcp_tw_reuse_delay = '1000' } = at(this.sysctls, socket.host);
      socket.boundPort = this.table.portFor(one, port, Number(tcp_tw_reuse), Number(tcp_tw_reuse_delay));
      if (socket.boundPort === null) return { errno: 'EADDRNOTAVAIL' };
    }
    const isn = this.pendingIsn.get(one);
    if (isn !== undefined) at(this.isns, socket.host).push(isn);
    const other = at(this.world.hosts, 1 - socket.host).spec.id;
    const error = connect(this.world, socket, { host: other, port });
    if (error !== null) {
      if (bound === null) socket.boundPort = null;
      return { errno: error };
    }
    if (socket.endpoint !== null) this.table.inherits(socket.endpoint, one);
    return isNonBlocking ? { errno: 'EINPROGRESS' } : null;
  }

  private connected(one: KernelSocket): Outcome {
    const { endpoint } = one.socket;
    if (endpoint === null) return { errno: 'ENOTCONN' };
    const { state } = endpoint.connection;
    if (state === 'SYN_SENT' || state === 'SYN_RECEIVED') return null;
    const error = takeError(one);
    if (error === null) return { result: `ok (local port ${endpoint.localPort})` };
    // A connect() that failed leaves the socket as it was.
    one.socket.endpoint = null;
    one.hasFailed = false;
    one.writeShut = false;
    return { errno: error };
  }

  /** `tcp_sendmsg()`: an error that waits is reported in place of EPIPE, once. */
  private send(one: KernelSocket, text: string): Outcome {
    const { endpoint } = one.socket;
    if (endpoint === null || one.writeShut || one.error !== null) {
      return { errno: takeError(one) ?? 'EPIPE' };
    }
    userCall(this.world, one, { call: 'send', text }, 'send');
    return { result: text.length };
  }

  private shutdown(one: KernelSocket, how: string): Outcome {
    const errno = shutdown(this.world, one, how);
    return errno === null ? OK : { errno };
  }

  private close(one: KernelSocket): Outcome {
    one.isOpen = false;
    const { listensAt, boundPort } = one.socket;
    if (listensAt === null) {
      close(this.world, one);
      return this.lingered(one, this.world.nowMs);
    }
    const host = hostOf(this.world, one);
    if (boundPort !== null) this.log.listens(host, listensAt, this.world.nowMs, 'CLOSED');
    stopListening(this.world, one, listensAt, (endpoint) => this.log.note(endpoint, host, this.world.nowMs));
    return OK;
  }

  private lingered(one: KernelSocket, sinceMs: number): Outcome {
    return isLingering(this.world, one, sinceMs) ? null : OK;
  }

  private crash(one: KernelSocket): Outcome {
    one.isOpen = false;
    const { endpoint } = one.socket;
    if (endpoint === null) return OK;
    endpoint.connection = { state: 'CLOSED', error: 'ECONNABORTED', unread: [] };
    remove(this.world, endpoint);
    this.log.note(endpoint, hostOf(this.world, one), this.world.nowMs);
    return OK;
  }

  private readToEnd(one: KernelSocket): Outcome {
    const got = read(this.world, one, Number.POSITIVE_INFINITY, false);
    const before = this.gathered.get(one) ?? 0;
    if (got === null) return null;
    if ('errno' in got) return before > 0 ? { result: { len: before, eof: false } } : got;
    this.gathered.set(one, before + got.text.length);
    return got.text === '' ? { result: { len: before, eof: true } } : this.readToEnd(one);
  }
}

function textOf({ data, bytes, fill }: ScriptStep): string {
  return typeof data === 'string' ? data : String(fill ?? 'x').repeat(Number(bytes ?? 0));
}

/** The octets as runs of equal letters. */
function runsOf(text: string): [string, number][] {
  return [...text.matchAll(/(.)\1*/gs)].map(([run, letter]) => [letter ?? '', run.length]);
}
