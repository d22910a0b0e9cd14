import type { Fault, HostSpec, Scenario, SegmentSelector, SocketSpec, Step } from '../simulation/scenario';

/** A client at port 40000 and a server at port 80, 50 ms apart. Unless it says otherwise nothing is lost and nothing happens. */
export function scenario(parts: Partial<Scenario> & { readonly sockets: readonly SocketSpec[] }): Scenario {
  return {
    version: 1,
    name: 'test',
    profile: 'rfc9293',
    hosts: [host('client', 'client', { isns: [1000, 7000] }), host('server', 'server', { isns: [5000, 9000] })],
    link: { oneWayMs: 50 },
    faults: [],
    timers: { mslMs: null, timeWaitMs: null },
    seed: 1,
    endMs: 600_000,
    originMs: 0,
    ...parts,
  };
}

export function host(id: string, role: HostSpec['role'], more: Partial<HostSpec> = {}): HostSpec {
  return { id, role, address: id, ...more };
}

/** A socket of the client that is bound to port 40000 and connects to the server. */
export function client(id: string, steps: readonly Step[], atMs = 0): SocketSpec {
  const open: Step[] = [
    { call: 'bind', port: 40_000, atMs },
    { call: 'connect', host: 'server', port: 80 },
  ];
  return { id, host: 'client', lane: 'client', steps: [...open, ...steps] };
}

/** A listener at port 80, and one script for each connection it accepts: s1, s2, … */
export function server(...scripts: readonly (readonly Step[])[]): SocketSpec[] {
  const children = scripts.map((steps, index) => ({ id: `s${index + 1}`, host: 'server', lane: 'server', steps }));
  const accepts = children.map(({ id }): Step => ({ call: 'accept', as: id }));
  return [
    { id: 'srv', host: 'server', lane: 'server', steps: [{ call: 'listen', port: 80 }, ...accepts] },
    ...children,
  ];
}

/** A program that reads to the end and closes after a while. */
export function readThenClose(afterMs = 100): Step[] {
  return [{ call: 'receiveEnd' }, { call: 'close', afterMs }];
}

export function drop(from: string, to: string, match: Omit<SegmentSelector, 'from' | 'to'>): Fault {
  return { match: { from, to, ...match }, action: 'drop' };
}

export function delay(from: string, to: string, match: Omit<SegmentSelector, 'from' | 'to'>, byMs: number): Fault {
  return { match: { from, to, ...match }, action: 'delay', byMs };
}

export function duplicate(from: string, to: string, match: Omit<SegmentSelector, 'from' | 'to'>, byMs: number): Fault {
  return { match: { from, to, ...match }, action: 'duplicate', byMs };
}
