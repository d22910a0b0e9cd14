import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { run } from './run.mjs';

/** What tests use besides npm's packages, and the Debian packages that bring it. */
const TOOLS = [
  {
    name: 'Chromium',
    packages: ['chromium', 'fonts-noto-cjk'],
    found: async () => (await findChromium()) !== null,
  },
  {
    name: 'PostgreSQL',
    packages: ['postgresql'],
    found: async () => Boolean(process.env.TEST_POSTGRES_URL) || existsSync('/usr/lib/postgresql') || onPath('initdb'),
  },
  { name: 'tshark', packages: ['tshark'], found: async () => onPath('tshark') },
];

/** Brings what is missing, without asking anything: by apt where this user may, Chromium else by Playwright's own way. */
export async function prepareTestMachine() {
  const packages = (await missingTools()).flatMap((tool) => tool.packages);
  if (packages.length > 0 && process.getuid?.() === 0 && onPath('apt-get')) await installByApt(packages);
  if ((await missingTools()).some(({ name }) => name === 'Chromium')) {
    console.log('Downloading Chromium …');
    await run(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { quiet: true });
  }
  for (const { name } of await missingTools()) {
    console.log(`${name} is not on this machine and could not be installed: what needs it will say so.`);
  }
}

async function missingTools() {
  const found = await Promise.all(TOOLS.map((tool) => tool.found()));
  return TOOLS.filter((_, index) => !found[index]);
}

async function installByApt(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  // At run level 1 Debian starts no PostgreSQL of its own.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run(['update', '-q'], { command: 'apt-get', quiet: true, env });
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  const { code, output } = await run(install, { command: 'apt-get', quiet: true, env });
  if (code !== 0) console.log(output);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}
