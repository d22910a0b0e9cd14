import { later, type Ms } from '../tcp/ms';
import type { RuleId } from '../tcp/rules';
import { printFlags, type Segment } from '../tcp/segment';
import { distance } from '../tcp/sequence-number';
import { at } from './at';
import { luckOf } from './chance';
import type { Endpoint } from './endpoint';
import { type Host, initialNumber, pairKey } from './host';
import type { Departure } from './observer';
import type { Fault, SegmentSelector } from './specification';
import { withClockOf } from './timestamp-clock';
import type { Carrier, World } from './world';

export interface Outgoing {
  readonly segment: Segment;
  readonly remote: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly rule: RuleId;
  readonly isChallenge: boolean;
  /** Null where the answer of CLOSED or LISTEN goes out. */
  readonly endpoint: Endpoint | null;
}

/** Puts a segment on the link: it arrives after the link's delay, unless a fault of the scenario has it otherwise. */
export function transmitOver(world: World, from: Host, out: Outgoing, entry: number): void {
  const to = at(world.hosts, out.remote);
  if (world.carrier !== null) {
    carry(world, from, to, out, entry, world.carrier);
    return;
  }
  const faults = faultsFor(world, from, to, out);
  const luck = luckOf(world, from, to, out);
  const isLost = luck.isLost || faults.some(({ action }) => action === 'drop');
  const delayedByMs = faults.reduce((sum, fault) => (fault.action === 'delay' ? sum + fault.byMs : sum), luck.lateMs);
  const arrivesMs = later(world.nowMs, oneWay(world, from, to) + delayedByMs);
  const departure = departureOf(world, from, to, out, { isLost, arrivesMs, delayedByMs });
  const id = world.observer.sent(entry, departure);
  if (!isLost) arrive(world, departure, arrivesMs, id);
  for (const fault of faults) {
    if (fault.action !== 'duplicate') continue;
    const copy = {
      ...departure,
      isLost: false,
      arrivesMs: later(arrivesMs, fault.byMs),
      delayedByMs: fault.byMs,
      copyOf: id,
    };
    arrive(world, copy, copy.arrivesMs, world.observer.sent(entry, copy));
  }
}

/** Leaves what becomes of the segment to the carrier. */
function carry(world: World, from: Host, to: Host, out: Outgoing, entry: number, carrier: Carrier): void {
  const departure = departureOf(world, from, to, out, { isLost: false, arrivesMs: world.nowMs, delayedByMs: 0 });
  const id = world.observer.sent(entry, departure);
  for (const atMs of carrier(departure)) arrive(world, departure, Math.max(atMs, world.nowMs), id);
}

type Fate = Pick<Departure, 'isLost' | 'arrivesMs' | 'delayedByMs'>;

/** Named one by one: this is done for every segment, and a literal of spreads would take longer than all the rest of it. */
function departureOf(world: World, from: Host, to: Host, out: Outgoing, fate: Fate): Departure {
  return {
    segment: withClockOf(from, out.segment),
    from,
    to,
    sourcePort: out.sourcePort,
    destinationPort: out.destinationPort,
    endpoint: out.endpoint,
    rule: out.rule,
    isChallenge: out.isChallenge,
    isLost: fate.isLost,
    sentMs: world.nowMs,
    arrivesMs: fate.arrivesMs,
    delayedByMs: fate.delayedByMs,
    copyOf: null,
  };
}

function arrive(world: World, departure: Departure, atMs: Ms, id: number): void {
  const { segment, from, to, sourcePort, destinationPort } = departure;
  const packet = { segment, from: from.index, to: to.index, sourcePort, destinationPort, id };
  world.queue.push(atMs, 0, { type: 'arrival', packet });
}

function oneWay(world: World, from: Host, to: Host): Ms {
  const { link } = world.spec;
  const pair = link.pairs?.find((one) => one.from === from.spec.id && one.to === to.spec.id);
  return pair?.oneWayMs ?? link.oneWayMs;
}

/** The faults that strike this segment. Each counts the segments that its selector matches. */
function faultsFor(world: World, from: Host, to: Host, out: Outgoing): readonly Fault[] {
  if (world.spec.faults.length === 0) return world.spec.faults;
  return world.spec.faults.filter((fault, index) => {
    if (!matches(fault.match, from, to, out)) return false;
    const hits = at(world.faultHits, index);
    hits.matched += 1;
    const { occurrence } = fault.match;
    if (occurrence !== undefined && occurrence !== hits.matched) return false;
    hits.acted += 1;
    return true;
  });
}

function matches(selector: SegmentSelector, from: Host, to: Host, out: Outgoing): boolean {
  const { segment } = out;
  if (selector.from !== from.spec.id || selector.to !== to.spec.id) return false;
  if (selector.incarnation !== undefined && selector.incarnation !== segment.origin) return false;
  if (selector.flags !== undefined && !hasFlags(segment, selector.flags)) return false;
  return selector.relativeSeq === undefined || selector.relativeSeq === relativeSeq(from, out);
}

/** 'DATA' is any segment with text; else the control bits must be these and no others, PSH apart. */
function hasFlags(segment: Segment, flags: string): boolean {
  if (flags === 'DATA') return segment.text !== '';
  return printFlags({ ...segment, psh: false }).replaceAll(' ', '') === flags.replaceAll(' ', '');
}

/** The sequence number counted from the initial one of the connection that it belongs to; as it is where there was none. */
export function relativeSeq(
  from: Host,
  out: Pick<Outgoing, 'segment' | 'remote' | 'sourcePort' | 'destinationPort'>,
): number {
  const { segment, remote, sourcePort, destinationPort } = out;
  const initial = initialNumber(from, pairKey(remote, sourcePort, destinationPort), segment.origin);
  return initial === null ? segment.seq : distance(initial, segment.seq);
}
