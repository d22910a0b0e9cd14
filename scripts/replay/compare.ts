import { compareCalls } from './compare-calls';
import { comparePackets } from './compare-packets';
import { compareStates } from './compare-states';
import { matchPorts } from './match-ports';
import { predictFile } from './predict-file';
import { type Recorded, recordFile, scriptFile } from './trace-file';

/** The first difference between what the profile predicts for a trace and what the kernel did, or null. */
export function replay(json: unknown): string | null {
  const { script, sysctls } = scriptFile.parse(json);
  const record = recordFile.parse(json);
  const predicted: Recorded = recordFile.parse(predictFile(json));
  const first = compareRuns(predicted, record, script.endMs, sysctls);
  const { packets, states, calls } = record.run2;
  if (first === null || record.stable.stable || packets === undefined) return first;
  const second = { packets, states: states ?? record.states, calls: calls ?? record.calls };
  // Where a race decided, either run will do.
  return compareRuns(predicted, second, script.endMs, sysctls) === null ? null : first;
}

function compareRuns(
  predicted: Recorded,
  actual: Recorded,
  endMs: number,
  sysctls: Readonly<Record<'A' | 'B', Readonly<Record<string, string>>>>,
): string | null {
  const ports = matchPorts(predicted, actual, sysctls);
  if (typeof ports === 'string') return ports;
  const { difference, pairs } = comparePackets(ports.predicted, actual, endMs);
  return difference ?? compareStates(ports.predicted, actual, pairs, endMs) ?? compareCalls(ports.predicted, actual);
}
