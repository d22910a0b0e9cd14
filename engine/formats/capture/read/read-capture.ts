import { CaptureError } from '../capture-error';
import { MAX_FILE_OCTETS, MAX_PACKETS } from '../limits';
import type { Capture, CapturedPacket, Skipped, SkipReason } from '../packet';
import { readIpv4, readIpv6 } from './internet';
import { networkPacketIn } from './link-layer';
import { NANOSECONDS_A_SECOND, type PacketRecord, type RecordSource } from './packet-record';
import { readPcap } from './pcap';
import { readPcapng } from './pcapng';
import { readTcp } from './tcp-header';

/**
 * Reads a pcap or pcapng file: both byte orders, any resolution of time; Ethernet (with VLAN tags), raw IP, Linux cooked (both
 * versions) and BSD loopback; IPv4 and IPv6. Packets that are no TCP are counted, not an error.
 *
 * @throws CaptureError, and nothing else, where the file is broken, cut short, larger than the limits, or no capture at all.
 */
export function readCapture(bytes: Uint8Array): Capture {
  const steps = readingCapture(bytes, Number.POSITIVE_INFINITY);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** As `readCapture`, but after every so many packets it says at which octet of the file it is, so that somebody can be told, or stop it. */
export function* readingCapture(bytes: Uint8Array, every: number): Generator<number, Capture, undefined> {
  const source = sourceOf(bytes);
  const packets: CapturedPacket[] = [];
  const skipped = new Map<SkipReason, Skipped>();
  let total = 0;
  let first: bigint | null = null;
  let lastMs = 0;
  for (const record of source.records) {
    if (total === MAX_PACKETS) throw tooMany(record);
    total += 1;
    if (total % every === 0) yield record.atByte;
    first ??= record.nanoseconds;
    const atMs =
      record.nanoseconds === null || first === null ? lastMs : Number(record.nanoseconds - first) / 1_000_000;
    lastMs = atMs;
    const packet = packetIn(record, atMs);
    if (typeof packet !== 'string') packets.push(packet);
    else {
      const before = skipped.get(packet) ?? { reason: packet, count: 0, first: record.number };
      skipped.set(packet, { ...before, count: before.count + 1 });
    }
  }
  const format = source.format;
  return {
    format,
    interfaces: source.interfaces,
    packets,
    total,
    skipped: [...skipped.values()],
    startedAt: toIso(first),
  };
}

/** Tells the formats apart by their first four octets, and says what a file is that is none of them. */
function sourceOf(bytes: Uint8Array): RecordSource & Pick<Capture, 'format'> {
  if (bytes.length > MAX_FILE_OCTETS) {
    const what = `The file has ${bytes.length} octets, ${MAX_FILE_OCTETS} are the limit`;
    throw new CaptureError('too-large', MAX_FILE_OCTETS, what, PART);
  }
  if (bytes.length === 0)
    throw new CaptureError('empty', 0, 'The file is empty', 'Was the capture stopped before it began?');
  const magic = [...bytes.subarray(0, 4)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  const pcap = (littleEndian: boolean, fractionsASecond: bigint) =>
    ({ format: 'pcap', ...readPcap(bytes, { littleEndian, fractionsASecond }) }) as const;
  if (magic === 'd4c3b2a1') return pcap(true, 1_000_000n);
  if (magic === 'a1b2c3d4') return pcap(false, 1_000_000n);
  if (magic === '4d3cb2a1') return pcap(true, NANOSECONDS_A_SECOND);
  if (magic === 'a1b23c4d') return pcap(false, NANOSECONDS_A_SECOND);
  if (magic === '0a0d0d0a') return { format: 'pcapng', ...readPcapng(bytes) };
  throw notACapture(magic);
}

function notACapture(magic: string): CaptureError {
  if (magic.startsWith('1f8b') || magic === '28b52ffd' || magic === '04224d18') {
    const what = 'The file is compressed';
    return new CaptureError('compressed', 0, what, 'Unpack it first, with gunzip, zstd or lz4.');
  }
  if (magic === '34cdb2a1' || magic === 'a1b2cd34') {
    const what = 'This is an old private variant of pcap with longer records';
    return new CaptureError('unsupported', 0, what, 'Convert it: editcap -F pcap OLD NEW.');
  }
  const what = `The file begins with ${magic}, which neither pcap nor pcapng does`;
  return new CaptureError('not-a-capture', 0, what, 'Save it with tcpdump -w or from Wireshark as pcap or pcapng.');
}

function packetIn(record: PacketRecord, atMs: number): CapturedPacket | SkipReason {
  const { data, originalLength } = record;
  const link = networkPacketIn(record.linkType, data);
  if (typeof link === 'string') return link;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const datagram = (link.version === 4 ? readIpv4 : readIpv6)(view, link.at, originalLength);
  if (typeof datagram === 'string') return datagram;
  const tcp = readTcp(data, view, datagram);
  if (typeof tcp === 'string') return tcp;
  return {
    number: record.number,
    atByte: record.atByte,
    interface: record.interface,
    device: link.device,
    atMs,
    isTimed: record.nanoseconds !== null,
    direction: record.direction ?? link.direction,
    source: datagram.source,
    destination: datagram.destination,
    identification: datagram.identification,
    ...tcp,
  };
}

const PART = 'Keep a part of it: editcap -r FILE PART 1-100000, or tshark -r FILE -Y "tcp.port == 80" -w PART.';

function tooMany({ atByte }: PacketRecord): CaptureError {
  return new CaptureError('too-many-packets', atByte, `The file has more than ${MAX_PACKETS} packets`, PART);
}

/** Years that no calendar has (a broken resolution can give any) become null. */
function toIso(nanoseconds: bigint | null): string | null {
  if (nanoseconds === null) return null;
  const rest = ((nanoseconds % NANOSECONDS_A_SECOND) + NANOSECONDS_A_SECOND) % NANOSECONDS_A_SECOND;
  const milliseconds = Number((nanoseconds - rest) / 1_000_000n);
  if (Math.abs(milliseconds) > 8.64e15) return null;
  return new Date(milliseconds).toISOString().replace('.000Z', `.${rest.toString().padStart(9, '0')}Z`);
}
