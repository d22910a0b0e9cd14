/** What a machine that opens connections is asked to do. Requests come evenly spaced and are spread evenly over destinations and source addresses. */
export interface Load {
  readonly requestsPerSecond: number;
  /** 1 = a new connection for each request. */
  readonly requestsPerConnection: number;
  /** From connect() to the moment at which TIME_WAIT begins. */
  readonly openSeconds: number;
  /** Pairs of address and port that are connected to. */
  readonly destinations: number;
  readonly sourceAddresses: number;
  /** Both ends included, as `net.ipv4.ip_local_port_range` gives them. */
  readonly lowPort: number;
  readonly highPort: number;
  readonly timeWaitSeconds: number;
  /** As with `net.ipv4.tcp_tw_reuse=1` and timestamps. */
  readonly reuse: boolean;
}

export type NumberField = Exclude<keyof Load, 'reuse'>;

/** A Linux machine as it comes, that opens 500 connections a second to one place and closes them first. */
export const DEFAULT_LOAD: Load = {
  requestsPerSecond: 500,
  requestsPerConnection: 1,
  openSeconds: 0.1,
  destinations: 1,
  sourceAddresses: 1,
  lowPort: 32_768,
  highPort: 60_999,
  timeWaitSeconds: 60,
  reuse: false,
};

interface Bounds {
  /** The name in an address. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** In the order in which they are asked for. */
export const FIELDS: Readonly<Record<NumberField, Bounds>> = {
  requestsPerSecond: { name: 'rate', least: 0.01, most: 10_000_000, whole: false },
  requestsPerConnection: { name: 'per', least: 1, most: 1_000_000, whole: true },
  openSeconds: { name: 'open', least: 0, most: 86_400, whole: false },
  destinations: { name: 'to', least: 1, most: 10_000, whole: true },
  sourceAddresses: { name: 'from', least: 1, most: 10_000, whole: true },
  lowPort: { name: 'low', least: 1, most: 65_535, whole: true },
  highPort: { name: 'high', least: 1, most: 65_535, whole: true },
  timeWaitSeconds: { name: 'wait', least: 1, most: 600, whole: false },
};

export const REUSE_NAME = 'reuse';
/** What a checked box is worth in an address. */
export const REUSE_ON = '1';

export const NUMBER_FIELDS = Object.keys(FIELDS) as NumberField[];
