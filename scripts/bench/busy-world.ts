import type { Observer } from '../../engine/network/observer';
import type { NetworkSpec, SocketSpec, Step } from '../../engine/network/specification';
import { createWorld, type World } from '../../engine/network/world';
import { PROFILES } from '../../engine/tcp/profile';

/** Nobody watches: what is timed is the engine, not the writing down. */
const NOBODY: Observer = {
  begin: () => 0,
  concerns: () => undefined,
  met: () => undefined,
  end: () => undefined,
  sent: () => 0,
  delivered: () => undefined,
  opened: () => undefined,
  closed: () => undefined,
  owned: () => undefined,
  armed: () => undefined,
  disarmed: () => undefined,
};

/** Many clients of one server. Each connects, sends 100 octets every 20 ms, `sends` times, and closes; the server reads all and closes. */
export function busyWorld(connections: number, sends: number, profile: 'rfc9293' | 'linux'): World {
  // One object for all: a script of millions of steps must not be what fills the memory.
  const send: Step = { call: 'send', data: 'x'.repeat(100), afterMs: 20 };
  const steps = new Array<Step>(sends).fill(send);
  const indices = Array.from({ length: connections }, (_, index) => index);
  const listener: SocketSpec = {
    id: 'listener',
    host: 'server',
    lane: 'server',
    steps: [{ call: 'listen', port: 80 }, ...indices.map((index): Step => ({ call: 'accept', as: `server-${index}` }))],
  };
  const children = indices.map((index): SocketSpec => {
    return {
      id: `server-${index}`,
      host: 'server',
      lane: 'server',
      steps: [{ call: 'receiveEnd' }, { call: 'close' }],
    };
  });
  const clients = indices.map((index): SocketSpec => {
    const connect: Step = { call: 'connect', host: 'server', port: 80, atMs: index / 10 };
    return { id: `client-${index}`, host: 'client', lane: 'client', steps: [connect, ...steps, { call: 'close' }] };
  });
  const spec: NetworkSpec = {
    hosts: [
      { id: 'client', role: 'client', address: '10.0.0.1' },
      { id: 'server', role: 'server', address: '10.0.0.2' },
    ],
    profiles: [PROFILES[profile], PROFILES[profile]],
    sockets: [listener, ...children, ...clients],
    link: { oneWayMs: 5 },
    faults: [],
    seed: 1,
  };
  return createWorld(spec, NOBODY);
}
