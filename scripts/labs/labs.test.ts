import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../labs');
/** sysexits.h: a service is unavailable. The script says which. */
const CANNOT = 69;
const LABS = ['four-way-close.sh', 'last-ack-lost.sh', 'ports-run-out.sh'];

function run(lab: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn('bash', [path.join(FOLDER, lab)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => resolve({ code, said }));
  });
}

it('knows every lab', () => {
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.sh') && name !== 'namespaces.sh');
  expect(scripts.sort()).toEqual(LABS);
});

describe.concurrent('on this machine', () => {
  it.each(LABS)('%s finds the kernel as the book says, or says what it needs', async (lab) => {
    const { code, said } = await run(lab);
    if (code === CANNOT) {
      expect(said).toMatch(/^This lab needs .+\.$/m);
      return;
    }
    expect(said).toContain('did what the book says');
    expect(code).toBe(0);
  });
});
