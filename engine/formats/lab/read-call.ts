import type { Step } from '../../simulation/scenario';
import { type Draft, emptySocket, type HostDraft, type SocketDraft } from './draft';
import { LabError } from './lab-problem';
import type { CallTime, LineReader } from './line-reader';

const MOST_STEPS = 100;
const MOST_OCTETS = 10_000;

/** Where a call of a script goes. */
export interface Place {
  readonly draft: Draft;
  readonly host: HostDraft;
  readonly socket: SocketDraft;
  readonly line: number;
}

/** A line that an application says. Gives the socket that the lines after it are about, or null where the word is no call. */
export function readCall(line: LineReader, time: CallTime, place: Place): SocketDraft | null {
  const { socket } = place;
  if (line.word === 'SO_LINGER' || line.word === 'SO_REUSEADDR') {
    if (time.atMs !== undefined || time.afterMs !== undefined) throw new LabError('timeNotHere', { word: line.word });
    line.takeIf('=');
    if (line.word === 'SO_LINGER') socket.lingersZero = line.takeNumber(0, 0) === 0;
    else socket.reusesAddress = line.takeNumber(0, 1) === 1;
    return socket;
  }
  const isNamed = !line.isAtEnd;
  const step = readStep(line, place);
  if (step === null) return null;
  if (step.call === 'listen') socket.listens = true;
  socket.steps.push({ ...step, ...time });
  if (socket.steps.length > MOST_STEPS) throw new LabError('tooMany', { word: line.word, most: MOST_STEPS });
  return step.call === 'accept' && !isNamed ? childOf(step.as, place) : socket;
}

function readStep(line: LineReader, place: Place): Step | null {
  const { socket, draft, host } = place;
  switch (line.word) {
    case 'bind':
    case 'listen': {
      const { word } = line;
      return { call: word, port: line.takePort(), ...(socket.reusesAddress ? {} : { reuseAddress: false }) };
    }
    case 'accept':
      return readAccept(line, place);
    case 'connect': {
      const [name = '', port, more] = line.takeWord().split(':');
      if (more !== undefined) throw line.usage();
      if (name === host.id) throw new LabError('sameHost', { name });
      if (socket.isUnnamedChild) throw new LabError('childConnects');
      draft.mentions.push({ line: place.line, type: 'host', name });
      return { call: 'connect', host: name, port: port === undefined ? line.takePort() : line.portOf(port) };
    }
    case 'write':
      return { call: 'send', data: readData(line) };
    case 'read':
      if (line.isAtEnd) return { call: 'receive' };
      if (line.takeIf('all')) return { call: 'receiveEnd' };
      return { call: 'receive', octets: line.takeNumber(1, 1_000_000) };
    case 'shutdown':
      return { call: 'shutdown' };
    case 'close':
      return { call: socket.lingersZero ? 'abort' : 'close' };
    case 'crash':
      return { call: 'crash' };
    default:
      return null;
  }
}

function readAccept(line: LineReader, { socket, draft, host, line: number }: Place): Step {
  if (socket.isUnnamedChild) throw new LabError('acceptTwice');
  if (!socket.listens) throw new LabError('acceptWithoutListen');
  if (line.isAtEnd) return { call: 'accept', as: `${socket.id}-accepted` };
  const name = line.takeName();
  draft.mentions.push({ line: number, type: 'accepted', name, host });
  return { call: 'accept', as: name };
}

/** After an `accept` without a name the lines are about the accepted connection; with one they still are about the listener. */
function childOf(as: string, { host, line }: Place): SocketDraft {
  const child = emptySocket(as, line, null, true);
  host.sockets.push(child);
  return child;
}

/** Text in quotes, or so many octets of filling. One character is one octet. */
function readData(line: LineReader): string {
  const { text, isQuoted } = line.take();
  if (!isQuoted) {
    const octets = /^\d+$/.test(text) ? Number(text) : 0;
    if (octets < 1 || octets > MOST_OCTETS) throw new LabError('number', { text, least: 1, most: MOST_OCTETS });
    return 'x'.repeat(octets);
  }
  if (!/^[\x20-\x7e]*$/.test(text)) throw new LabError('ascii');
  if (text === '') throw line.usage();
  return text;
}
