import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE_OCTETS } from '@/engine/formats/capture/limits';
import { readCapture } from '@/engine/formats/capture/read/read-capture';
import { exportRun } from './export-run';
import { printTimeline } from './print-timeline';
import { readTimeline } from './read-timeline';

const ROOT = path.join(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'engine/formats/fixtures');
const NOTHING = { host: undefined, settings: undefined };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'capture-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(...args: string[]) {
  return spawnSync(process.execPath, ['--import=tsx', 'scripts/capture/capture.ts', ...args], {
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
}

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('npm run capture', () => {
  it('writes the run of a figure to standard output, and reads it back', () => {
    const written = command('last-ack-lost', '--host', 'client');
    expect([written.status, written.stderr.toString()]).toEqual([0, '']);
    const file = write('run.pcapng', written.stdout);
    const read = command('--read', file);
    expect(read.status).toBe(0);
    expect(read.stdout.toString()).toMatch(/connection 2, transmission 2\n[\s\S]*LAST_ACK[\s\S]*reset-received/);
  }, 60_000);

  it('warns that a file of several interfaces is to be looked at one at a time', () => {
    const written = command('two-clients');
    expect(written.stderr.toString()).toContain('one of the 3 interfaces at a time');
    expect(readCapture(written.stdout).interfaces).toHaveLength(3);
  }, 60_000);

  it('says how it is used, and ends with 2, when it is asked what it cannot do', () => {
    for (const args of [['--nonsense'], ['a', '--read', 'b']]) {
      const { status, stderr } = command(...args);
      expect([args, status]).toEqual([args, 2]);
      expect(stderr.toString()).toContain('npm run --silent capture');
    }
  }, 60_000);

  it('gives everything as JSON', () => {
    const { stdout } = command('--read', path.join(FIXTURES, 'half-close.pcap'), '--json');
    expect(JSON.parse(stdout.toString())).toMatchObject({
      connections: [{ opening: 'active' }, { opening: 'passive' }],
      timers: null,
    });
  }, 60_000);

  it('ends with 1 and one line where a file cannot be read', () => {
    const { status, stderr } = command('--read', write('text.pcap', 'no capture at all'));
    expect(status).toBe(1);
    expect(stderr.toString()).toMatch(/^capture: .*text\.pcap: The file begins with 6e6f2063.*\n$/);
  }, 60_000);
});

describe('a scenario', () => {
  it('may be a file of its own, and be changed by settings', () => {
    const file = path.join(ROOT, 'content/scenarios/whole-life.json');
    const linux = exportRun(file, { host: 'client', settings: '{"profile":"linux"}' });
    expect(readCapture(linux.file).packets[0]?.options.timestamps).not.toBeNull();
    expect(readCapture(exportRun('whole-life', NOTHING).file).packets[0]?.options.timestamps).toBeNull();
  });

  it('is refused with what is wrong', () => {
    expect(() => exportRun('no-such-figure', NOTHING)).toThrow(
      /no scenario 'no-such-figure'; the book has .*whole-life/,
    );
    expect(() => exportRun(write('a.json', '{'), NOTHING)).toThrow(/a\.json: no JSON/);
    expect(() => exportRun(write('b.json', '{"scenario":{"version":2}}'), NOTHING)).toThrow(/b\.json: version/);
    expect(() => exportRun('whole-life', { host: undefined, settings: '{"speed":1}' })).toThrow(/--settings: .*speed/);
    expect(() => exportRun('whole-life', { host: 'router', settings: undefined })).toThrow(/only client, server/);
  });
});

describe('a capture file', () => {
  it('is printed, whatever kernel or tool it comes from', () => {
    for (const name of readdirSync(FIXTURES).filter((one) => one.endsWith('.pcap'))) {
      const printed = printTimeline(readTimeline(path.join(FIXTURES, name), []));
      expect(printed).toMatch(/packets, \d+ of them TCP, from 2026-11-22T/);
      expect(printed).toContain('SYN_SENT');
    }
  });

  it('may be told where it was made', () => {
    const file = path.join(FIXTURES, 'final-ack-lost-1.pcap');
    const addresses = readTimeline(file, []).timeline.connections.map(({ host }) => host);
    expect(printTimeline(readTimeline(file, addresses.slice(0, 1)))).toContain('(watched, active open; unknown: end)');
  });

  it('is not even loaded where it is too large, and has to be a file', () => {
    const huge = write('huge.pcap', '');
    truncateSync(huge, MAX_FILE_OCTETS + 1);
    expect(() => readTimeline(huge, [])).toThrow(/huge\.pcap: 67108865 octets, 67108864 are the limit/);
    expect(() => readTimeline(folder, [])).toThrow(/no regular file/);
    expect(() => readTimeline('/dev/zero', [])).toThrow(/no regular file/);
    expect(() => readTimeline(path.join(folder, 'none'), [])).toThrow(/no such file/);
  });

  it('without TCP gives a line and no table', () => {
    const empty = write('empty.pcap', Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, ...new Array<number>(17).fill(0)));
    expect(printTimeline(readTimeline(empty, []))).toBe(
      `${empty}: pcap, 0 packets, 0 of them TCP, from an unknown moment\n`,
    );
  });
});
