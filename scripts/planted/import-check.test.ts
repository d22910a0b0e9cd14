import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE } from '../import-rules';

/** A small house of one file a folder, in which every import is allowed. */
const HOUSE: Readonly<Record<string, string>> = {
  'engine/tcp/a.ts': '',
  'engine/network/a.ts': "import '../tcp/a';",
  'engine/simulation/a.ts': "import '../network/a';",
  'engine/explorer/a.ts': "import '../simulation/a';",
  'engine/formats/a.ts': "import '../simulation/a';",
  'engine/version.ts': '',
  'diagnosis/ports/a.ts': '',
  'model/a.ts': "import 'zod';\nimport '../engine/simulation/a';",
  'content/questions/a.json': '{}',
  'model/b.ts': "import type {} from './c';",
  'model/c.ts': '',
  'review/a.ts': "import '../model/a';",
  'server/mail/a.ts': "import 'server-only';\nimport '@/model/a';",
  'i18n/locale.ts': "import type {} from '@/model/a';",
  'i18n/request.ts': "import 'next-intl/server';\nimport '@/server/content/a';",
  'components/client/a.ts': "import '@/model/a';",
  'components/ui/a.tsx': "import 'react';",
  'components/simulator/a.tsx': "import '../ui/a';\nimport '@/engine/simulation/a';",
  'components/quiz/a.tsx': "import '../simulator/a';\nimport '../client/a';",
  'components/classroom/a.tsx': "import '../quiz/a';",
  'components/tools/a.tsx': "import '@/diagnosis/ports/a';",
  'components/learning/a.tsx': "import '../client/a';",
  'server/db/a.ts': "import 'server-only';\nimport '@prisma/client';\nimport '@/model/a';",
  'server/grading/a.ts': "import 'server-only';\nimport '@/engine/simulation/a';",
  'server/content/a.ts': "import 'server-only';\nimport 'node:fs';\nimport '@/server/grading/a';",
  'server/generating/a.ts': "import 'server-only';\nimport '@/server/grading/a';\nimport '@/diagnosis/ports/a';",
  'server/auth/a.ts': "import 'server-only';\nimport '@/server/db/a';",
  'server/http/a.ts': "import 'server-only';\nimport '@/server/auth/a';",
  'server/learning/a.ts': "import 'server-only';\nimport '@/server/db/a';\nimport '@/server/grading/a';",
  'server/testing/a.ts': "import 'server-only';",
  'server/learning/a.test.ts': "import '@/server/testing/a';\nimport './a';",
  'app/page.tsx': "import '@/components/quiz/a';\nimport '@/server/learning/a';\nimport '@/i18n/locale';",
  'proxy.ts': "import 'next/server';\nimport './i18n/locale';",
  'scripts/second-path/a.ts': "import './b';",
  'scripts/second-path/b.ts': '',
  'scripts/a.ts': "import '@/server/content/a';\nimport 'node:fs';",
};

