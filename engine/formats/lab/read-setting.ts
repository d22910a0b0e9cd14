import type { Fault, SegmentSelector } from '../../simulation/scenario';
import type { Draft, HostDraft } from './draft';
import { LabError } from './lab-problem';
import { type LineReader, timeOf } from './line-reader';

const PROFILES = ['linux', 'rfc9293', 'rfc793'] as const;
const MOST_FAULTS = 100;
const FLAGS = ['SYN', 'SYN,ACK', 'ACK', 'FIN,ACK', 'RST', 'RST,ACK', 'DATA'] as const;
const UINT32 = 0xffffffff;

/** A line about the whole scenario or the network. False where the word is none of these. */
export function readSetting(line: LineReader, draft: Draft, host: HostDraft | null, number: number): boolean {
  switch (line.word) {
    case 'title':
      draft.title = line.rest.slice(0, 80) || null;
      return true;
    case 'profile': {
      const profile = line.takeOneOf(PROFILES);
      if (host === null) draft.profile = profile;
      else host.profile = profile;
      return true;
    }
    case 'time_wait':
      draft.timeWaitMs = line.takeTime();
      return true;
    case 'msl':
      draft.mslMs = line.takeTime();
      return true;
    case 'seed':
      draft.seed = line.takeNumber(0, UINT32);
      return true;
    case 'origin':
      draft.originMs = line.takeTime();
      return true;
    case 'end':
      draft.endMs = line.takeTime();
      return true;
    case 'link':
      readLink(line, draft, number);
      return true;
    case 'loss':
      draft.link.loss = line.takeShare();
      return true;
    case 'reorder': {
      const share = line.takeShare();
      draft.link.reorder = { share, byMs: readBy(line) };
      return true;
    }
    case 'drop':
    case 'delay':
    case 'copy':
      draft.faults.push(readFault(line, draft, number));
      if (draft.faults.length > MOST_FAULTS) throw new LabError('tooMany', { word: line.word, most: MOST_FAULTS });
      return true;
    default:
      return false;
  }
}

/** `link 50ms` for all, `link client > server 80ms` for one way of one pair. */
function readLink(line: LineReader, draft: Draft, number: number): void {
  const first = line.takeWord();
  if (line.isAtEnd) {
    draft.link.oneWayMs = timeWord(first);
    return;
  }
  const { from, to } = readWay(line, draft, number, first);
  const pairs = draft.link.pairs?.filter((pair) => pair.from !== from || pair.to !== to) ?? [];
  draft.link.pairs = [...pairs, { from, to, oneWayMs: line.takeTime() }];
}

function timeWord(text: string): number {
  const ms = timeOf(text);
  if (ms === null) throw new LabError('time', { text });
  return ms;
}

/** `client > server`, either of which must be a host of the script. */
function readWay(line: LineReader, draft: Draft, number: number, from: string): { from: string; to: string } {
  if (!line.takeIf('>')) throw line.usage();
  const to = line.takeName();
  if (from === to) throw new LabError('sameHost', { name: to });
  for (const name of [from, to]) draft.mentions.push({ line: number, type: 'host', name });
  return { from, to };
}

function readBy(line: LineReader): number {
  if (!line.takeIf('by')) throw line.usage();
  return line.takeTime();
}

function readFault(line: LineReader, draft: Draft, number: number): Fault {
  const way = readWay(line, draft, number, line.takeName());
  const match: { -readonly [K in keyof SegmentSelector]: SegmentSelector[K] } = { ...way, occurrence: 1 };
  let byMs: number | null = null;
  while (!line.isAtEnd) {
    const text = line.takeWord();
    const flags = FLAGS.find((each) => each === text);
    if (flags !== undefined) match.flags = flags;
    else if (text === 'seq') match.relativeSeq = line.takeNumber(0, UINT32);
    else if (text === 'connection') match.incarnation = line.takeNumber(1, 100);
    else if (text === 'nth') match.occurrence = line.takeNumber(1, 1000);
    else if (text === 'every') delete match.occurrence;
    else if (text === 'by' && line.word !== 'drop') byMs = line.takeTime();
    else throw line.usage();
  }
  if (line.word === 'drop') return { match, action: 'drop' };
  if (byMs === null) throw line.usage();
  return { match, action: line.word === 'copy' ? 'duplicate' : 'delay', byMs };
}

/** A line about one host. False where the word is none of these. @throws LabError where no host has been named yet */
export function readHostSetting(line: LineReader, host: HostDraft | null): boolean {
  const read = HOST_WORDS[line.word.replace(/^net\.ipv4\./, '')];
  if (read === undefined) return false;
  if (host === null) throw new LabError('outsideHost', { word: line.word });
  line.takeIf('=');
  read(line, host);
  return true;
}

const HOST_WORDS: Readonly<Record<string, (line: LineReader, host: HostDraft) => void>> = {
  address: (line, host) => {
    host.address = line.takeWord();
    if (!/^[0-9a-fA-F.:]{2,40}$/.test(host.address)) throw line.usage();
  },
  isn: (line, host) => {
    const isns = [line.takeNumber(0, UINT32)];
    while (!line.isAtEnd) isns.push(line.takeNumber(0, UINT32));
    if (isns.length > 20) throw new LabError('tooMany', { word: line.word, most: 20 });
    host.isns = isns;
  },
  window: (line, host) => {
    host.window = line.takeNumber(0, 1_073_725_440);
  },
  timestamp_clock: (line, host) => {
    host.timestampClockMs = timeWord(line.takeWord().replace(/^\+/, ''));
  },
  tcp_timestamps: (line, host) => {
    host.timestamps = line.takeNumber(0, 1) === 1;
  },
  tcp_tw_reuse: (line, { sysctls }) => {
    sysctls.tcp_tw_reuse = line.takeNumber(0, 2);
  },
  tcp_tw_reuse_delay: (line, { sysctls }) => {
    sysctls.tcp_tw_reuse_delay = line.takeNumber(0, 60_000);
  },
  tcp_tw_recycle: (line, { sysctls }) => {
    sysctls.tcp_tw_recycle = line.takeNumber(0, 1);
  },
  tcp_rfc1337: (line, { sysctls }) => {
    sysctls.tcp_rfc1337 = line.takeNumber(0, 1);
  },
  tcp_max_tw_buckets: (line, { sysctls }) => {
    sysctls.tcp_max_tw_buckets = line.takeNumber(0, 1_000_000);
  },
  tcp_fin_timeout: (line, { sysctls }) => {
    sysctls.tcp_fin_timeout = line.takeNumber(1, 3600);
  },
  ip_local_port_range: (line, { sysctls }) => {
    const first = line.takePort();
    sysctls.ip_local_port_range = [first, line.takeNumber(first, 65_535)];
  },
};
