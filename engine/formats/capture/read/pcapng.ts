import { CaptureError } from '../capture-error';
import { MAX_INTERFACES, MAX_PACKET_OCTETS } from '../limits';
import type { CaptureInterface } from '../packet';
import type { PacketRecord, RecordSource } from './packet-record';
import { SALVAGE } from './pcap';
import { optionsOf } from './pcapng-options';
import { clockOf, type InterfaceClock } from './pcapng-time';

const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

/** Octets of a block's type, its two lengths, and its fields without packet and options. */
const LEAST: Readonly<{ [type: number]: number }> = {
  [SECTION]: 28,
  [INTERFACE]: 20,
  [OLD_PACKET]: 32,
  [SIMPLE_PACKET]: 16,
  [ENHANCED_PACKET]: 32,
};

interface Section {
  readonly littleEndian: boolean;
  /** Index of its first interface among those of the file. */
  readonly base: number;
  readonly clocks: InterfaceClock[];
}

interface Block {
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

/** The format of Wireshark (draft-ietf-opsawg-pcapng). Blocks that hold no packet and no interface are passed over. */
export function readPcapng(bytes: Uint8Array): RecordSource {
  const interfaces: CaptureInterface[] = [];
  return { interfaces, records: recordsOf(bytes, interfaces) };
}

function* recordsOf(bytes: Uint8Array, interfaces: CaptureInterface[]): Generator<PacketRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let section: Section = { littleEndian: true, base: 0, clocks: [] };
  let number = 1;
  for (let at = 0; at < bytes.length; ) {
    if (view.byteLength - at >= 12 && view.getUint32(at) === SECTION) {
      section = { littleEndian: byteOrder(view, at), base: interfaces.length, clocks: [] };
    }
    const block = blockAt(view, at, section);
    if (block.type === SECTION) checkVersion(view, block, section);
    if (block.type === INTERFACE) addInterface(view, block, section, interfaces);
    if (block.type === ENHANCED_PACKET || block.type === OLD_PACKET || block.type === SIMPLE_PACKET) {
      yield packetOf(bytes, view, block, section, interfaces, number);
      number += 1;
    }
    at += block.length;
  }
}

function byteOrder(view: DataView, at: number): boolean {
  const magic = view.getUint32(at + 8);
  if (magic === 0x4d3c2b1a) return true;
  if (magic === 0x1a2b3c4d) return false;
  throw broken(at + 8, `A section says neither of the two byte orders (0x${magic.toString(16)})`);
}

/** A block whose two lengths agree, that is long enough for its type and lies within the file. */
function blockAt(view: DataView, at: number, { littleEndian }: Section): Block {
  const left = view.byteLength - at;
  if (left < 12) throw cutShort(at, 12 - left);
  const type = view.getUint32(at, littleEndian);
  const length = view.getUint32(at + 4, littleEndian);
  if (length < 12 || length % 4 !== 0)
    throw broken(at + 4, `A block claims a length of ${length}; lengths are multiples of 4 from 12`);
  if (length > left) throw cutShort(at, length - left);
  const again = view.getUint32(at + length - 4, littleEndian);
  if (again !== length)
    throw broken(at + length - 4, `A block says ${length} at its start and ${again} at its end for its length`);
  const least = LEAST[type] ?? 12;
  if (length < least) throw broken(at + 4, `A block of type ${type} has at least ${least} octets, this one ${length}`);
  return { type, at, length };
}

function checkVersion(view: DataView, { at }: Block, { littleEndian }: Section): void {
  const major = view.getUint16(at + 12, littleEndian);
  if (major === 1) return;
  const what = `This is version ${major} of the pcapng format; 1 is the one in use`;
  throw new CaptureError('unsupported', at + 12, what, 'Convert it: editcap -F pcap OLD NEW.');
}

function addInterface(view: DataView, { at, length }: Block, section: Section, interfaces: CaptureInterface[]): void {
  if (interfaces.length === MAX_INTERFACES) {
    const what = `The file has more than ${MAX_INTERFACES} interfaces`;
    throw new CaptureError('too-large', at, what, 'Keep one: tshark -r FILE -Y "frame.interface_id == 0" -w PART.');
  }
  const { littleEndian } = section;
  const options = optionsOf(view, at + 16, at + length - 4, littleEndian);
  interfaces.push({
    name: options.text(2),
    linkType: view.getUint16(at + 8, littleEndian),
    snapLength: view.getUint32(at + 12, littleEndian) || null,
  });
  section.clocks.push(clockOf(options));
}

function packetOf(
  bytes: Uint8Array,
  view: DataView,
  { type, at, length }: Block,
  section: Section,
  interfaces: readonly CaptureInterface[],
  number: number,
): PacketRecord {
  const { littleEndian } = section;
  const isSimple = type === SIMPLE_PACKET;
  const local = isSimple
    ? 0
    : type === OLD_PACKET
      ? view.getUint16(at + 8, littleEndian)
      : view.getUint32(at + 8, littleEndian);
  const clock = section.clocks[local];
  const description = interfaces[section.base + local];
  if (clock === undefined || description === undefined)
    throw broken(at + 8, `Packet ${number} names interface ${local}, which no block describes`);
  const start = at + (isSimple ? 12 : 28);
  const room = at + length - 4 - start;
  const originalLength = view.getUint32(at + (isSimple ? 8 : 24), littleEndian);
  const kept = Math.min(originalLength, description.snapLength ?? originalLength, room);
  const captured = isSimple ? kept : view.getUint32(at + 20, littleEndian);
  if (captured > room || captured > MAX_PACKET_OCTETS) {
    throw broken(
      at + 20,
      `Packet ${number} claims ${captured} captured octets; its block has room for ${room}, and no capture keeps more than ${MAX_PACKET_OCTETS}`,
    );
  }
  const afterData = start + captured + ((4 - (captured % 4)) % 4);
  const options = isSimple ? null : optionsOf(view, afterData, at + length - 4, littleEndian);
  return {
    number,
    atByte: at,
    interface: section.base + local,
    linkType: description.linkType,
    nanoseconds: isSimple
      ? null
      : clock.toNanoseconds(view.getUint32(at + 12, littleEndian), view.getUint32(at + 16, littleEndian)),
    direction: directionIn(options?.u32(2) ?? 0),
    data: bytes.subarray(start, start + captured),
    originalLength: Math.max(originalLength, captured),
  };
}

/** The two lowest bits of `epb_flags`. */
function directionIn(flags: number): 'in' | 'out' | null {
  return (flags & 3) === 1 ? 'in' : (flags & 3) === 2 ? 'out' : null;
}

function cutShort(at: number, missing: number): CaptureError {
  return new CaptureError('truncated', at, `The file ends inside a block: ${missing} octets are missing`, SALVAGE);
}

function broken(at: number, what: string): CaptureError {
  return new CaptureError('broken', at, what, 'The file is damaged here or earlier; capture again.');
}
