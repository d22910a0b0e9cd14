import type { Fault, SegmentSelector } from '../engine/simulation/scenario';
import type { Settings } from '../engine/simulation/settings';
import { type SharedRun, sharedRun } from './shared-run';

// Version 1 of what an address says of a run: parts between slashes, each `name=value`, lists between commas.
//
//   v1/engine=1.1.0/at=1305/timeWait=240/start=c2,1300/drop=client,server,i1,FIN-ACK,s101,n2/run=5be1c0de
//
// `run` comes last and is never missing, so that a link which was cut off is known to be. The version is closed: whoever
// wants an address to say more writes version 2 beside it, for links of version 1 are out in the world and must open for ever.

export function writeRunV1({ settings, atMs, view, picked, engineVersion, digest }: SharedRun): string {
  return [
    'v1',
    `engine=${engineVersion}`,
    `at=${atMs}`,
    ...(view === 'states' ? ['view=states'] : []),
    ...(picked ? [`pick=${writeSelector(picked)}`] : []),
    ...writeSettings(settings),
    `run=${digest}`,
  ].join('/');
}

function writeSettings(settings: Settings): readonly string[] {
  const { roundTripMs, mslMs, timeWaitMs, profile, timestamps, startMs = {}, faults, sysctls = {} } = settings;
  // One line for each setting there is: the compiler refuses a new one that nobody writes.
  const parts: { readonly [K in keyof Settings]-?: readonly string[] } = {
    roundTripMs: writePart('rtt', roundTripMs),
    mslMs: writePart('msl', mslMs),
    timeWaitMs: writePart('timeWait', timeWaitMs),
    profile: writePart('profile', profile),
    timestamps: writePart('timestamps', timestamps === undefined ? undefined : timestamps ? 'on' : 'off'),
    startMs: Object.entries(startMs).map(([socket, ms]) => `start=${socket},${ms}`),
    sysctls: Object.entries(sysctls).flatMap(([host, own]) =>
      Object.entries(own).map(([name, value]) => `sysctl=${host},${name.replaceAll('_', '-')},${value}`),
    ),
    faults: faults?.length === 0 ? ['faults=none'] : (faults ?? []).map(writeFault),
  };
  return Object.values(parts).flat();
}

