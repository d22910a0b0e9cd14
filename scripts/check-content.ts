// npm run check:content [-- --root <folder>]: whether the book in content/ is whole and equal in both languages.
import { parseArgs } from 'node:util';
import { checkContent } from './content-check/check-content';
import { formatProblem } from './content-check/problem';

const { values } = parseArgs({ options: { root: { type: 'string', default: process.cwd() } } });
const problems = checkContent(values.root);
for (const problem of problems) console.log(formatProblem(problem));

console.log(`content: ${problems.length} errors`);
process.exitCode = problems.length === 0 ? 0 : 1;
