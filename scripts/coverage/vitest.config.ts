import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The engine's own tests; replaying the kernel's traces is one of them, though its command lives among the scripts. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    include: ['engine/**/*.test.ts', 'scripts/replay/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['engine/**/*.ts'],
      exclude: ['engine/**/*.test.ts', 'engine/**/testing/**'],
      reporter: ['json'],
      // Which branches are taken can be told whether or not every test is content.
      reportOnFailure: true,
      reportsDirectory: 'coverage/engine',
    },
  },
});
