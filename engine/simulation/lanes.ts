import type { Scenario } from './scenario';
import type { Lane } from './timeline';

/** The lifelines, host by host from left to right, each host's in the order in which its sockets name them. */
export function lanesOf({ hosts, sockets }: Pick<Scenario, 'hosts' | 'sockets'>): Lane[] {
  return hosts.flatMap(({ id: host }) => {
    const named = sockets.filter((socket) => socket.host === host).map(({ lane }) => lane);
    const ids = named.length === 0 ? [host] : [...new Set(named)];
    return ids.map((id, index) => ({ id, host, index, count: ids.length }));
  });
}

export function laneOfSocket({ sockets, hosts }: Scenario, index: number): string {
  const socket = sockets[index];
  return socket?.lane ?? hosts[0]?.id ?? '';
}

/** A child stays on its listener's lane. */
export function laneOfEndpoint(scenario: Scenario, { socket, listener }: { socket: number; listener: number }): string {
  return laneOfSocket(scenario, listener >= 0 ? listener : socket);
}

/** The lane of whoever listens at a port of a host, else the host's first. */
export function laneOfPort(scenario: Scenario, host: string, port: number): string {
  const own = scenario.sockets.filter((socket) => socket.host === host);
  const listener = own.find(({ steps }) => steps.some((step) => step.call === 'listen' && step.port === port));
  return (listener ?? own[0])?.lane ?? host;
}
