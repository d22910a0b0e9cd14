import type { HostSpec, Scenario, SocketSpec } from '../../simulation/scenario';
import { type Draft, emptyDraft, emptyHost, emptySocket, type HostDraft, type SocketDraft } from './draft';
import { LabError, type LabProblem } from './lab-problem';
import { callTimeOf, LineReader } from './line-reader';
import { LONGEST_SCRIPT } from './longest-script';
import { readCall } from './read-call';
import { readHostSetting, readSetting } from './read-setting';
import { meantWord, VOCABULARY } from './vocabulary';
import { wordsOfLine } from './words-of-line';

export type ParsedLab =
  | { readonly ok: true; readonly scenario: Scenario; readonly title: string | null }
  | { readonly ok: false; readonly problems: readonly LabProblem[] };

const MOST_HOSTS = 4;
const MOST_SOCKETS = 40;

interface Reading {
  readonly draft: Draft;
  readonly problems: LabProblem[];
  host: HostDraft | null;
  socket: SocketDraft | null;
}

/** Reads a lab script (docs/lab.md). Every line that cannot be read is told of, one problem each; nothing is thrown. */
export function parseLabScript(text: string): ParsedLab {
  if (text.length > LONGEST_SCRIPT) {
    return { ok: false, problems: [{ line: 1, key: 'tooLong', values: { most: LONGEST_SCRIPT } }] };
  }
  const reading: Reading = { draft: emptyDraft(), problems: [], host: null, socket: null };
  const lines = text.split(/\r?\n/);
  lines.forEach((line, index) => {
    attempt(reading, index + 1, () => readLine(reading, line, index + 1));
  });
  checkNames(reading, lines.length);
  const { draft, problems } = reading;
  if (problems.length > 0) return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
  return { ok: true, scenario: scenarioOf(draft), title: draft.title };
}

function attempt({ problems }: Reading, line: number, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    problems.push({ line, key: error.key, values: error.values });
  }
}

function readLine(reading: Reading, text: string, number: number): void {
  const [first, ...others] = wordsOfLine(text);
  if (first === undefined) return;
  const time = first.isQuoted ? null : callTimeOf(first.text);
  const [word, ...rest] = time === null ? [first, ...others] : others;
  if (word === undefined || word.isQuoted) throw new LabError('usage', { word: first.text, usage: '0.1 close' });
  const line = new LineReader(word.text, rest);
  if (time !== null && VOCABULARY.some((each) => each.word === line.word && each.about !== 'call')) {
    throw new LabError('timeNotHere', { word: line.word });
  }
  if (!readWord(reading, line, time ?? {}, number)) throw unknown(line.word);
  line.expectEnd();
}

function readWord(
  reading: Reading,
  line: LineReader,
  time: { atMs?: number; afterMs?: number },
  number: number,
): boolean {
  const { draft } = reading;
  if (line.word === 'host') return beginHost(reading, line);
  if (line.word === 'socket') return beginSocket(reading, line, number);
  if (readSetting(line, draft, reading.host, number) || readHostSetting(line, reading.host)) return true;
  if (!VOCABULARY.some(({ word }) => word === line.word)) return false;
  const { host } = reading;
  if (host === null) throw new LabError('outsideHost', { word: line.word });
  const socket = reading.socket ?? addSocket(reading, host, emptySocket(host.id, number, null));
  reading.socket = readCall(line, time, { draft, host, socket, line: number });
  return reading.socket !== null;
}

function beginHost(reading: Reading, line: LineReader): true {
  const { draft } = reading;
  const id = line.takeName();
  const role = line.takeIf('as') ? line.takeOneOf(['client', 'server', 'peer']) : roleOf(id);
  if (draft.hosts.some((host) => host.id === id)) throw new LabError('hostTwice', { name: id });
  if (draft.hosts.length === MOST_HOSTS) throw new LabError('hostCount', { least: 2, most: MOST_HOSTS });
  reading.host = emptyHost(id, role);
  reading.socket = null;
  draft.hosts.push(reading.host);
  return true;
}

function roleOf(id: string): HostDraft['role'] {
  return id.startsWith('server') ? 'server' : id.startsWith('peer') ? 'peer' : 'client';
}

function beginSocket(reading: Reading, line: LineReader, number: number): true {
  const { host } = reading;
  if (host === null) throw new LabError('outsideHost', { word: line.word });
  const id = line.takeName();
  const lane = line.takeIf('lane') ? line.takeName() : null;
  reading.socket = addSocket(reading, host, emptySocket(id, number, lane));
  return true;
}

function addSocket({ draft }: Reading, host: HostDraft, socket: SocketDraft): SocketDraft {
  const all = draft.hosts.flatMap(({ sockets }) => sockets);
  if (all.some(({ id }) => id === socket.id)) throw new LabError('socketTwice', { name: socket.id });
  if (all.length >= MOST_SOCKETS) throw new LabError('tooMany', { word: 'socket', most: MOST_SOCKETS });
  host.sockets.push(socket);
  return socket;
}

function unknown(word: string): LabError {
  const meant = meantWord(word);
  return meant === null ? new LabError('unknownWord', { word }) : new LabError('unknownWordMeant', { word, meant });
}

/** Hosts and sockets may be named before the line that makes them; now all lines have been read. */
function checkNames(reading: Reading, lastLine: number): void {
  const { draft } = reading;
  const { hosts } = draft;
  const known = hosts.map(({ id }) => id).join(', ');
  for (const mention of draft.mentions) {
    attempt(reading, mention.line, () => {
      const { name } = mention;
      if (mention.type === 'host' && !hosts.some(({ id }) => id === name)) {
        throw new LabError('unknownHost', { name, known });
      }
      if (mention.type === 'accepted' && !mention.host.sockets.some(({ id }) => id === name)) {
        const isElsewhere = hosts.some(({ sockets }) => sockets.some(({ id }) => id === name));
        throw new LabError(isElsewhere ? 'acceptedElsewhere' : 'unknownSocket', { name, host: mention.host.id });
      }
    });
  }
  if (hosts.length < 2)
    reading.problems.push({ line: lastLine, key: 'hostCount', values: { least: 2, most: MOST_HOSTS } });
}

function scenarioOf(draft: Draft): Scenario {
  const { profile, link, faults, seed, endMs, originMs, timeWaitMs, mslMs } = draft;
  return {
    version: 1,
    name: 'lab',
    profile,
    hosts: draft.hosts.map(hostOf),
    sockets: draft.hosts.flatMap((host) => host.sockets.map((socket) => socketOf(socket, host))),
    link,
    faults,
    timers: { mslMs, timeWaitMs },
    seed,
    endMs,
    originMs,
  };
}

function hostOf(host: HostDraft, index: number): HostSpec {
  const { id, role, profile, isns, timestamps, window, timestampClockMs, sysctls } = host;
  return {
    id,
    role,
    address: host.address ?? `10.0.0.${index + 1}`,
    ...(profile === null ? {} : { profile }),
    ...(isns === null ? {} : { isns }),
    ...(timestamps === null ? {} : { timestamps }),
    ...(window === null ? {} : { window }),
    ...(timestampClockMs === 0 ? {} : { timestampClockMs }),
    ...(Object.keys(sysctls).length === 0 ? {} : { sysctls }),
  };
}

function socketOf({ id, lane, steps }: SocketDraft, host: HostDraft): SocketSpec {
  return { id, host: host.id, lane: lane ?? host.id, steps };
}
