// What a run needs beyond Stryker itself: the exemption, the sample, and results that outlive an interruption.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { mutantKey, sampleOf } from './sample.mjs';

const {
  MUTATION_TEST_FILES = '0',
  MUTATION_ROOT = '',
  MUTATION_FOLDER = '',
  MUTATION_SAMPLE = '',
  MUTATION_SEED = '',
  MUTATION_AGAIN = '',
} = process.env;
const RESULTS = `${MUTATION_FOLDER}/results.jsonl`;

/** `default: return assertNever(x)`: the compiler proves that no value gets there. */
function isAssertNeverArm(node) {
  if (node.type !== 'SwitchCase' || node.test !== null) return false;
  const [only] = node.consequent;
  const call = only?.type === 'ReturnStatement' ? only.argument : only?.expression;
  return call?.type === 'CallExpression' && call.callee.name === 'assertNever';
}

const ignorer = {
  shouldIgnore: ({ node }) =>
    isAssertNeverArm(node) ? 'The compiler proves that this arm is never reached.' : undefined,
};

/** Lets the mutants of the sample through, but for those whose fate an earlier run has found. Stryker counts the others as invalid. */
class SampleChecker {
  #chosen = new Set();

  async init() {}

  /** Stryker hands over all mutants at once. */
  async group(mutants) {
    if (this.#chosen.size > 0) throw new Error('the mutants came in two parts, so that no sample of all can be taken');
    const keys = mutants.map((mutant) => mutantKey(mutant, MUTATION_ROOT));
    const sample = sampleOf(keys, Number(MUTATION_SAMPLE), MUTATION_SEED);
    const known = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8').trim().split('\n').filter(Boolean) : [];
    // In order of time, so that the last word on a mutant stands.
    const fates = new Map(known.map((line) => JSON.parse(line)).map(({ key, status }) => [key, status]));
    const isDone = (fate) => fate !== undefined && (MUTATION_AGAIN === '' || fate === 'Killed' || fate === 'Timeout');
    const inSample = new Set(sample);
    const chosen = mutants.filter((mutant) => inSample.has(mutantKey(mutant, MUTATION_ROOT)));
    // What was found of mutants that a change of the sources has taken out of the sample counts no more.
    const plan = { mutants: keys.length, seed: MUTATION_SEED, sample: chosen.map(reportedKey) };
    writeFileSync(`${MUTATION_FOLDER}/plan.json`, JSON.stringify(plan));
    this.#chosen = new Set(chosen.filter((mutant) => !isDone(fates.get(reportedKey(mutant)))).map(({ id }) => id));
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const refused = { status: 'compileError', reason: 'not to be tested now' };
    return Object.fromEntries(mutants.map(({ id }) => [id, this.#chosen.has(id) ? { status: 'passed' } : refused]));
  }
}

/** Stryker counts lines and columns from 0 here, and from 1 where it reports. */
function reportedKey({ fileName, location: { start, end }, mutatorName, replacement }) {
  const one = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  return mutantKey(
    { fileName, location: { start: one(start), end: one(end) }, mutatorName, replacement },
    MUTATION_ROOT,
  );
}

/** A line for every mutant as soon as its fate is known. */
class LineReporter {
  /** Stryker does not notice a test file that cannot even be loaded in its copy of the project. */
  onDryRunCompleted({ result }) {
    const files = new Set(result.tests.map(({ fileName }) => fileName)).size;
    const missing = Number(MUTATION_TEST_FILES) - files;
    if (missing !== 0) throw new Error(`${missing} of ${MUTATION_TEST_FILES} test files ran no test`);
  }

  onMutantTested(mutant) {
    const { status, killedBy } = mutant;
    if (status === 'CompileError' || status === 'Ignored') return;
    appendFileSync(RESULTS, `${JSON.stringify({ key: mutantKey(mutant, MUTATION_ROOT), status, killedBy })}\n`);
  }
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'assert-never', ignorer),
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareClassPlugin(PluginKind.Reporter, 'lines', LineReporter),
];
