import { diagnose } from '@/diagnosis/diagnose';
import { chanceOf, mutate } from './mutate';
import { SERVER_OUTPUTS } from './server-outputs';

/** A paste of a few dozen lines takes well under a millisecond; this is a hang. */
const HANG_MS = 1000;

/** What went wrong with so many spoilt pastes: each with the seed that makes it again. */
export function fuzz(count: number, firstSeed: number): string[] {
  const texts = [...SERVER_OUTPUTS.values()];
  const faults: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const text = mutate(texts, chanceOf(seed));
    const started = performance.now();
    try {
      faults.push(...faultsOf(text).map((fault) => `seed ${seed}: ${fault}`));
    } catch (error) {
      faults.push(`seed ${seed}: ${String(error)}`);
    }
    if (performance.now() - started > HANG_MS) faults.push(`seed ${seed}: took more than ${HANG_MS} ms`);
  }
  return faults;
}

function faultsOf(text: string): string[] {
  const { facts, findings, lines, repeated, otherSockets, unreadCount } = diagnose(text);
  const told = facts.sockets + repeated + otherSockets + unreadCount;
  const numbers = [...findings.flatMap(({ values }) => Object.values(values)), ...Object.values(facts.timeWait)];
  const byState = Object.values(facts.states).reduce((sum, count) => sum + count, 0);
  return [
    ...(told > lines ? [`${told} things were told by ${lines} lines`] : []),
    ...(byState !== facts.sockets ? [`${byState} sockets by state, ${facts.sockets} in all`] : []),
    ...(numbers.some((value) => typeof value === 'number' && !Number.isFinite(value)) ? ['a value is no number'] : []),
    ...(facts.families.some(({ share }) => !(share >= 0 && share <= 1)) ? ['a share is beyond the whole'] : []),
  ];
}