/** One forbidden import for each row of the table and for each rule that holds everywhere: [rule, file, import]. */
const PLANTED: readonly [string, string, string][] = [
  ['imports-of engine/tcp', 'engine/tcp/a.ts', '../network/a'],
  ['imports-of engine/tcp', 'engine/tcp/a.ts', 'zod'],
  ['imports-of engine/tcp', 'engine/tcp/a.ts', 'node:fs'],
  ['imports-of engine/network', 'engine/network/a.ts', '../simulation/a'],
  ['imports-of engine/simulation', 'engine/simulation/a.ts', '../formats/a'],
  ['imports-of engine/explorer', 'engine/explorer/a.ts', '../formats/a'],
  ['imports-of engine/formats', 'engine/formats/a.ts', '../../model/a'],
  ['imports-of engine', 'engine/version.ts', '@/model/a'],
  ['imports-of diagnosis', 'diagnosis/ports/a.ts', '@/engine/tcp/a'],
  ['imports-of model', 'model/a.ts', '@/i18n/locale'],
  ['imports-of model', 'model/a.ts', 'react'],
  ['imports-of review', 'review/a.ts', '@/components/ui/a'],
  ['imports-of server/mail', 'server/mail/a.ts', '@/server/db/a'],
  ['imports-of i18n', 'i18n/locale.ts', '@/components/ui/a'],
  ['imports-of components/client', 'components/client/a.ts', '@/engine/tcp/a'],
  ['imports-of components/quiz', 'components/quiz/a.tsx', '../learning/a'],
  [
    'imports-of components/classroom, components/interview, components/drill, components/explorer, components/imports, components/lab, components/predict',
    'components/classroom/a.tsx',
    '../learning/a',
  ],
  ['imports-of components/tools', 'components/tools/a.tsx', '../quiz/a'],
  ['imports-of components', 'components/simulator/a.tsx', '../quiz/a'],
  ['imports-of components', 'components/learning/a.tsx', '@/diagnosis/ports/a'],
  ['imports-of components', 'components/learning/a.tsx', '@/server/learning/a'],
  ['imports-of components', 'components/learning/a.tsx', '@/app/page'],
  ['imports-of components', 'components/learning/a.tsx', '@/content/questions/a.json'],
  ['imports-of components', 'components/ui/a.tsx', 'node:fs'],
  ['imports-of components', 'components/ui/a.tsx', 'better-auth'],
  ['imports-of server/db', 'server/db/a.ts', '@/server/auth/a'],
  ['imports-of server/content', 'server/content/a.ts', '@/server/db/a'],
  ['imports-of server/grading', 'server/grading/a.ts', 'node:fs'],
  ['imports-of server/grading', 'server/grading/a.ts', '@/server/content/a'],
  ['imports-of server/generating', 'server/generating/a.ts', '@/server/content/a'],
  ['imports-of server/generating', 'server/generating/a.ts', 'node:fs'],
  ['imports-of scripts/second-path', 'scripts/second-path/a.ts', '@/engine/tcp/a'],
  ['imports-of scripts/second-path', 'scripts/second-path/a.ts', '@/server/generating/a'],
  ['imports-of scripts/second-path', 'scripts/second-path/a.ts', '@/content/questions/a.json'],
  ['imports-of scripts/second-path', 'scripts/second-path/a.ts', 'zod'],
  ['imports-of server/auth', 'server/auth/a.ts', '@/server/learning/a'],
  ['imports-of server/http', 'server/http/a.ts', '@/server/learning/a'],
  ['imports-of server/learning', 'server/learning/a.ts', '@/server/http/a'],
  ['imports-of app', 'app/page.tsx', '@/server/db/a'],
  ['imports-of app', 'app/page.tsx', '@/server/grading/a'],
  ['imports-of proxy.ts', 'proxy.ts', './server/auth/a'],
  ['imports-of scripts, prisma, e2e', 'scripts/a.ts', '@/components/ui/a'],
  ['no-cycle', 'model/c.ts', './b'],
  ['no-test-file', 'server/learning/a.ts', './a.test'],
  ['no-test-file', 'server/auth/a.ts', '@/server/testing/a'],
  ['only-server-db-imports-prisma', 'server/learning/a.ts', '@prisma/client'],
  ['resolvable', 'components/ui/a.tsx', '@/components/ui/nothing'],
];

const root = mkdtempSync(path.join(tmpdir(), '2msl-imports-'));

beforeAll(() => {
  cpSync('tsconfig.json', path.join(root, 'tsconfig.json'));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function build(files: Readonly<Record<string, string>>): void {
  for (const folder of ['engine', 'diagnosis', 'model', 'review', 'i18n', 'components', 'server', 'app', 'scripts']) {
    rmSync(path.join(root, folder), { recursive: true, force: true });
  }
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), file.endsWith('.json') ? source : `${source}\nexport {};\n`);
  }
}

function check(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import=tsx', 'scripts/check-imports.ts', '--root', root],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

describe('the import check', () => {
  it('has nothing against a house in order', () => {
    build(HOUSE);
    const { status, output } = check();
    expect(output).toMatch(/^imports: \d+ modules, \d+ imports\n$/);
    expect(status).toBe(0);
  });

  it('plants a fault for every row of the table', () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(TABLE.map(({ from }) => `imports-of ${from}`).filter((rule) => !planted.has(rule))).toEqual([]);
  });

  describe('catches', () => {
    let output = '';
    beforeAll(() => {
      const files = { ...HOUSE };
      for (const [, file, imported] of PLANTED) files[file] = `${files[file]}\nimport '${imported}';`;
      build(files);
      const checked = check();
      expect(checked.status).toBe(1);
      output = checked.output;
    });

    it.each(PLANTED)('%s: %s → %s', (rule, file, imported) => {
      // A cycle is told once, from either of its ends.
      const lines = output.split('\n').filter((line) => line.includes(file) && line.includes(`[${rule}]`));
      expect(lines.join('\n')).toContain(path.basename(imported).replace(/^node:/, ''));
    });
  });

  it('catches a server file without its first line', () => {
    build({ ...HOUSE, 'server/http/b.ts': "// A comment first.\nimport 'server-only';" });
    const { status, output } = check();
    expect(output).toContain('server/http/b.ts:1: [server-only]');
    expect(status).toBe(1);
  });

  it('fails when it sees nothing', () => {
    build({ 'engine/tcp/a.ts': '' });
    rmSync(path.join(root, 'proxy.ts'), { force: true });
    const { status, output } = check();
    expect(output).toContain('no module with imports was seen');
    expect(status).toBe(1);
  });
});
