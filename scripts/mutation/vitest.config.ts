import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests that judge engine/tcp: those that kill more than their time costs. */
const FILES = [
  'engine/*.test.ts',
  'engine/tcp/**/!(step-properties).test.ts',
  'engine/network/*.test.ts',
  'engine/simulation/{run,recorder,frame-at,take-measure}.test.ts',
  'scripts/replay/replay.test.ts',
];

/** From quick to slow; all others are quicker. */
const SLOW = ['rules', 'replay', 'step'];

/** A mutant is killed by the first test that fails, so the quick ones go first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return files.sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('../../', import.meta.url)) }] },
  test: {
    include: FILES,
    setupFiles: ['scripts/mutation/fixed-chance.ts'],
    testTimeout: 20_000,
    sequence: { sequencer: QuickFirst },
    // No test of these leaves anything behind, and a worker for each file would cost more than the tests.
    isolate: false,
  },
});
