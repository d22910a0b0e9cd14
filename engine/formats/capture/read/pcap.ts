import { CaptureError } from '../capture-error';
import { MAX_PACKET_OCTETS } from '../limits';
import type { CaptureInterface } from '../packet';
import { NANOSECONDS_A_SECOND, type PacketRecord, type RecordSource } from './packet-record';

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

export interface PcapFlavour {
  readonly littleEndian: boolean;
  readonly fractionsASecond: bigint;
}

/** The classic format of tcpdump (draft-ietf-opsawg-pcap). */
export function readPcap(bytes: Uint8Array, { littleEndian, fractionsASecond }: PcapFlavour): RecordSource {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER) {
    const missing = `The file ends inside its header: ${bytes.length} of ${FILE_HEADER} octets are there`;
    throw new CaptureError('truncated', bytes.length, missing, 'Copy or capture it again.');
  }
  const major = view.getUint16(4, littleEndian);
  const minor = view.getUint16(6, littleEndian);
  if (major !== 2 || minor !== 4) {
    const what = `This is version ${major}.${minor} of the pcap format; 2.4 is the one in use`;
    throw new CaptureError('unsupported', 4, what, 'Convert it: editcap -F pcap OLD NEW.');
  }
  // The upper half of the last word says how long the frame check sequence is; only Ethernet has one, and IP's own length leaves it out.
  const linkType = view.getUint32(20, littleEndian) & 0xffff;
  const snapLength = view.getUint32(16, littleEndian) || null;
  const interfaces: readonly CaptureInterface[] = [{ name: null, linkType, snapLength }];
  return { interfaces, records: recordsOf(bytes, view, littleEndian, fractionsASecond, linkType) };
}

function* recordsOf(
  bytes: Uint8Array,
  view: DataView,
  littleEndian: boolean,
  fractionsASecond: bigint,
  linkType: number,
): Generator<PacketRecord> {
  const scale = NANOSECONDS_A_SECOND / fractionsASecond;
  let at = FILE_HEADER;
  for (let number = 1; at < bytes.length; number += 1) {
    if (bytes.length - at < RECORD_HEADER) throw cutShort(number, at, RECORD_HEADER - (bytes.length - at));
    const seconds = view.getUint32(at, littleEndian);
    const fraction = view.getUint32(at + 4, littleEndian);
    const captured = view.getUint32(at + 8, littleEndian);
    const originalLength = view.getUint32(at + 12, littleEndian);
    if (captured > MAX_PACKET_OCTETS) {
      const what = `Packet ${number} claims ${captured} captured octets, more than any capture has (${MAX_PACKET_OCTETS})`;
      throw new CaptureError('broken', at + 8, what, 'The file is damaged here or earlier; capture again.');
    }
    const start = at + RECORD_HEADER;
    const end = start + captured;
    if (end > bytes.length) throw cutShort(number, at, end - bytes.length);
    yield {
      number,
      atByte: at,
      interface: 0,
      linkType,
      nanoseconds: BigInt(seconds) * NANOSECONDS_A_SECOND + BigInt(fraction) * scale,
      direction: null,
      data: bytes.subarray(start, end),
      originalLength: Math.max(originalLength, captured),
    };
    at = end;
  }
}

function cutShort(number: number, at: number, missing: number): CaptureError {
  const what = `The file ends inside packet ${number}: ${missing} octets are missing`;
  return new CaptureError('truncated', at, what, SALVAGE);
}

/** For files cut while they were written or copied. */
export const SALVAGE = 'Copy it again, or keep the packets before: tshark -r FILE -w WHOLE.';
