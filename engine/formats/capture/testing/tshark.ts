import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Null where the real tool is not on this machine. */
export const TSHARK_VERSION =
  /(\d+\.\d+\.\d+)/.exec(spawnSync('tshark', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? null;

/**
 * The named fields of every frame of a capture file, by the real tshark; a field that a frame has not is ''.
 * Checksums are verified, and no configuration of the user's is read.
 */
export function readWithTshark(file: Uint8Array, fields: readonly string[], filter = ''): Record<string, string>[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'capture-'));
  try {
    const capture = path.join(folder, 'run.pcapng');
    writeFileSync(capture, file);
    const options = ['-n', '-o', 'tcp.check_checksum:TRUE', '-o', 'ip.check_checksum:TRUE', '-T', 'fields'];
    const filters = filter === '' ? [] : ['-Y', filter];
    const wanted = fields.flatMap((field) => ['-e', field]);
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder };
    const tshark = spawnSync('tshark', ['-r', capture, ...options, ...filters, ...wanted], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (tshark.status !== 0) throw new Error(`tshark ended with ${tshark.status}: ${tshark.stderr}`);
    const lines = tshark.stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(fields.map((field, index) => [field, values[index] ?? '']));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
