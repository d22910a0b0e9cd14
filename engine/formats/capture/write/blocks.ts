import { ascii, OctetWriter } from './octet-writer';

// Blocks of a pcapng file (draft-ietf-opsawg-pcapng §4), little-endian.

interface Option {
  readonly code: number;
  readonly value: Uint8Array;
}

const NANOSECONDS = 9;
const LINKTYPE_RAW = 101;

/** A file, or a part of one: what follows belongs to it until the next. */
export function sectionHeader(writtenBy: string): Uint8Array {
  const body = new OctetWriter(true).u32(0x1a2b3c4d).u16(1).u16(0).u32(0xffffffff).u32(0xffffffff);
  return block(0x0a0d0d0a, body, [{ code: 4, value: ascii(writtenBy) }]);
}

/** An interface that sees bare IP datagrams, whole, and counts time in nanoseconds. */
export function interfaceDescription(name: string, description: string, address: Uint8Array): Uint8Array {
  const body = new OctetWriter(true).u16(LINKTYPE_RAW).u16(0).u32(0);
  const netmask = Uint8Array.of(255, 255, 255, 0);
  return block(1, body, [
    { code: 2, value: ascii(name) },
    { code: 3, value: ascii(description) },
    { code: 4, value: new OctetWriter(true).bytes(address).bytes(netmask).finish() },
    { code: 9, value: Uint8Array.of(NANOSECONDS) },
  ]);
}

export interface EnhancedPacket {
  readonly interfaceId: number;
  readonly nanoseconds: bigint;
  readonly direction: 'in' | 'out';
  readonly comment: string;
  readonly data: Uint8Array;
}

export function enhancedPacket({ interfaceId, nanoseconds, direction, comment, data }: EnhancedPacket): Uint8Array {
  const body = new OctetWriter(true)
    .u32(interfaceId)
    .u32(Number(nanoseconds >> 32n))
    .u32(Number(nanoseconds & 0xffffffffn))
    .u32(data.length)
    .u32(data.length)
    .bytes(data)
    .pad(4);
  const flags = new OctetWriter(true).u32(direction === 'in' ? 1 : 2).finish();
  return block(6, body, [
    { code: 2, value: flags },
    { code: 1, value: ascii(comment) },
  ]);
}

function block(type: number, body: OctetWriter, options: readonly Option[]): Uint8Array {
  for (const { code, value } of options) body.u16(code).u16(value.length).bytes(value).pad(4);
  body.u32(0);
  const length = body.length + 12;
  return new OctetWriter(true).u32(type).u32(length).bytes(body.finish()).u32(length).finish();
}
