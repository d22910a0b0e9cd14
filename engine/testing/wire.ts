import { CLOSED, type Connection } from '../tcp/connection';
import { PROFILES, type Profile, type ProfileName } from '../tcp/profile';
import { unreadOctets } from '../tcp/receive';
import type { RuleId } from '../tcp/rules';
import { printFlags, type Segment } from '../tcp/segment';
import { advance, seqNumber } from '../tcp/sequence-number';
import type { TcpState } from '../tcp/state';
import { step } from '../tcp/step';
import type { Call, Input, Reception, TimerKind } from '../tcp/turn';

/** A segment as a test writes it: numbers are counted from where the connection under test stands, so that 0 is always what it expects. */
export interface Crafted {
  readonly flags: string;
  /** From RCV.NXT. */
  readonly seq?: number;
  /** From SND.NXT. */
  readonly ack?: number;
  readonly text?: string;
  readonly window?: number;
  /** TSval; without it the segment carries no timestamps. */
  readonly tsval?: number;
  readonly mss?: number;
}

export interface WireOptions {
  readonly profile?: ProfileName | Profile;
  readonly timestamps?: boolean;
  readonly capacity?: number;
  readonly hasListener?: boolean;
  readonly timeWaitIsFull?: boolean;
}

const ISS = 1000;
const IRS = 5000;

/** One connection on a workbench: the test plays its application, its peer and its clock. A state is reached by playing segments, never by setting fields. */
export class Wire {
  connection: Connection = CLOSED;
  nowMs = 0;
  reception: Reception = 'accepted';
  /** What the last input sent, e.g. 'FIN,ACK 1001:5001'. */
  sent: string[] = [];
  /** By which rule each of these was sent, and whether as a challenge. */
  sentBy: { readonly rule: RuleId; readonly isChallenge: boolean }[] = [];
  /** The same as whole segments. */
  out: Segment[] = [];
  rules: RuleId[] = [];
  /** What it handed to the application, piece by piece. */
  delivered: string[] = [];
  timers = new Map<TimerKind, number>();
  reopened: number | null = null;
  /** The segment that arrived last. */
  arrived: Segment | null = null;
  /** Every rule met so far. */
  readonly met = new Set<RuleId>();
  private readonly profile: Profile;

  constructor(private readonly options: WireOptions = {}) {
    const { profile = 'rfc9293' } = options;
    this.profile = typeof profile === 'string' ? PROFILES[profile] : profile;
  }

  get state(): TcpState {
    return this.connection.state;
  }

  get unread(): string {
    return unreadOctets(this.connection)
      .map(({ text }) => text)
      .join('');
  }

  /** The timers that run, with what is left of each. */
  get running(): Partial<Record<TimerKind, number>> {
    return Object.fromEntries([...this.timers].map(([timer, deadline]) => [timer, deadline - this.nowMs]));
  }

  call(call: Call): this {
    return this.take({ type: 'call', call });
  }

  arrive(crafted: Crafted): this {
    this.arrived = this.craft(crafted);
    return this.take({ type: 'segment', segment: this.arrived });
  }

  /** Lets a timer that is running run out. */
  fire(timer: TimerKind): this {
    const deadline = this.timers.get(timer);
    if (deadline === undefined) throw new Error(`${timer} is not running`);
    this.timers.delete(timer);
    this.nowMs = Math.max(this.nowMs, deadline);
    return this.take({ type: 'timer', timer });
  }

  /** A time-out that comes although no timer of this connection asked for it. */
  strike(timer: TimerKind): this {
    return this.take({ type: 'timer', timer });
  }

  wait(ms: number): this {
    this.nowMs += ms;
    return this;
  }

  private take(input: Input): this {
    this.sent = [];
    this.sentBy = [];
    this.out = [];
    this.delivered = [];
    this.rules = [];
    this.step(input);
    // An ACK that waits for the end of the instant leaves when the test has nothing to add: at once.
    if (this.timers.get('delayed-ack') === this.nowMs) {
      this.timers.delete('delayed-ack');
      this.step({ type: 'timer', timer: 'delayed-ack' });
    }
    return this;
  }

  private step(input: Input): void {
    const outcome = step(this.connection, input, {
      nowMs: this.nowMs,
      profile: this.profile,
      iss: seqNumber(ISS),
      origin: 1,
      capacity: this.options.capacity ?? 10_000,
      timestamps: this.options.timestamps ?? false,
      hasListener: this.options.hasListener ?? false,
      timeWaitIsFull: this.options.timeWaitIsFull ?? false,
    });
    this.connection = outcome.connection;
    this.reception = outcome.reception;
    this.rules.push(...outcome.trace);
    for (const rule of outcome.trace) this.met.add(rule);
    for (const effect of outcome.effects) {
      if (effect.type === 'send') {
        this.sent.push(describe(effect.segment));
        this.out.push(effect.segment);
        this.sentBy.push({ rule: effect.rule, isChallenge: effect.isChallenge });
      }
      if (effect.type === 'deliver') this.delivered.push(...effect.octets.map(({ text }) => text));
      if (effect.type === 'arm') this.timers.set(effect.timer, this.nowMs + effect.durationMs);
      if (effect.type === 'disarm') this.timers.delete(effect.timer);
      if (effect.type === 'reopen') this.reopened = effect.iss;
    }
  }

  private craft({ flags, seq = 0, ack = 0, text = '', window = 10_000, tsval, mss }: Crafted): Segment {
    const bits = flags.split(',');
    const { rcvNxt, sndNxt } = this.numbers();
    return {
      seq: advance(rcvNxt, seq),
      ack: bits.includes('ACK') ? advance(sndNxt, ack) : null,
      syn: bits.includes('SYN'),
      fin: bits.includes('FIN'),
      rst: bits.includes('RST'),
      psh: false,
      window,
      text,
      timestamps: tsval === undefined ? null : { value: tsval, echo: 0 },
      origin: 1,
      ...(mss === undefined ? {} : { mss }),
    };
  }

  /** RCV.NXT and SND.NXT; before the peer's SYN its initial number. */
  private numbers() {
    const { connection } = this;
    switch (connection.state) {
      case 'CLOSED':
      case 'LISTEN':
        return { rcvNxt: seqNumber(IRS), sndNxt: seqNumber(ISS) };
      case 'SYN_SENT':
        return { rcvNxt: seqNumber(IRS), sndNxt: connection.send.sndNxt };
      case 'TIME_WAIT':
        return connection;
      default:
        return { rcvNxt: connection.receive.rcvNxt, sndNxt: connection.send.sndNxt };
    }
  }
}

/** e.g. 'FIN,ACK 1001:5001' */
export function describe(segment: Segment): string {
  const flags = printFlags({ ...segment, psh: false }).replaceAll(' ', '');
  const ack = segment.ack === null ? '' : `:${segment.ack}`;
  return `${flags} ${segment.seq}${ack}${segment.text === '' ? '' : ` "${segment.text}"`}`;
}
