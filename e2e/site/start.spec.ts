import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../fixtures/book-server';
import { expect, test } from '../fixtures/book-test';

test('npm start serves both languages, keeps a secret beside the database, and ends when npm ends', async ({
  request,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), '2msl-npm-start-'));
  const port = await freePort('127.0.0.1');
  const started = Date.now();
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${path.join(folder, 'book.db')}` },
  });
  try {
    const said = await untilSaid(npm, 'open at');
    expect(said).toContain(`2MSL is open at http://127.0.0.1:${port}`);
    // Installed and built already: nothing is done a second time.
    expect(said).not.toMatch(/Installing|Building/);
    expect(Date.now() - started).toBeLessThan(90_000);

    for (const locale of ['en', 'zh']) {
      expect((await request.get(`http://127.0.0.1:${port}/${locale}`)).status()).toBe(200);
    }
    const origin = `http://127.0.0.1:${port}`;
    expect((await request.post(`${origin}/api/session`, { headers: { origin } })).status()).toBe(200);
    expect(statSync(path.join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);

    npm.kill('SIGTERM');
    await expect.poll(() => answers(port)).toBe(false);
  } finally {
    npm.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

function untilSaid(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(text)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
