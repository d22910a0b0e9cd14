import type { Call } from '../../tcp/turn';
import type { HostSettings } from './host-settings';
import { Unsupported } from './problem';
import type { ScriptCall } from './script';
import type { ScriptSocket } from './sockets';
import { fieldOf, numberOf, wordOf } from './value';

/** Options that are kept and given back and change nothing that is modelled. */
const KEPT: ReadonlySet<string> = new Set(['SO_REUSEADDR', 'SO_REUSEPORT', 'IP_TOS', 'SO_RCVBUF', 'SO_SNDBUF']);

/** setsockopt(). Gives the call that tells the connection of it, where it must know. */
export function setOption(one: ScriptSocket, call: ScriptCall, line: number, settings: HostSettings): Call | null {
  const name = wordOf(call.args[2], line);
  if (name === 'SO_LINGER') {
    const isOn = numberOf(fieldOf(call.args[3], 'onoff'), line) !== 0;
    one.lingerMs = isOn ? numberOf(fieldOf(call.args[3], 'linger'), line) * 1000 : null;
    return null;
  }
  const value = numberOf(call.args[3], line);
  const isBuffer = name === 'SO_RCVBUF' || name === 'SO_SNDBUF';
  one.options.set(name, isBuffer ? value * settings.bufferFactor : value);
  switch (name) {
    case 'TCP_NOOPT':
      return null;
    default:
      if (!KEPT.has(name)) throw new Unsupported(line, `the socket option ${name}`);
      return null;
  }
}

/** getsockopt() of a number. */
export function getOption(one: ScriptSocket, name: string, line: number, settings: HostSettings): number {
  const set = one.options.get(name);
  switch (name) {
    case 'SO_RCVBUF':
      return set ?? (isSynchronized(one) ? settings.capacity : settings.receiveBuffer);
    case 'SO_SNDBUF':
      return set ?? settings.sendBuffer;
    default:
      if (set === undefined) throw new Unsupported(line, `the socket option ${name}`);
      return set;
  }
}

function isSynchronized({ socket }: ScriptSocket): boolean {
  return socket.endpoint !== null && socket.endpoint.connection.state !== 'SYN_SENT';
}
