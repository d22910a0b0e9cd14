import { lettersOf } from '../kernel-trace/carry';
import type { ScriptPacket, TcpOption } from './script';
import { printOptions } from './tcp-options';
import type { Sent } from './wire';

/** What of a packet is not compared, and why. The command line says so once. */
export const NOT_COMPARED =
  'not compared: the window field, TOS, TTL and other fields of IP, checksums, the contents of the text, timestamps where a script sets no tcp_ts_tick_usecs';

/** A difference between the packet that a script expects and the one that was sent, or null. Flags, numbers and length exactly, options in order. */
export function comparePacket(
  expected: ScriptPacket,
  sent: Sent,
  length: number,
  options: readonly TcpOption[],
  stampToleranceMs: number | null,
): string | null {
  const { segment } = sent;
  const wanted = { fin: expected.flags.fin, syn: expected.flags.syn, rst: expected.flags.rst, psh: expected.flags.psh };
  const flags = lettersOf({ ...segment, ...wanted, ack: expected.flags.ack ? segment.seq : null });
  const isSame =
    flags === lettersOf(segment) &&
    (expected.seq === null || expected.seq === sent.seq) &&
    expected.length === length &&
    expected.ack === sent.ack;
  if (!isSame) return `expected ${print(expected)}, sent ${printSent(sent, length)}`;
  if (expected.options === null) return null;
  const difference = compareOptions(expected.options, options, stampToleranceMs);
  return difference === null
    ? null
    : `expected ${printOptions(expected.options) || 'no options'}, sent ${printOptions(options) || 'none'}`;
}

function compareOptions(
  expected: readonly TcpOption[],
  sent: readonly TcpOption[],
  stampToleranceMs: number | null,
): 'differ' | null {
  if (expected.length !== sent.length) return 'differ';
  for (const [index, option] of expected.entries()) {
    const other = sent[index];
    if (other?.kind !== option.kind) return 'differ';
    if (option.kind !== 'TS') {
      if (option.value !== other.value) return 'differ';
    } else {
      if (option.echo !== other.echo) return 'differ';
      const apart = Math.abs(((option.value ?? 0) - (other.value ?? 0)) | 0);
      if (stampToleranceMs !== null && apart > stampToleranceMs) return 'differ';
    }
  }
  return null;
}

export function print({ flags, seq, length, ack }: ScriptPacket): string {
  const { fin, syn, rst, psh } = flags;
  const letters = `${fin ? 'F' : ''}${syn ? 'S' : ''}${rst ? 'R' : ''}${psh ? 'P' : ''}${flags.ack ? '.' : ''}`;
  return line(letters, seq, length, ack);
}

function printSent({ segment, seq, ack }: Sent, length: number): string {
  return line(lettersOf(segment).replace('A', '.'), seq, length, ack);
}

function line(letters: string, seq: number | null, length: number, ack: number | null): string {
  const numbers = seq === null ? '...' : `${seq}:${seq + length}`;
  return `${letters || '-'} ${numbers}(${length})${ack === null ? '' : ` ack ${ack}`}`;
}
