import { CLOSED, LISTEN } from '../tcp/connection';
import type { SeqNumber } from '../tcp/sequence-number';
import { type Outcome, step } from '../tcp/step';
import type { Input } from '../tcp/turn';
import { addEndpoint } from './add-endpoint';
import { at } from './at';
import type { Endpoint } from './endpoint';
import { contextOf, happen, settle } from './happen';
import { type Host, type Listener, pairKey } from './host';
import { nextInitialNumber } from './initial-number';
import { transmitOver } from './link';
import type { Packet } from './packet';
import { isUnproven } from './recycle';
import { withoutClockOf } from './timestamp-clock';
import type { World } from './world';

/** A segment reaches its host and finds, by its four-tuple, a connection, else a listener, else nothing. */
export function segmentReaches(world: World, arriving: Packet): void {
  const host = at(world.hosts, arriving.to);
  const segment = withoutClockOf(host, arriving.segment);
  const packet = segment === arriving.segment ? arriving : { ...arriving, segment };
  const endpoint = host.endpoints.get(keyOf(packet));
  const listener = host.listeners.get(packet.destinationPort);
  if (endpoint !== undefined) {
    const input: Input = { type: 'segment', segment: packet.segment };
    const { effects } = happen(world, endpoint, input, { type: 'segment', packet });
    const reopen = effects.find((effect) => effect.type === 'reopen');
    if (reopen !== undefined && listener !== undefined) reachListener(world, host, listener, packet, reopen.iss);
  } else if (listener !== undefined && isUnproven(world, host, packet.from, packet.segment)) {
    const entry = world.observer.begin(world.nowMs, host, null, { type: 'segment', packet }, 'LISTEN');
    world.observer.met(entry, ['listen/recycle-dropped']);
    world.observer.end(entry, 'LISTEN', 'discarded');
  } else if (listener !== undefined) {
    reachListener(world, host, listener, packet, null);
  } else {
    reachNothing(world, host, packet);
  }
}

function keyOf(packet: Packet): number {
  return pairKey(packet.from, packet.destinationPort, packet.sourcePort);
}

/** LISTEN: a SYN makes a connection of its own, beside the listener. */
function reachListener(
  world: World,
  host: Host,
  listener: Listener,
  packet: Packet,
  reopenIss: SeqNumber | null,
): void {
  const { segment } = packet;
  const entry = world.observer.begin(world.nowMs, host, null, { type: 'segment', packet }, 'LISTEN');
  const opens = segment.syn && !segment.rst && segment.ack === null;
  const iss = reopenIss ?? (opens ? nextInitialNumber(world, host, keyOf(packet)) : undefined);
  const context = contextOf(world, host, listener.port, iss, segment.origin);
  const outcome = step(LISTEN, { type: 'segment', segment }, context);
  if (outcome.connection.state === 'SYN_RECEIVED') {
    const endpoint = addChild(world, host, listener, packet, outcome, context.iss);
    world.observer.concerns(entry, endpoint);
    settle(world, endpoint, outcome, entry);
  } else {
    sendAnswers(world, host, packet, outcome, entry);
  }
  world.observer.end(entry, outcome.connection.state, outcome.reception);
}

function addChild(
  world: World,
  host: Host,
  listener: Listener,
  packet: Packet,
  outcome: Outcome,
  iss: SeqNumber,
): Endpoint {
  const endpoint = {
    id: world.nextEndpointId++,
    host: host.index,
    remote: packet.from,
    localPort: packet.destinationPort,
    remotePort: packet.sourcePort,
    incarnation: packet.segment.origin,
    iss,
    connection: outcome.connection,
    socket: -1,
    listener: listener.socket,
    deadlines: {},
    waitMs: null,
    ackEntry: -1,
  };
  addEndpoint(world, host, endpoint);
  return endpoint;
}

function reachNothing(world: World, host: Host, packet: Packet): void {
  const entry = world.observer.begin(world.nowMs, host, null, { type: 'segment', packet }, 'CLOSED');
  const context = contextOf(world, host, packet.destinationPort);
  const outcome = step(CLOSED, { type: 'segment', segment: packet.segment }, context);
  sendAnswers(world, host, packet, outcome, entry);
  world.observer.end(entry, 'CLOSED', outcome.reception);
}

/** What CLOSED and LISTEN send goes back where the segment came from. */
function sendAnswers(world: World, host: Host, packet: Packet, { effects, trace }: Outcome, entry: number): void {
  world.observer.met(entry, trace);
  for (const effect of effects) {
    if (effect.type !== 'send') continue;
    const { segment, rule, isChallenge } = effect;
    const ports = { sourcePort: packet.destinationPort, destinationPort: packet.sourcePort };
    transmitOver(world, host, { segment, remote: packet.from, ...ports, rule, isChallenge, endpoint: null }, entry);
  }
}
