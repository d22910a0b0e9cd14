import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { runCommand } from './run-command';

const report = z.object({
  success: z.boolean(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
});

const TESTS = ['engine/transitions.test.ts', 'engine/rules.test.ts'];

/**
 * Runs the tests of RFC 9293's table, each named by its row, and those of the rules. Throws unless all pass: among them is the one that holds
 * docs/rfc9293-coverage.md to what was tested, from which the rows that are left out, or met otherwise, are read.
 */
export function collectRows() {
  const json = runCommand(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...TESTS, '--reporter=json']);
  const { success, testResults } = report.parse(JSON.parse(json));
  if (!success) throw new Error(`npx vitest run ${TESTS.join(' ')} is red: mend that first`);
  const titles = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title }) => title));
  const passed = new Set(titles.flatMap((title) => /^T\d{3}/.exec(title) ?? []));
  return { passed: passed.size, ...readCoverage(readFileSync('docs/rfc9293-coverage.md', 'utf8')) };
}

/** The last column of the document's table says how a row stands. */
export function readCoverage(document: string) {
  const lines = [...document.matchAll(/^\| (T\d{3}) \|.*\| ([^|]+) \|$/gm)];
  const idsWhere = (form: RegExp) => lines.flatMap(([, id = '', mark = '']) => (form.test(mark) ? [id] : []));
  return { total: lines.length, otherwise: idsWhere(/^otherwise/), notModelled: idsWhere(/^not modelled/) };
}
