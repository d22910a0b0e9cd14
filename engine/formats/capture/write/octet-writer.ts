/** Collects octets; a place already written can be filled in later (lengths, checksums). */
export class OctetWriter {
  private octets = new Uint8Array(1024);
  private view = new DataView(this.octets.buffer);
  length = 0;

  /** Numbers of a pcapng file go out in one order, those of the headers inside it in network order. */
  constructor(private readonly littleEndian: boolean) {}

  u8(value: number): this {
    const at = this.grow(1);
    this.view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    const at = this.grow(2);
    this.view.setUint16(at, value, this.littleEndian);
    return this;
  }

  u32(value: number): this {
    const at = this.grow(4);
    this.view.setUint32(at, value, this.littleEndian);
    return this;
  }

  bytes(values: Uint8Array): this {
    const at = this.grow(values.length);
    this.octets.set(values, at);
    return this;
  }

  /** Zeros up to the next multiple of `size`. */
  pad(size: number): this {
    this.grow((size - (this.length % size)) % size);
    return this;
  }

  putU16(at: number, value: number): void {
    this.view.setUint16(at, value, this.littleEndian);
  }

  /** A copy of what has been written. */
  finish(): Uint8Array {
    return this.octets.slice(0, this.length);
  }

  /** Makes room, perhaps in other memory, and says where it begins; what it covers is zero. */
  private grow(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.octets.length) {
      const larger = new Uint8Array(Math.max(this.length, this.octets.length * 2));
      larger.set(this.octets);
      this.octets = larger;
      this.view = new DataView(larger.buffer);
    }
    return start;
  }
}

/** UTF-8 is not the language's business, so text that goes into a file is kept to ASCII; every other character becomes '?'. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character < '\u0080' ? character.charCodeAt(0) : 0x3f));
}
