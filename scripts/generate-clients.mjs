// After every install: the database clients of both providers, from the one set of models.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const prisma = path.join(root, 'node_modules/prisma/build/index.js');

for (const provider of ['sqlite', 'postgresql']) {
  if (!existsSync(path.join(root, 'prisma', provider))) continue;
  const { status } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DB_PROVIDER: provider, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
