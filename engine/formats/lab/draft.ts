import type { Fault, LinkSpec, ProfileName, Step, Sysctls } from '../../simulation/scenario';

/** A scenario while its lines are being read. */
export interface Draft {
  title: string | null;
  profile: ProfileName;
  timeWaitMs: number | null;
  mslMs: number | null;
  seed: number;
  originMs: number;
  endMs: number;
  link: { -readonly [K in keyof LinkSpec]: LinkSpec[K] };
  readonly faults: Fault[];
  readonly hosts: HostDraft[];
  /** Names that a line uses, to be looked up once every line is read. */
  readonly mentions: Mention[];
}

export interface HostDraft {
  readonly id: string;
  readonly role: 'client' | 'server' | 'peer';
  address: string | null;
  profile: ProfileName | null;
  isns: readonly number[] | null;
  window: number | null;
  timestamps: boolean | null;
  timestampClockMs: number;
  sysctls: { -readonly [K in keyof Sysctls]: Sysctls[K] };
  readonly sockets: SocketDraft[];
}

export interface SocketDraft {
  readonly id: string;
  readonly line: number;
  readonly lane: string | null;
  readonly steps: Step[];
  /** SO_LINGER with zero seconds is set: close() will reset. */
  lingersZero: boolean;
  reusesAddress: boolean;
  listens: boolean;
  /** An `accept` without a name made it, and nothing else names it. */
  readonly isUnnamedChild: boolean;
}

export type Mention =
  | { readonly line: number; readonly type: 'host'; readonly name: string }
  /** `accept NAME` under this host. */
  | { readonly line: number; readonly type: 'accepted'; readonly name: string; readonly host: HostDraft };

/** As a scenario is where no line says otherwise. */
export function emptyDraft(): Draft {
  return {
    title: null,
    profile: 'rfc9293',
    timeWaitMs: null,
    mslMs: null,
    seed: 1,
    originMs: 0,
    endMs: 600_000,
    link: { oneWayMs: 50 },
    faults: [],
    hosts: [],
    mentions: [],
  };
}

export function emptyHost(id: string, role: HostDraft['role']): HostDraft {
  return {
    id,
    role,
    address: null,
    profile: null,
    isns: null,
    window: null,
    timestamps: null,
    timestampClockMs: 0,
    sysctls: {},
    sockets: [],
  };
}

export function emptySocket(id: string, line: number, lane: string | null, isUnnamedChild = false): SocketDraft {
  return { id, line, lane, steps: [], lingersZero: false, reusesAddress: true, listens: false, isUnnamedChild };
}
