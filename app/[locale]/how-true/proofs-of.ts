import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import { rowsProof } from './rows-proof';
import { schedulesProof } from './schedules-proof';
import { tracesProof } from './traces-proof';
import type { TruthWords } from './truth-words';

/** What there is evidence for, in the order of the page. A part that was never run has no section. */
export function proofsOf({ rows, traces, schedules }: Evidence, words: TruthWords): Proof[] {
  return [
    rowsProof(rows, words),
    tracesProof(traces, words),
    ...(schedules === undefined ? [] : [schedulesProof(schedules, words)]),
  ];
}