function writePart(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}=${value}`];
}

function writeFault(fault: Fault): string {
  const match = writeSelector(fault.match);
  if (fault.action === 'drop') return `drop=${match}`;
  return `${fault.action === 'delay' ? 'delay' : 'copy'}=${match},by${fault.byMs}`;
}

/** From and to, then what else is said, each with its letter: incarnation, flags, sequence number, occurrence. */
function writeSelector({ from, to, incarnation, flags, relativeSeq, occurrence }: SegmentSelector): string {
  return [
    from,
    to,
    ...(incarnation === undefined ? [] : [`i${incarnation}`]),
    ...(flags === undefined ? [] : [flags.replaceAll(/, ?/g, '-')]),
    ...(relativeSeq === undefined ? [] : [`s${relativeSeq}`]),
    ...(occurrence === undefined ? [] : [`n${occurrence}`]),
  ].join(',');
}

interface Raw {
  readonly run: Record<string, unknown>;
  readonly settings: Record<string, unknown>;
  readonly starts: (readonly [string, unknown])[];
  readonly sysctls: Map<string, Map<string, unknown>>;
  readonly faults: unknown[];
}

/** Null for whatever version 1 does not say. `parts` are those behind the version. */
export function parseRunV1(parts: readonly string[]): SharedRun | null {
  const raw: Raw = { run: { view: 'time' }, settings: {}, starts: [], sysctls: new Map(), faults: [] };
  const seen = new Set<string>();
  for (const part of parts) {
    const [name = '', value = '', more] = part.split('=');
    const isAgain = seen.has(name) && !MAY_REPEAT.has(name);
    if (more !== undefined || isAgain || !readPart(name, value, raw)) return null;
    seen.add(name);
  }
  const hasFaults = raw.faults.length > 0;
  if (!parts.at(-1)?.startsWith('run=') || (hasFaults && seen.has('faults'))) return null;
  const settings = {
    ...raw.settings,
    ...(raw.starts.length > 0 ? { startMs: Object.fromEntries(raw.starts) } : {}),
    ...(raw.sysctls.size > 0 ? { sysctls: readSysctls(raw.sysctls) } : {}),
    ...(hasFaults ? { faults: raw.faults } : {}),
  };
  return sharedRun.safeParse({ ...raw.run, settings }).data ?? null;
}

const MAY_REPEAT: ReadonlySet<string> = new Set(['start', 'sysctl', 'drop', 'delay', 'copy']);

/** Puts one part where it belongs; false where version 1 has no such part. What it says, the schema judges. */
function readPart(name: string, value: string, { run, settings, starts, sysctls, faults }: Raw): boolean {
  switch (name) {
    case 'engine':
      run.engineVersion = value;
      return true;
    case 'at':
      run.atMs = readNumber(value);
      return true;
    case 'view':
      run.view = value;
      return true;
    case 'pick':
      run.picked = readSelector(value.split(','));
      return true;
    case 'run':
      run.digest = value;
      return true;
    case 'rtt':
      settings.roundTripMs = readNumber(value);
      return true;
    case 'msl':
      settings.mslMs = readNumber(value);
      return true;
    case 'timeWait':
      settings.timeWaitMs = readNumber(value);
      return true;
    case 'profile':
      settings.profile = value;
      return true;
    case 'timestamps':
      settings.timestamps = value === 'on' ? true : value === 'off' ? false : null;
      return true;
    case 'start': {
      const [socket = '', ms = '', more] = value.split(',');
      if (more !== undefined || starts.some(([other]) => other === socket)) return false;
      starts.push([socket, readNumber(ms)]);
      // The schema judges names, but does not see this one.
      return socket !== '__proto__';
    }
    case 'sysctl': {
      const [host = '', dashed = '', ...numbers] = value.split(',');
      const own = sysctls.get(host) ?? new Map<string, unknown>();
      if (own.has(dashed) || !/^[a-z][a-z0-9-]*$/.test(dashed)) return false;
      sysctls.set(host, own.set(dashed, numbers.length === 1 ? readNumber(numbers[0] ?? '') : numbers.map(readNumber)));
      return host !== '__proto__';
    }
    case 'faults':
      settings.faults = [];
      return value === 'none';
    case 'drop':
      faults.push({ action: 'drop', match: readSelector(value.split(',')) });
      return true;
    case 'delay':
    case 'copy': {
      const fields = value.split(',');
      const by = fields.pop() ?? '';
      const action = name === 'copy' ? 'duplicate' : 'delay';
      faults.push({ action, match: readSelector(fields), byMs: by.startsWith('by') ? readNumber(by.slice(2)) : null });
      return true;
    }
    default:
      return false;
  }
}

/** By host and by name; an underscore is written as a dash, for some messengers take two of them for a slant. */
function readSysctls(sysctls: Raw['sysctls']): unknown {
  return Object.fromEntries(
    [...sysctls].map(([host, own]) => [
      host,
      Object.fromEntries([...own].map(([name, value]) => [name.replaceAll('-', '_'), value])),
    ]),
  );
}

/** The fields of a selector behind from and to, in their order, each with the comma before it. */
const FIELDS = /^(,i(?<incarnation>\d+))?(,(?<flags>[A-Z]+(-[A-Z]+)*))?(,s(?<seq>-?\d+))?(,n(?<occurrence>\d+))?$/;

function readSelector([from, to, ...rest]: readonly string[]): unknown {
  const fields = FIELDS.exec(rest.map((field) => `,${field}`).join(''))?.groups;
  if (fields === undefined) return null;
  const { incarnation, flags, seq, occurrence } = fields;
  return {
    ...{ from, to },
    ...(incarnation === undefined ? {} : { incarnation: Number(incarnation) }),
    ...(flags === undefined ? {} : { flags: flags.replaceAll('-', ',') }),
    ...(seq === undefined ? {} : { relativeSeq: Number(seq) }),
    ...(occurrence === undefined ? {} : { occurrence: Number(occurrence) }),
  };
}

/** As JavaScript prints a number; anything else is not one. */
function readNumber(text: string): number {
  return /^-?\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
