import type { Departure } from '../../network/observer';
import type { NetworkSpec } from '../../network/specification';
import { lanesOf } from '../../simulation/lanes';
import { Recorder } from '../../simulation/recorder';
import type { Scenario } from '../../simulation/scenario';
import type { Timeline } from '../../simulation/timeline';
import { ENGINE_VERSION } from '../../version';
import type { Seen, Watch } from './tested-host';

/** Writes down the run of a script: the host under test, and what the script puts on its wire. */
export class ScriptRecorder extends Recorder implements Watch {
  /** By segment: the line that put it on the wire or expected it, and how it looks there. */
  readonly packets = new Map<number, Seen>();
  private readonly spec: Scenario;
  private readonly ids = new WeakMap<Departure, number>();

  constructor({ hosts, sockets, link }: NetworkSpec) {
    const policy = {
      version: 1,
      name: 'packetdrill',
      profile: 'rfc9293',
      timers: { mslMs: null, timeWaitMs: null },
    } as const;
    const scenario = {
      ...policy,
      hosts,
      sockets,
      link,
      faults: [],
      seed: 1,
      originMs: 0,
      endMs: Number.MAX_SAFE_INTEGER,
    };
    super(scenario);
    this.spec = scenario;
  }

  override sent(entry: number, departure: Departure): number {
    const id = super.sent(entry, departure);
    this.ids.set(departure, id);
    return id;
  }

  placed(departure: Omit<Departure, 'rule'>, relative: number, packet: Seen): number {
    const id = this.put(departure, relative, packet.line);
    this.packets.set(id, packet);
    return id;
  }

  seen(departure: Departure, packet: Seen): void {
    const id = this.ids.get(departure);
    if (id !== undefined) this.packets.set(id, packet);
  }

  /** The run so far. Between the host and the script there is no way on which a segment could be lost, or take any time. */
  timelineAt(nowMs: number): Timeline {
    const recorded = this.finish();
    const segments = recorded.segments.map((segment) => ({ ...segment, fate: 'delivered' as const }));
    const frame = {
      engineVersion: ENGINE_VERSION,
      scenario: this.spec,
      lanes: lanesOf(this.spec),
      unmatchedFaults: [],
    };
    return { ...frame, ...recorded, segments, endMs: nowMs, endedBy: 'idle' };
  }
}
