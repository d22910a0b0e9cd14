import { faceOf, generate } from '@/server/generating/generate';
import type { Kind } from '@/server/generating/kind';
import { SOLVERS } from '../second-path/solvers';
import { checkItem } from './check-item';

export interface KindReport {
  readonly kind: string;
  readonly seeds: number;
  /** Different items among them. */
  readonly distinct: number;
  /** How often each answer was the right one, where there are options. */
  readonly answers: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const FAULTS_TOLD = 5;

/** Makes the items of so many seeds and holds each against all that an item must be. */
export function checkKind(kind: Kind, seeds: number): KindReport {
  const solve = SOLVERS[kind.id];
  const faces = new Set<string>();
  const answers: Record<string, number> = {};
  const faults = solve ? [] : ['no second path knows this kind'];
  for (let seed = 0; seed < seeds && solve && faults.length < FAULTS_TOLD; seed++) {
    try {
      const item = generate(kind, seed);
      faces.add(faceOf(item));
      const { file, key } = item.question;
      const right = file.kind === 'one' && key.kind === 'one' ? file.options.find(({ id }) => id === key.option) : null;
      if (right) answers[right.text.en] = (answers[right.text.en] ?? 0) + 1;
      faults.push(...checkItem(item, solve).map((fault) => `seed ${seed}: ${fault}`));
      if (seed % 100 === 0 && JSON.stringify(generate(kind, seed).question) !== JSON.stringify(item.question)) {
        faults.push(`seed ${seed}: made twice, it is not the same`);
      }
    } catch (error) {
      faults.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { kind: kind.id, seeds, distinct: faces.size, answers, faults };
}
