import 'server-only';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of one's own that is gone afterwards. */
export function temporaryFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), '2msl-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs Prisma's command line on a database and returns its exit code and all that it said. */
export function prisma(databaseUrl: string, ...argv: string[]): { status: number | null; said: string } {
  const ran = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...argv], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  return { status: ran.status, said: ran.stdout + ran.stderr };
}

/** Makes the tables, as `npm start` does. */
export function migrate(databaseUrl: string): void {
  const { status, said } = prisma(databaseUrl, 'migrate', 'deploy');
  if (status !== 0) throw new Error(`prisma migrate deploy failed:\n${said}`);
}
