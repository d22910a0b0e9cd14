// npm run check:content [-- --root <folder>]: whether the book in content/ is whole and equal in both languages.
import { parseArgs } from 'node:util';
import { checkContent } from './content-check/check-content';
import { formatProblem } from './content-check/problem';

const { values } = parseArgs({ options: { root: { type: 'string', default: process.cwd() } } });
const problems = checkContent(values.root);
for (const problem of problems) console.log(formatProblem(problem));

const errors = problems.filter((problem) => problem.severity === 'error').length;
console.log(`content: ${errors} errors, ${problems.length - errors} warnings`);
process.exitCode = errors === 0 ? 0 : 1;
