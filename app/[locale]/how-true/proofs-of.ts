import type { Evidence } from '@/model/evidence';
import { packetdrillProof } from './packetdrill-proof';
import type { Proof } from './proof';
import { rowsProof } from './rows-proof';
import { schedulesProof } from './schedules-proof';
import { coverageProof, mutationProof } from './tests-proofs';
import { tracesProof } from './traces-proof';
import type { TruthWords } from './truth-words';

/** What there is evidence for, in the order of the page. A part that was never run has no section. */
export function proofsOf(evidence: Evidence, words: TruthWords): Proof[] {
  const { rows, traces, packetdrill, schedules, coverage, mutation } = evidence;
  return [
    rowsProof(rows, words),
    tracesProof(traces, words),
    packetdrill && packetdrillProof(packetdrill, words),
    schedules && schedulesProof(schedules, words),
    coverage && coverageProof(coverage, words),
    mutation && mutationProof(mutation, words),
  ].filter((proof) => proof !== undefined);
}
