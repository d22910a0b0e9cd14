import { Mismatch, Unsupported } from '../problem';
import type { PacketFlags, ScriptPacket, TcpOption } from '../script';
import type { Scanner } from './scanner';

/** `> P. 1:1001(1000) ack 1 win 257 <nop,nop,TS val 100 ecr 200>` */
export function parsePacket(scanner: Scanner): ScriptPacket {
  const { line } = scanner;
  const direction = scanner.need(/[<>]/, 'a direction') === '<' ? 'in' : 'out';
  refuseEncapsulation(scanner, line);
  const flags = parseFlags(scanner.need(/[FSRPEWAU]+\.?|\.|-/, 'flags'), line);
  const { seq, length } = parseSequence(scanner, line);
  const ack = scanner.take(/ack\b/) === null ? null : Number(scanner.need(/\d+/, 'an acknowledgment number'));
  const window = scanner.take(/win\b/) === null ? null : Number(scanner.need(/\d+/, 'a window'));
  if (scanner.take(/urg\b/) !== null) throw new Unsupported(line, 'urgent data');
  const options = scanner.take(/</) === null ? [] : parseOptions(scanner, line);
  return { direction, flags, seq, length, ack: flags.ack ? (ack ?? 0) : null, window, options };
}

function refuseEncapsulation(scanner: Scanner, line: number): void {
  if (scanner.take(/[[(]/) !== null) throw new Unsupported(line, 'fields of the IP header');
  const other = scanner.take(/(?:[\d/]*udp\b|icmp|udp|UDP|sctp|ipv4|ipv6|gre|GRE|mpls|MPLS|udplite)\b/);
  if (other !== null) throw new Unsupported(line, `${other} packets`);
  if (scanner.take(/\d+\s*>\s*\d+/) !== null) throw new Unsupported(line, 'packets of another port');
}

function parseFlags(word: string, line: number): PacketFlags {
  if (/[EWA]/.test(word)) throw new Unsupported(line, 'ECN');
  if (word.includes('U')) throw new Unsupported(line, 'urgent data');
  const has = (letter: string) => word.includes(letter);
  return { syn: has('S'), fin: has('F'), rst: has('R'), psh: has('P'), ack: has('.') };
}

function parseSequence(scanner: Scanner, line: number): { seq: number | null; length: number } {
  if (scanner.take(/\.\.\./) !== null) {
    return { seq: null, length: Number(scanner.need(/\(\d+\)/, 'a length').slice(1, -1)) };
  }
  const text = scanner.need(/\d+:\d+\(\d+\)/, 'sequence numbers');
  if (scanner.take(/!/) !== null) throw new Unsupported(line, 'absolute sequence numbers');
  const [start = 0, end = 0, length = 0] = text.split(/\D+/).map(Number);
  if (end !== start + length) throw new Mismatch(line, `sequence numbers ${text} do not fit their length`);
  return { seq: start, length };
}

function parseOptions(scanner: Scanner, line: number): TcpOption[] | null {
  if (scanner.take(/\.\.\.\s*>/) !== null) return null;
  const options: TcpOption[] = [];
  if (scanner.take(/>/) !== null) return options;
  for (;;) {
    options.push(parseOption(scanner, line));
    if (scanner.take(/>/) !== null) return options;
    scanner.need(/,/, "','");
  }
}

function parseOption(scanner: Scanner, line: number): TcpOption {
  const word = scanner.need(/[\w-]+/, 'a TCP option');
  const number = () => Number(scanner.need(/\d+/, 'a number'));
  switch (word) {
    case 'nop':
    case 'eol':
    case 'sackOK':
      return { kind: word };
    case 'mss':
    case 'wscale':
      return { kind: word, value: number() };
    case 'TS': {
      scanner.need(/val\b/, "'val'");
      const value = number();
      scanner.need(/ecr\b/, "'ecr'");
      return { kind: 'TS', value, echo: number() };
    }
    case 'sack':
      throw new Unsupported(line, 'SACK blocks');
    case 'FO':
    case 'FOEXP':
      throw new Unsupported(line, 'TCP Fast Open');
    case 'md5':
    case 'MD5':
      throw new Unsupported(line, 'TCP MD5 signatures');
    default:
      throw new Unsupported(line, `the TCP option '${word}'`);
  }
}
