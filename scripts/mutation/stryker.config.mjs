// Started by scripts/mutate.ts, which sets what is asked of it here.
const { MUTATION_CONCURRENCY = '1' } = process.env;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['engine/tcp/**/*.ts', '!engine/tcp/**/*.test.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/stryker-plugin.mjs'],
  ignorers: ['assert-never'],
  checkers: ['sample'],
  reporters: ['lines'],
  coverageAnalysis: 'perTest',
  concurrency: Number(MUTATION_CONCURRENCY),
  // Each run works in a copy: of what the engine's tests read, and of no more.
  ignorePatterns: ['/.*', '/{app,components,server,e2e,prisma,generated,data,i18n}'],
  disableTypeChecks: false,
  tempDirName: '.stryker-tmp',
  // Generous: an endless loop is found by counting, so only a busy machine would ever get there.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  allowConsoleColors: false,
  warnings: { slow: false },
};
