import { describe, expect, it } from 'vitest';
import { CaptureError, type CaptureProblem } from '../capture-error';
import { MAX_FILE_OCTETS, MAX_INTERFACES, MAX_PACKETS } from '../limits';
import { buildPcap, buildPcapng } from '../testing/build-capture';
import { datagramsOf } from '../testing/datagrams';
import { joinOctets } from '../testing/join-octets';
import { interfaceDescription, sectionHeader } from '../write/blocks';
import { OctetWriter } from '../write/octet-writer';
import { readCapture } from './read-capture';

const LAYOUT = { littleEndian: true, linkType: 101 };
const DATAGRAMS = datagramsOf('four-way-close');
const PCAP = buildPcap(DATAGRAMS, LAYOUT);
const PCAPNG = buildPcapng(DATAGRAMS, LAYOUT);
/** In `PCAPNG`: a section of 28 octets, an interface of 44, then packets of 32 and what they hold. */
const INTERFACE_AT = 28;
const PACKET_AT = 72;

function errorOf(file: Uint8Array): CaptureError {
  try {
    readCapture(file);
  } catch (error) {
    if (error instanceof CaptureError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** A copy with the 32-bit number at a place replaced. */
function withNumber(file: Uint8Array, at: number, value: number): Uint8Array {
  const copy = file.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

const CASES: readonly { title: string; file: Uint8Array; problem: CaptureProblem; atByte: number; says: RegExp }[] = [
  { title: 'nothing', file: new Uint8Array(0), problem: 'empty', atByte: 0, says: /empty/ },
  {
    title: 'a text',
    file: new TextEncoder().encode('GET / HTTP/1.1'),
    problem: 'not-a-capture',
    atByte: 0,
    says: /47455420.*tcpdump -w/,
  },
  { title: 'one octet', file: Uint8Array.of(0xd4), problem: 'not-a-capture', atByte: 0, says: /begins with d4/ },
  { title: 'gzip', file: Uint8Array.of(0x1f, 0x8b, 8, 0, 0), problem: 'compressed', atByte: 0, says: /gunzip/ },
  { title: 'zstd', file: Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), problem: 'compressed', atByte: 0, says: /Unpack/ },
  {
    title: 'an old variant',
    file: withNumber(PCAP, 0, 0xa1b2cd34),
    problem: 'unsupported',
    atByte: 0,
    says: /editcap/,
  },
  { title: 'pcap 3.4', file: withNumber(PCAP, 4, 0x00040003), problem: 'unsupported', atByte: 4, says: /3\.4/ },
  { title: 'half a file header', file: PCAP.slice(0, 20), problem: 'truncated', atByte: 20, says: /20 of 24/ },
  {
    title: 'half a record header',
    file: PCAP.slice(0, 30),
    problem: 'truncated',
    atByte: 24,
    says: /packet 1: 10 octets are missing/,
  },
  {
    title: 'half a packet',
    file: PCAP.slice(0, -1),
    problem: 'truncated',
    atByte: lastRecord(),
    says: /packet 7: 1 octets/,
  },
  {
    title: 'an absurd packet',
    file: withNumber(PCAP, 32, 0x7fffffff),
    problem: 'broken',
    atByte: 32,
    says: /2147483647/,
  },
  {
    title: 'a section without byte order',
    file: withNumber(PCAPNG, 8, 7),
    problem: 'broken',
    atByte: 8,
    says: /byte orders/,
  },
  { title: 'pcapng 2', file: withNumber(PCAPNG, 12, 2), problem: 'unsupported', atByte: 12, says: /version 2/ },
  {
    title: 'half a block',
    file: PCAPNG.slice(0, -4),
    problem: 'truncated',
    atByte: lastBlock(),
    says: /4 octets are missing/,
  },
  {
    title: 'a block without end',
    file: PCAPNG.slice(0, INTERFACE_AT + 6),
    problem: 'truncated',
    atByte: INTERFACE_AT,
    says: /6 octets/,
  },
  {
    title: 'a block of length 0',
    file: withNumber(PCAPNG, INTERFACE_AT + 4, 0),
    problem: 'broken',
    atByte: INTERFACE_AT + 4,
    says: /length of 0/,
  },
  {
    title: 'an odd block',
    file: withNumber(PCAPNG, INTERFACE_AT + 4, 43),
    problem: 'broken',
    atByte: INTERFACE_AT + 4,
    says: /multiples of 4/,
  },
  {
    title: 'a block of two lengths',
    file: withNumber(PCAPNG, INTERFACE_AT + 40, 40),
    problem: 'broken',
    atByte: INTERFACE_AT + 40,
    says: /44 at its start and 40/,
  },
  {
    title: 'a packet of no interface',
    file: withNumber(PCAPNG, PACKET_AT + 8, 1),
    problem: 'broken',
    atByte: PACKET_AT + 8,
    says: /interface 1/,
  },
  {
    title: 'a packet larger than its block',
    file: withNumber(PCAPNG, PACKET_AT + 20, 600),
    problem: 'broken',
    atByte: PACKET_AT + 20,
    says: /600/,
  },
  {
    title: 'an option larger than its block',
    file: withNumber(PCAPNG, INTERFACE_AT + 16, 0x00ff0009),
    problem: 'broken',
    atByte: INTERFACE_AT + 16,
    says: /255/,
  },
  { title: 'a short block of a known type', file: shortBlock(), problem: 'broken', atByte: 32, says: /at least 32/ },
  {
    title: 'many interfaces',
    file: manyInterfaces(),
    problem: 'too-large',
    atByte: 100 + MAX_INTERFACES * interfaceLength(),
    says: /1000 interfaces/,
  },
  {
    title: 'a huge file',
    file: new Uint8Array(MAX_FILE_OCTETS + 1),
    problem: 'too-large',
    atByte: MAX_FILE_OCTETS,
    says: /67108864/,
  },
  {
    title: 'many packets',
    file: manyPackets(),
    problem: 'too-many-packets',
    atByte: 24 + 16 * MAX_PACKETS,
    says: /100000/,
  },
];

describe('a file that cannot be read', () => {
  it.each(CASES.map((one) => [one.title, one] as const))('%s', (_title, { file, problem, atByte, says }) => {
    const error = errorOf(file);
    expect([error.problem, error.atByte]).toEqual([problem, atByte]);
    expect(error.message).toMatch(says);
    expect(error.message).toContain(`(at byte ${atByte})`);
    expect(error.advice).not.toBe('');
  });
});

function lastRecord(): number {
  return PCAP.length - 16 - (DATAGRAMS.at(-1)?.data.length ?? 0);
}

function lastBlock(): number {
  return PCAPNG.length - 32 - (DATAGRAMS.at(-1)?.data.length ?? 0);
}

function shortBlock(): Uint8Array {
  return joinOctets([PCAPNG.slice(0, 28), new OctetWriter(true).u32(6).u32(16).u32(0).u32(16).finish()]);
}

function interfaceLength(): number {
  return interfaceDescription('', '', new Uint8Array(4)).length;
}

function manyInterfaces(): Uint8Array {
  const section = sectionHeader('x'.repeat(100 - 28 - 8));
  const one = interfaceDescription('', '', new Uint8Array(4));
  return joinOctets([section, ...Array.from({ length: MAX_INTERFACES + 1 }, () => one)]);
}

function manyPackets(): Uint8Array {
  const file = new Uint8Array(24 + 16 * (MAX_PACKETS + 1));
  file.set(PCAP.subarray(0, 24));
  return file;
}
