import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** .ci/run beside an `npm` that prints what a test run would. */
const root = mkdtempSync(path.join(tmpdir(), '2msl-ci-'));

beforeAll(() => {
  mkdirSync(path.join(root, '.ci'));
  mkdirSync(path.join(root, 'bin'));
  cpSync('.ci/run', path.join(root, '.ci/run'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function ciAfter(lastLines: string, code: number): { status: number | null; stderr: string } {
  const npm = path.join(root, 'bin/npm');
  writeFileSync(npm, `#!/bin/sh\necho 'many lines'\ncat <<'END'\n${lastLines}\nEND\nexit ${code}\n`);
  chmodSync(npm, 0o755);
  return spawnSync('bash', ['.ci/run'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path.join(root, 'bin')}:${process.env.PATH}` },
  });
}

describe('.ci/run', () => {
  it('is content when everything passed', () => {
    expect(ciAfter('120 passed, 0 failed, 0 skipped', 0)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['one skipped test', '119 passed, 0 failed, 1 skipped', 0, '1 tests were skipped'],
    ['one failed test', '119 passed, 1 failed, 0 skipped', 1, '1 tests failed'],
    ['a bad end after good sums', '120 passed, 0 failed, 0 skipped', 1, 'exit code 1'],
    ['a run that tested nothing', '0 passed, 0 failed, 0 skipped', 0, 'no test passed'],
    ['a line after the sum', '120 passed, 0 failed, 0 skipped\nbye', 0, 'is no sum: "bye"'],
    ['a sum without its skips', '120 passed, 0 failed', 0, 'is no sum'],
    ['words around the sum', 'all good: 120 passed, 0 failed, 0 skipped', 0, 'is no sum'],
  ])('refuses %s', (_, lastLines, code, message) => {
    const { status, stderr } = ciAfter(lastLines, code);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});
