import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { refuse } from './refuse.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

// The same as model/database-url.ts says, which cannot be loaded before the packages are there.
const DEFAULT_URL = 'file:./data/2msl.db';

/** Before any long work: can this database be opened at all? Ends with one sentence when it cannot. */
export async function checkDatabase() {
  const url = process.env.DATABASE_URL?.trim() || DEFAULT_URL;
  if (/^postgres(ql)?:\/\//.test(url)) return checkPostgres(url);
  const file = url.startsWith('file:')
    ? url
        .slice('file:'.length)
        .replace(/^\/\/(?=\/)/, '')
        .replace(/\?.*$/, '')
    : '';
  if (file === '') {
    refuse('DATABASE_URL must be file:<path> for SQLite or postgresql://… for PostgreSQL.');
  }
  checkSqlite(path.resolve(ROOT, file));
}

function checkSqlite(file) {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (existsSync(file) && statSync(file).isDirectory())
      refuse(`the database ${file} cannot be opened: it is a folder.`);
    const descriptor = openSync(file, 'a+');
    const head = Buffer.alloc(16);
    const length = readSync(descriptor, head, 0, 16, 0);
    closeSync(descriptor);
    if (length > 0 && head.toString('latin1', 0, 15) !== 'SQLite format 3') {
      refuse(`the database ${file} cannot be opened: it is no SQLite file.`);
    }
  } catch (error) {
    refuse(`the database ${file} cannot be opened: ${error.message}.`);
  }
}

function checkPostgres(url) {
  let host;
  let port;
  try {
    const parsed = new URL(url);
    host = parsed.hostname || 'localhost';
    port = Number(parsed.port || 5432);
  } catch {
    return refuse('DATABASE_URL is no valid postgresql:// address.');
  }
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5000 });
    const fail = (why) =>
      refuse(`the database cannot be opened: PostgreSQL at ${host}:${port} does not answer (${why}).`);
    socket.once('connect', () => {
      socket.end();
      resolve();
    });
    socket.once('timeout', () => fail('timeout'));
    socket.once('error', (error) => fail(error.code ?? error.message));
  });
}

/** Brings the tables up to date; it makes the SQLite file where there is none. */
export async function migrate(env = {}) {
  const { code, output } = await run(['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
    quiet: true,
    env: { ...env, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (code === 0) return;
  const lines = output.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /^Error:? ./.test(line)) ?? lines.filter(Boolean).at(-1) ?? `exit code ${code}`;
  refuse(`the database cannot be brought up to date: ${said.replace(/^Error:? */, '')}`);
}
