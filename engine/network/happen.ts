import { assertNever } from '../tcp/assert-never';
import type { Connection } from '../tcp/connection';
import { later } from '../tcp/ms';
import type { SeqNumber } from '../tcp/sequence-number';
import { seqNumber } from '../tcp/sequence-number';
import { type Outcome, step } from '../tcp/step';
import type { Context, Effect, Input, TimerKind } from '../tcp/turn';
import { at } from './at';
import type { Endpoint } from './endpoint';
import { type Host, pairKey } from './host';
import { transmitOver } from './link';
import type { Happening } from './observer';
import { recycledWait, rememberStamp } from './recycle';
import { onTimerWheel } from './timer-wheel';
import type { World } from './world';

/** One input to one endpoint: the step, what it asks for, and the entry that tells of it. */
export function happen(world: World, endpoint: Endpoint, input: Input, happening: Happening): Outcome {
  const host = at(world.hosts, endpoint.host);
  const entry = world.observer.begin(world.nowMs, host, endpoint, happening, endpoint.connection.state);
  const outcome = step(endpoint.connection, input, contextOf(world, host, endpoint.localPort));
  settle(world, endpoint, outcome, entry);
  world.observer.end(entry, outcome.connection.state, input.type === 'segment' ? outcome.reception : null);
  return outcome;
}

/** The ACK that waited for the end of the instant leaves; it belongs to the entry that owed it. */
export function payAck(world: World, endpoint: Endpoint): void {
  const host = at(world.hosts, endpoint.host);
  const input: Input = { type: 'timer', timer: 'delayed-ack' };
  const outcome = step(endpoint.connection, input, contextOf(world, host, endpoint.localPort));
  settle(world, endpoint, outcome, endpoint.ackEntry);
}

/** The endpoint takes its next value, and the world does what the step asked for. */
export function settle(world: World, endpoint: Endpoint, outcome: Outcome, entry: number): void {
  const before = endpoint.connection;
  endpoint.connection = outcome.connection;
  if (outcome.connection.state === 'TIME_WAIT' && before.state !== 'TIME_WAIT') {
    endpoint.waitMs = recycledWait(world, endpoint, before);
  }
  if (outcome.connection.state === 'TIME_WAIT') rememberStamp(world, endpoint);
  world.observer.met(entry, outcome.trace);
  for (const effect of outcome.effects) perform(world, endpoint, effect, entry);
  if (isGone(outcome.connection)) remove(world, endpoint);
}

/** A child of a listener that returns to LISTEN is no more: the listener itself has been there all the time. */
function isGone({ state }: Connection): boolean {
  return state === 'CLOSED' || state === 'LISTEN';
}

/** Deletes the control block; the socket keeps the last value, to read what is left and why it ended. */
export function remove(world: World, endpoint: Endpoint): void {
  const host = at(world.hosts, endpoint.host);
  const key = pairKey(endpoint.remote, endpoint.localPort, endpoint.remotePort);
  if (host.endpoints.get(key) !== endpoint) return;
  host.endpoints.delete(key);
  for (const timer of Object.keys(endpoint.deadlines) as TimerKind[]) disarm(world, endpoint, timer);
  world.observer.closed(endpoint, world.nowMs);
}

function perform(world: World, endpoint: Endpoint, effect: Effect, entry: number): void {
  switch (effect.type) {
    case 'send': {
      const { remote, localPort, remotePort } = endpoint;
      const { segment, rule, isChallenge } = effect;
      const out = { segment, remote, sourcePort: localPort, destinationPort: remotePort, rule, isChallenge, endpoint };
      transmitOver(world, at(world.hosts, endpoint.host), out, entry);
      break;
    }
    case 'arm':
      arm(world, endpoint, effect.timer, durationOf(effect, endpoint), entry);
      break;
    case 'disarm':
      disarm(world, endpoint, effect.timer);
      break;
    case 'deliver':
      world.observer.delivered(entry, endpoint, effect.octets, world.nowMs);
      break;
    case 'notify':
      notify(world, endpoint);
      break;
    case 'reopen':
      break;
    default:
      assertNever(effect);
  }
}

/** TIME_WAIT is shorter where the host recycles. */
function durationOf({ timer, durationMs }: Effect & { type: 'arm' }, { waitMs }: Endpoint): number {
  return timer === 'time-wait' && waitMs !== null ? waitMs : durationMs;
}

function arm(world: World, endpoint: Endpoint, timer: TimerKind, durationMs: number, entry: number): void {
  if (timer === 'delayed-ack' && durationMs === 0) {
    endpoint.ackEntry = entry;
    world.owing.push(endpoint);
    return;
  }
  disarm(world, endpoint, timer);
  const { jiffyMs } = at(world.hosts, endpoint.host).profile.retransmission;
  const isOnWheel = jiffyMs > 0 && timer === 'retransmission';
  const deadline = later(world.nowMs, isOnWheel ? onTimerWheel(durationMs, jiffyMs) : durationMs);
  endpoint.deadlines[timer] = deadline;
  world.queue.push(deadline, 1, { type: 'timer', endpoint, timer });
  world.observer.armed(endpoint, timer, world.nowMs, durationMs);
}

function disarm(world: World, endpoint: Endpoint, timer: TimerKind): void {
  if (endpoint.deadlines[timer] === undefined) return;
  endpoint.deadlines[timer] = undefined;
  world.observer.disarmed(endpoint, timer, world.nowMs, false);
}

/** Runs the script that may wait for this endpoint; an established child goes to its listener's backlog. */
function notify(world: World, endpoint: Endpoint): void {
  if (endpoint.socket >= 0) {
    world.ready.push(endpoint.socket);
    return;
  }
  const listener = at(world.hosts, endpoint.host).listeners.get(endpoint.localPort);
  if (listener === undefined || listener.socket !== endpoint.listener) return;
  const isReady = endpoint.connection.state === 'ESTABLISHED' || endpoint.connection.state === 'CLOSE_WAIT';
  if (isReady && !listener.backlog.includes(endpoint)) listener.backlog.push(endpoint);
  world.ready.push(listener.socket);
}

const NO_NUMBER = seqNumber(0);

/** What a connection at this host may know; numbers for a new one only where one may come to be. */
export function contextOf(
  world: World,
  host: Host,
  localPort: number,
  iss: SeqNumber = NO_NUMBER,
  origin = 0,
): Context {
  return {
    nowMs: world.nowMs,
    profile: host.profile,
    iss,
    origin,
    capacity: host.capacity,
    timestamps: host.timestamps,
    hasListener: host.listeners.has(localPort),
    timeWaitIsFull: isTimeWaitFull(host),
  };
}

/** Counted only where the number is bounded: who has no bound need not count. */
function isTimeWaitFull({ profile, endpoints }: Host): boolean {
  const { mostEntries } = profile.timeWait;
  if (mostEntries > endpoints.size) return false;
  const kept = [...endpoints.values()].filter(
    ({ connection }) => connection.state === 'TIME_WAIT' || isMini(connection),
  );
  return kept.length >= mostEntries;
}

function isMini(connection: Connection): boolean {
  return connection.state === 'FIN_WAIT_2' && connection.isMini === true;
}
