import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** What `npm start` refuses, it refuses before any long work: with one sentence on stderr and a code that is not 0. */
const folder = mkdtempSync(path.join(tmpdir(), '2msl-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(env: Readonly<Record<string, string>>, preload = './scripts/require-node.cjs') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', preload, 'scripts/start.mjs'], {
    encoding: 'utf8',
    timeout: 15_000,
    env: { ...process.env, DATABASE_URL: `file:${path.join(folder, 'fine.db')}`, ...env },
  });
  return { status, stdout, stderr };
}

const refusal = (sentence: RegExp) => ({ status: 1, stdout: '', stderr: expect.stringMatching(sentence) });

describe('npm start refuses', () => {
  it('a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    expect(start({ PORT: String(port) })).toEqual(refusal(/^2MSL: port \d+ of 127\.0\.0\.1 is in use: .+\.\n$/));
    await new Promise((resolve) => other.close(resolve));
  });

  it.each(['0', '70000', 'http', '-1'])('PORT=%s', (port) => {
    expect(start({ PORT: port })).toEqual(refusal(/^2MSL: PORT must be a number from 1 to 65535.+\.\n$/));
  });

  it('an address of another machine', () => {
    expect(start({ HOST: '192.0.2.1', PORT: '4459' })).toEqual(refusal(/^2MSL: "192\.0\.2\.1" is no address.+\.\n$/));
  });

  it('a database that is a folder', () => {
    mkdirSync(path.join(folder, 'folder'));
    const url = `file:${path.join(folder, 'folder')}`;
    expect(start({ PORT: '4459', DATABASE_URL: url })).toEqual(refusal(/^2MSL: the database .+ is a folder\.\n$/));
  });

  it('a database that is something else', () => {
    writeFileSync(path.join(folder, 'letter.txt'), 'Dear reader, this is no database.');
    const url = `file:${path.join(folder, 'letter.txt')}`;
    expect(start({ PORT: '4459', DATABASE_URL: url })).toEqual(refusal(/^2MSL: the database .+ no SQLite file\.\n$/));
  });

  it('a PostgreSQL that does not answer', () => {
    const url = 'postgresql://reader@127.0.0.1:9/book';
    expect(start({ PORT: '4459', DATABASE_URL: url })).toEqual(
      refusal(/^2MSL: the database cannot be opened: PostgreSQL at 127\.0\.0\.1:9 .+\.\n$/),
    );
  });

  it('a database of a kind that it does not know', () => {
    expect(start({ PORT: '4459', DATABASE_URL: 'mysql://x' })).toEqual(refusal(/^2MSL: DATABASE_URL must be .+\.\n$/));
  });

  it.each(['18.20.4', '20.18.3', '8.17.0'])('Node %s', (version) => {
    const preload = path.join(folder, 'old-node.cjs');
    const check = JSON.stringify(path.resolve('scripts/require-node.cjs'));
    writeFileSync(
      preload,
      `Object.defineProperty(process.versions, 'node', { value: '${version}' });\nrequire(${check});`,
    );
    expect(start({}, preload)).toEqual(refusal(/^2MSL needs Node\.js 20\.19 or newer.+\n$/));
  });
});
