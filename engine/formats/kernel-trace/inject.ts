import { at } from '../../network/at';
import { pairKey } from '../../network/host';
import type { World } from '../../network/world';
import type { Segment } from '../../tcp/segment';
import { segmentEnd } from '../../tcp/segment';
import { isBefore, seqNumber } from '../../tcp/sequence-number';
import type { HostName, NumberExpression, ScriptInjection } from './script';

/** What a host has let be seen of one connection: the quantities that expressions are made of. */
interface Seen {
  readonly inc: number;
  isn: number | null;
  nxt: number | null;
  ack: number | null;
  ts: number | null;
  tsr: number | null;
}

/** Watches the wire, so that a crafted segment can be given numbers that fit. */
export class Wire {
  private readonly seen = new Map<string, Seen>();
  private readonly latest = new Map<number, number>();

  constructor(private readonly world: World) {}

  saw(from: HostName, localPort: number, remotePort: number, segment: Segment): void {
    const pair = this.pair(from, localPort, remotePort);
    if (segment.syn) this.latest.set(pair, Math.max(segment.origin, this.latest.get(pair) ?? 0));
    const key = `${from} ${pair} ${segment.origin}`;
    const one = this.seen.get(key) ?? { inc: segment.origin, isn: null, nxt: null, ack: null, ts: null, tsr: null };
    this.seen.set(key, one);
    if (segment.syn) one.isn = segment.seq;
    if (segment.rst) return;
    const end = segmentEnd(segment);
    if (one.nxt === null || isBefore(seqNumber(one.nxt), end)) one.nxt = end;
    if (segment.ack !== null) one.ack = segment.ack;
    if (segment.timestamps !== null) {
      one.ts = segment.timestamps.value;
      one.tsr = segment.timestamps.echo;
    }
  }

  /** The newest connection of a four-tuple, 0 when there was none. */
  incarnation(from: HostName, localPort: number, remotePort: number): number {
    return this.latest.get(this.pair(from, localPort, remotePort)) ?? 0;
  }

  /** The segment that an injection describes, as of now. */
  craft(injection: ScriptInjection): Segment {
    const { flags, dir, srcPort, dstPort, payload, win } = injection;
    const from: HostName = dir === 'A>B' ? 'A' : 'B';
    const origin = this.incarnation(from, srcPort, dstPort);
    const value = (expression: NumberExpression) => this.evaluate(expression, from, srcPort, dstPort, origin);
    const ack = value(injection.ack);
    const tsval = value(injection.tsval);
    return {
      seq: seqNumber(value(injection.seq) ?? 0),
      ack: flags.includes('A') ? seqNumber(ack ?? 0) : null,
      syn: flags.includes('S'),
      fin: flags.includes('F'),
      rst: flags.includes('R'),
      psh: flags.includes('P'),
      window: flags.includes('S') ? win : win * 128,
      text: payload,
      timestamps: tsval === null ? null : { value: tsval, echo: value(injection.tsecr) ?? 0 },
      origin,
    };
  }

  /** 'A.nxt+100', 'B.isn#1 - 5': a quantity of one host, of the newest connection or of incarnation k, and a number to add. */
  private evaluate(
    expression: NumberExpression,
    from: HostName,
    sourcePort: number,
    destinationPort: number,
    newest: number,
  ): number | null {
    if (typeof expression !== 'string') return expression;
    const parts = /^\s*([AB])(?:#(\d+))?\.(isn|nxt|ack|tsr|ts)(?:#(\d+))?\s*(?:([+-])\s*(\d+))?\s*$/.exec(expression);
    if (parts === null) return Number(expression);
    const host = parts[1] === 'A' ? 'A' : 'B';
    const [local, remote] = host === from ? [sourcePort, destinationPort] : [destinationPort, sourcePort];
    const inc = Number(parts[2] ?? parts[4] ?? newest);
    const seen = this.seen.get(`${host} ${this.pair(host, local, remote)} ${inc}`);
    const field = parts[3] as Exclude<keyof Seen, 'inc'>;
    const offset = Number(`${parts[5] ?? '+'}${parts[6] ?? 0}`);
    return ((seen?.[field] ?? 0) + offset) >>> 0;
  }

  private pair(host: HostName, localPort: number, remotePort: number): number {
    const { hosts } = this.world.spec;
    const remote = hosts.findIndex(({ id }) => id !== host);
    at(hosts, remote);
    return host === 'A' ? pairKey(0, localPort, remotePort) : pairKey(0, remotePort, localPort);
  }
}
