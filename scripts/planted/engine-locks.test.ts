import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What no engine file may hold, one a file. */
const PLANTED: Readonly<Record<string, string>> = {
  'engine/tcp/by-name.ts': "import { z } from 'zod';\nexport const schema = z;",
  'engine/network/whole.ts': "import * as zod from 'zod';\nexport const schema = zod;",
  'engine/simulation/side-effect.ts': "import 'zod';",
  'engine/formats/type-only.ts': "import type { ZodType } from 'zod';\nexport type Schema = ZodType;",
  'engine/formats/deep/dynamic.ts': "export const load = () => import('zod');",
  'engine/handed-on.ts': "export { z } from 'zod';",
  'engine/tcp/of-node.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  'engine/tcp/of-node-unmarked.ts': "import path from 'path';\nexport const separator = path.sep;",
};

/** What only the compiler can see: no import, yet not the language's own. */
const GLOBALS: Readonly<Record<string, string>> = {
  'engine/tcp/process.ts': 'export const environment = process.env;',
  'engine/network/document.ts': 'export const page = document;',
  'engine/network/clock.ts': 'export const later = setTimeout;',
};

const SOUND: Readonly<Record<string, string>> = {
  'engine/tcp/sound.ts': 'export const one = 1;',
  'engine/network/sound.ts': "import { one } from '../tcp/sound';\n\nexport const two = one + 1;",
  'engine/network/neighbour.ts': "import { two } from './sound';\n\nexport const three = two + 1;",
  // A test may import what it likes.
  'engine/tcp/sound.test.ts': "import { z } from 'zod';\n\nexport const schema = z;",
};

const root = mkdtempSync(path.join(tmpdir(), '2msl-locks-'));

beforeAll(() => {
  for (const file of ['tsconfig.json', 'tsconfig.engine.json', 'biome.json']) cpSync(file, path.join(root, file));
  mkdirSync(path.join(root, 'scripts'));
  cpSync('scripts/no-package-in-the-engine.ts', path.join(root, 'scripts/no-package-in-the-engine.ts'));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function build(files: Readonly<Record<string, string>>): void {
  rmSync(path.join(root, 'engine'), { recursive: true, force: true });
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `${source}\n`);
  }
}

function node(cwd: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const tool = (name: string) => path.resolve('node_modules', name);

const LOCKS: Readonly<Record<string, () => { status: number | null; output: string }>> = {
  types: () => node(root, tool('typescript/bin/tsc'), '-p', 'tsconfig.engine.json', '--pretty', 'false'),
  'import rules': () => node('.', '--import=tsx', 'scripts/check-imports.ts', '--root', root),
  lint: () =>
    node(root, tool('@biomejs/biome/bin/biome'), 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '.'),
};

describe.each(Object.entries(LOCKS))('no engine file imports a package: %s', (name, check) => {
  it('opens for an engine in order', () => {
    build(SOUND);
    const { status, output } = check();
    expect([status, output]).toEqual([0, expect.any(String)]);
  });

  it('holds against every kind of import', () => {
    build({ ...SOUND, ...PLANTED, ...(name === 'types' ? GLOBALS : {}) });
    const { status, output } = check();
    expect(status).not.toBe(0);
    const planted = Object.keys(name === 'types' ? { ...PLANTED, ...GLOBALS } : PLANTED);
    expect(planted.filter((file) => !output.includes(file))).toEqual([]);
    expect(Object.keys(SOUND).filter((file) => output.includes(`${file}:`) || output.includes(`${file}(`))).toEqual([]);
  });
});
