import { CaptureError } from '../capture-error';

/** The options of a block, by their codes. */
export interface BlockOptions {
  /** Null where the block has no such option, or one of another length. */
  u8(code: number): number | null;
  u32(code: number): number | null;
  i64(code: number): bigint | null;
  /** ASCII; what else is in it becomes '?'. */
  text(code: number): string | null;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

const LONGEST_TEXT = 100;

/** Walks the options of a block; the last one of a code counts. */
export function optionsOf(view: DataView, start: number, end: number, littleEndian: boolean): BlockOptions {
  const places = new Map<number, Place>();
  for (let at = start; end - at >= 4; ) {
    const code = view.getUint16(at, littleEndian);
    const length = view.getUint16(at + 2, littleEndian);
    if (code === 0) break;
    if (length > end - at - 4) {
      const what = `An option claims ${length} octets, its block has ${end - at - 4} left`;
      throw new CaptureError('broken', at, what, 'The file is damaged here or earlier; capture again.');
    }
    places.set(code, { at: at + 4, length });
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  const find = (code: number, length: number): number | null => {
    const place = places.get(code);
    return place?.length === length ? place.at : null;
  };
  const read = <P, T>(place: P | null, get: (place: P) => T): T | null => (place === null ? null : get(place));
  return {
    u8: (code) => read(find(code, 1), (at) => view.getUint8(at)),
    u32: (code) => read(find(code, 4), (at) => view.getUint32(at, littleEndian)),
    i64: (code) => read(find(code, 8), (at) => view.getBigInt64(at, littleEndian)),
    text: (code) => read(places.get(code) ?? null, (place) => asciiIn(view, place)),
  };
}

function asciiIn(view: DataView, { at, length }: Place): string {
  let text = '';
  for (let index = 0; index < Math.min(length, LONGEST_TEXT); index += 1) {
    const code = view.getUint8(at + index);
    if (code === 0) break;
    text += code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '?';
  }
  return text;
}
