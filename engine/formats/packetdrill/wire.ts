import type { Departure } from '../../network/observer';
import type { Segment, Timestamps } from '../../tcp/segment';
import { advance, type SeqNumber, seqNumber } from '../../tcp/sequence-number';
import type { HostSettings } from './host-settings';
import type { ScriptPacket } from './script';
import { type Offer, readOptions } from './tcp-options';

/** A packet that the host has sent, in the script's numbers. */
export interface Sent {
  readonly segment: Segment;
  readonly seq: number;
  readonly ack: number | null;
  /** TSval as the script counts it. */
  readonly timestamps: Timestamps | null;
  readonly sentMs: number;
}

const NOTHING: Offer = { mss: null, windowShift: null, sack: false, timestamps: null };

/**
 * One connection between the host and the script, and how their numbers are mapped (packetdrill's socket.h): the script counts the host's
 * numbers from its initial one, and the script's own are what it says, a SYN's as they stand and others from that.
 */
export class Wire {
  peerOffer: Offer = NOTHING;
  ownOffer: Offer = NOTHING;
  private localIsn: SeqNumber = seqNumber(0);
  private scriptLocalIsn = 0;
  private remoteIsn = 0;
  private knowsLocal = false;
  private knowsPeer = false;
  private firstStamp: { script: number; live: number } | null = null;
  private readonly stamps = new Map<number, number>();

  constructor(
    readonly localPort: number,
    readonly remotePort: number,
  ) {}

  /** The first packet of a connection that the script opens. */
  opensWith(packet: ScriptPacket): void {
    this.remoteIsn = packet.seq ?? 0;
  }

  /** The segment that the script's packet is on the wire. */
  toLive(packet: ScriptPacket, origin: number): Segment {
    const { flags, options, window, ack } = packet;
    const said = readOptions(options ?? []);
    if (flags.syn && !this.knowsPeer) {
      this.knowsPeer = true;
      this.peerOffer = said;
      this.remoteIsn = packet.seq ?? 0;
    }
    const segment: Segment = {
      seq: seqNumber((packet.seq ?? 0) + (flags.syn ? 0 : this.remoteIsn)),
      ack: ack === null ? null : advance(this.localIsn, ack - (flags.syn ? this.scriptLocalIsn : 0)),
      ...{ syn: flags.syn, fin: flags.fin, rst: flags.rst, psh: flags.psh, origin },
      window: (window ?? 0) * 2 ** this.windowShift('script', flags.syn),
      text: 'x'.repeat(packet.length),
      timestamps: said.timestamps === null ? null : this.stampToLive(said.timestamps),
    };
    return flags.syn && said.mss !== null ? { ...segment, mss: said.mss } : segment;
  }

  /** By how much the window field of a packet is scaled down (RFC 7323 §2.2: never that of a SYN). */
  windowShift(sender: 'script' | 'host', isSyn: boolean): number {
    if (isSyn || this.peerOffer.windowShift === null || this.ownOffer.windowShift === null) return 0;
    return sender === 'script' ? this.peerOffer.windowShift : this.ownOffer.windowShift;
  }

  /** The packet that the script sees of a segment, held against the one that it expects next. */
  toScript({ segment, sentMs }: Departure, expected: ScriptPacket): Sent {
    if (segment.syn && !this.knowsLocal) {
      this.knowsLocal = true;
      this.localIsn = segment.seq;
      this.scriptLocalIsn = expected.seq ?? 0;
    }
    const seq = (segment.seq - this.localIsn + (segment.syn ? this.scriptLocalIsn : 0)) >>> 0;
    const ack = segment.ack === null ? null : (segment.ack - (segment.syn ? 0 : this.remoteIsn)) >>> 0;
    return { segment, seq, ack, timestamps: this.stampToScript(segment, expected), sentMs };
  }

  /** What the options of a SYN of the host say: all that it can, or what both sides have. */
  offer(segment: Segment, settings: HostSettings, says: 'everything' | 'mss' | 'nothing'): Offer {
    const { profile, sack, windowShift } = settings;
    const { timestamps } = segment;
    if (!segment.syn) return { ...NOTHING, timestamps };
    if (says === 'nothing') return NOTHING;
    const isAnswer = segment.ack !== null;
    const offer: Offer =
      says === 'mss'
        ? { ...NOTHING, mss: profile.mss }
        : {
            mss: profile.mss,
            windowShift: isAnswer && this.peerOffer.windowShift === null ? null : windowShift,
            sack: isAnswer ? sack && this.peerOffer.sack : sack,
            timestamps,
          };
    this.ownOffer = offer;
    return offer;
  }

  private stampToScript({ timestamps }: Segment, { options }: ScriptPacket): Timestamps | null {
    if (timestamps === null) return null;
    const script = readOptions(options ?? []).timestamps?.value;
    if (script !== undefined) {
      this.stamps.set(script, timestamps.value);
      this.firstStamp ??= { script, live: timestamps.value };
    }
    const first = this.firstStamp ?? { script: 0, live: 0 };
    return { value: (timestamps.value - first.live + first.script) >>> 0, echo: timestamps.echo };
  }

  private stampToLive({ value, echo }: Timestamps): Timestamps {
    const first = this.firstStamp ?? { script: 0, live: 0 };
    return { value, echo: this.stamps.get(echo) ?? (echo - first.script + first.live) >>> 0 };
  }
}
