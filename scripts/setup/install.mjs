import { existsSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { refuse } from './refuse.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const INSTALLED = 'node_modules/.2msl-installed';
const GENERATED = 'generated/.2msl-generated';
const MODELS = ['prisma/models', 'prisma/sqlite/datasource.prisma', 'prisma/postgresql/datasource.prisma'];

/** Brings the packages of package-lock.json and the database clients, unless they are there already. */
export async function install() {
  if (!hasStamp(INSTALLED, fingerprint(['package-lock.json']))) {
    console.log('Installing packages (a minute or so) …');
    const npm = process.env.npm_execpath;
    // Pages are built here, with the compiler, even where NODE_ENV says production.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const windows = process.platform === 'win32';
    const { code } = npm?.endsWith('.js')
      ? await run([npm, ...args])
      : await run(args, { command: windows ? 'npm.cmd' : 'npm' });
    if (code !== 0) refuse('the packages could not be installed (npm ci failed, see above).');
  }
  if (!hasStamp(GENERATED, fingerprint(MODELS))) await generateClients();
}

/** Run after every npm install or npm ci (postinstall): the clients of both providers, from the one set of models. */
export async function generateClients() {
  for (const provider of ['sqlite', 'postgresql']) {
    const { code, output } = await run(['node_modules/prisma/build/index.js', 'generate'], {
      quiet: true,
      env: { DB_PROVIDER: provider, DATABASE_URL: '', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
    if (code !== 0) refuse(`the ${provider} client could not be generated:\n${output}`);
  }
  writeStamp(GENERATED, fingerprint(MODELS));
  if (existsSync(path.join(ROOT, 'node_modules'))) writeStamp(INSTALLED, fingerprint(['package-lock.json']));
}
