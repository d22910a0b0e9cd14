import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { refuse } from './refuse.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const SOURCES = [
  ...['app', 'components', 'content', 'diagnosis', 'engine', 'i18n', 'model', 'public', 'server', 'prisma/models'],
  // The rows of RFC 9293 stand in the list of rules; what servers said can be tried.
  ...['fixtures/transitions', 'fixtures/server-outputs'],
  ...['proxy.ts', 'next.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json', 'scripts/setup/build.mjs'],
];

/** Builds the pages, unless nothing that they are made of has changed since. */
export async function build() {
  const stamp = path.join(process.env.NEXT_DIST_DIR ?? '.next', '2msl-built');
  // The address of the book is written into its pages.
  const sources = `${fingerprint(SOURCES)} ${process.env.SITE_URL ?? ''}`;
  if (hasStamp(stamp, sources)) return;
  console.log('Building the pages …');
  // A build must be free to write wherever the stamp will stand, and to say nothing to anybody.
  mkdirSync(path.join(ROOT, path.dirname(stamp)), { recursive: true });
  const { code, output } = await run(['node_modules/next/dist/bin/next', 'build'], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (code !== 0) refuse(`the pages could not be built:\n${output}`);
  writeStamp(stamp, sources);
}
