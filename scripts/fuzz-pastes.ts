/** npm run fuzz:pastes [-- --count 100000 --seed 1]: spoilt outputs of servers, none of which may stop or throw. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz-pastes/fuzz';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const started = Date.now();
const faults = fuzz(Number(values.count), Number(values.seed));
for (const fault of faults) console.log(fault);
console.log(
  `${values.count} spoilt pastes in ${((Date.now() - started) / 1000).toFixed(1)} s: ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
