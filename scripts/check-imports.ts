// npm run check:imports [-- --root <folder>]: whether imports go only where docs/ARCHITECTURE.md lets them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { RULES } from './import-rules';

const FOLDERS = [
  'engine',
  'model',
  'diagnosis',
  'review',
  'components',
  'server',
  'app',
  'i18n',
  'prisma',
  'scripts',
  'e2e',
  'proxy.ts',
];

const { values } = parseArgs({ options: { root: { type: 'string', default: process.cwd() } } });
process.chdir(values.root);

const faults = [...(await importFaults()), ...serverOnlyFaults()];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function importFaults(): Promise<string[]> {
  const sources = FOLDERS.filter((folder) => existsSync(folder));
  const { output } = await cruise(
    sources,
    {
      ruleSet: RULES,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', '^generated/'] },
      exclude: { path: ['^generated/.+/internal/', '\\.css$'] },
    },
    {
      symlinks: false,
      alias: { '@': process.cwd() },
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    { tsConfig: extractTsConfig('tsconfig.json') },
  );
  const { summary, modules } = output as ICruiseResult;
  // With a TypeScript that it does not know, dependency-cruiser sees nothing and is content.
  const seen = modules.filter(({ source, dependencies }) => /\.tsx?$/.test(source) && dependencies.length > 0).length;
  if (seen === 0) return ['imports: no module with imports was seen, so nothing was checked'];
  console.log(`imports: ${summary.totalCruised} modules, ${summary.totalDependenciesCruised ?? 0} imports`);
  const comments = new Map((RULES.forbidden ?? []).map(({ name, comment }) => [name, comment]));
  return summary.violations.map(({ from, to, rule }) => `${from} → ${to}: [${rule.name}] ${comments.get(rule.name)}`);
}

/** Code that holds keys or the database can then never end in a browser's bundle: the build refuses it. */
function serverOnlyFaults(): string[] {
  if (!existsSync('server')) return [];
  return readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => path.posix.join('server', file.split(path.sep).join('/')))
    .filter((file) => !readFileSync(file, 'utf8').startsWith("import 'server-only';\n"))
    .map((file) => `${file}:1: [server-only] every file of server/ begins with import 'server-only';`);
}
