import { advance } from '../../network/advance';
import { at } from '../../network/at';
import { happen } from '../../network/happen';
import type { Host } from '../../network/host';
import type { Departure, Observer } from '../../network/observer';
import type { NetworkSpec } from '../../network/specification';
import { createWorld, type World } from '../../network/world';
import type { Segment } from '../../tcp/segment';
import type { HostSettings, Stack } from './host-settings';
import { Unsupported } from './problem';
import type { TcpOption } from './script';

const TESTED = 0;
const SCRIPT = 1;

/** Looks on at a run. */
export interface Watch extends Observer {
  /** The script puts a segment on the wire; it is known by the number that this gives. */
  placed(departure: Omit<Departure, 'rule'>, relative: number, packet: Seen): number;
  /** The script has seen a segment of the host, and this line of it expected it. */
  seen(departure: Departure, packet: Seen): void;
}

/** How a packet looks on the wire and where it stands in the script. */
export interface Seen {
  readonly line: number;
  readonly options: readonly TcpOption[];
  readonly windowShift: number;
}

/** Nobody looks at the run but the script. */
const SILENT: Watch = {
  begin: () => 0,
  concerns: () => {},
  met: () => {},
  end: () => {},
  sent: () => 0,
  delivered: () => {},
  opened: () => {},
  closed: () => {},
  owned: () => {},
  armed: () => {},
  disarmed: () => {},
  placed: () => 0,
  seen: () => {},
};

/** The host under test. The other end of the wire is the script: what the host sends goes to `sent`, what the script sends is put in. */
export class TestedHost {
  readonly world: World;
  readonly watch: Watch;
  readonly sent: Departure[] = [];
  settings: HostSettings;
  private readonly values: Map<string, string>;
  readonly stack: Stack;
  private readonly mtu: number;

  /** `watchOf` gives who looks on at the network that is made here. */
  constructor(stack: Stack, mtu: number, sockets: number, watchOf: (spec: NetworkSpec) => Watch = () => SILENT) {
    this.stack = stack;
    this.mtu = mtu;
    this.values = new Map(Object.entries(stack.sysctls));
    this.settings = stack.settingsOf(this.values, mtu);
    const spec = {
      hosts: ['tested', 'script'].map((id) => ({ id, role: 'peer' as const, address: id })),
      profiles: [this.settings.profile, this.settings.profile],
      sockets: Array.from({ length: sockets }, (_, index) => ({
        ...{ id: `socket ${index}`, host: 'tested', lane: 'tested', steps: [] },
      })),
      link: { oneWayMs: 0 },
      faults: [],
      seed: 1,
    };
    this.watch = watchOf(spec);
    this.world = createWorld(spec, this.watch, (departure) => {
      this.sent.push(departure);
      return [];
    });
    this.apply();
  }

  get host(): Host {
    return at(this.world.hosts, TESTED);
  }

  get nowMs(): number {
    return this.world.nowMs;
  }

  /** The value of a setting; what has no effect here is empty. */
  sysctl(name: string, line: number): string {
    const value = this.values.get(name);
    if (value === undefined && !this.isInert(name)) throw new Unsupported(line, `sysctl ${name}`);
    return value ?? '';
  }

  setSysctl(name: string, value: string, line: number): void {
    if (!(name in this.stack.sysctls) && !this.isInert(name, value)) {
      throw new Unsupported(line, `sysctl ${name}=${value}`);
    }
    this.values.set(name, value);
    this.settings = this.stack.settingsOf(this.values, this.mtu);
    this.apply();
  }

  /** Lets one thing happen that is due by `untilMs`; false, and the clock at `untilMs`, where nothing is. */
  step(untilMs: number): boolean {
    if (advance(this.world, untilMs)) return true;
    if (Number.isFinite(untilMs)) this.world.nowMs = Math.max(this.world.nowMs, untilMs);
    return false;
  }

  /** `relative`: the segment's number as the script counts it. */
  receive(segment: Segment, sourcePort: number, destinationPort: number, relative: number, packet: Seen): void {
    const { nowMs, hosts } = this.world;
    const ways = { from: at(hosts, SCRIPT), to: at(hosts, TESTED), sourcePort, destinationPort };
    const times = { sentMs: nowMs, arrivesMs: nowMs, delayedByMs: 0, isLost: false, copyOf: null };
    const bare = { segment, endpoint: null, isChallenge: false, ...ways, ...times };
    const id = this.watch.placed(bare, relative, packet);
    const arriving = { segment, from: SCRIPT, to: TESTED, sourcePort, destinationPort, id };
    this.world.queue.push(nowMs, 0, { type: 'arrival', packet: arriving });
  }

  /** Aborts the connections in this state. */
  drop(state: string): void {
    for (const endpoint of [...this.host.endpoints.values()]) {
      if (endpoint.connection.state !== state) continue;
      const cause = { type: 'call', socket: endpoint.socket, call: 'abort', argument: null } as const;
      happen(this.world, endpoint, { type: 'call', call: { call: 'abort' } }, cause);
    }
  }

  private isInert(name: string, value = ''): boolean {
    const { inert } = this.stack;
    return '' in inert || (inert[name]?.test(value) ?? false);
  }

  private apply(): void {
    const { profile, capacity } = this.settings;
    Object.assign(this.host, { profile, capacity, timestamps: profile.timestamps });
  }
}
