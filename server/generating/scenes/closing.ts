import 'server-only';
import type { Fault, HostSpec, ProfileName, Scenario, Step } from '@/engine/simulation/scenario';

/** How long before the picture's zero the connection is opened: every handshake here is over by then. */
const OPENED_BEFORE_MS = 3000;

export interface Closing {
  readonly oneWayMs: number;
  /** What either side does, from zero on. Moments count from the picture's zero. */
  readonly client: readonly Step[];
  readonly server: readonly Step[];
  readonly timeWaitMs?: number;
  readonly mslMs?: number;
  readonly faults?: readonly Fault[];
  readonly profile?: ProfileName;
  readonly isns?: readonly [client: number, server: number];
  readonly clientHost?: Partial<HostSpec>;
  readonly serverHost?: Partial<HostSpec>;
  readonly endMs?: number;
}

/** One connection, opened beforehand, and the way in which it is closed. */
export function closing(scene: Closing): Scenario {
  const { oneWayMs, client, server, isns = [1000, 5000], profile = 'rfc9293' } = scene;
  const origin = OPENED_BEFORE_MS;
  const moved = (steps: readonly Step[]) =>
    steps.map((step) => (step.atMs === undefined ? step : { ...step, atMs: step.atMs + origin }));
  return {
    version: 1,
    name: 'generated',
    profile,
    hosts: [
      { id: 'client', role: 'client', address: '192.0.2.1', isns: [isns[0]], ...scene.clientHost },
      { id: 'server', role: 'server', address: '192.0.2.2', isns: [isns[1]], ...scene.serverHost },
    ],
    sockets: [
      {
        id: 'srv',
        host: 'server',
        lane: 'server',
        steps: [
          { call: 'listen', port: 80 },
          { call: 'accept', as: 's1' },
        ],
      },
      { id: 's1', host: 'server', lane: 'server', steps: moved(server) },
      {
        id: 'c1',
        host: 'client',
        lane: 'client',
        steps: [{ call: 'connect', host: 'server', port: 80 }, ...moved(client)],
      },
    ],
    link: { oneWayMs },
    faults: scene.faults ?? [],
    timers: { mslMs: scene.mslMs ?? null, timeWaitMs: scene.timeWaitMs ?? null },
    seed: 1,
    endMs: origin + (scene.endMs ?? 600_000),
    originMs: origin,
  };
}

/** The side that follows: it reads to the end, and closes so long after. */
export function follows(afterMs: number): readonly Step[] {
  return [{ call: 'receiveEnd' }, { call: 'close', afterMs }];
}
