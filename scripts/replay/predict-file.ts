import { predict } from '@/engine/formats/kernel-trace/predict';
import type { Prediction } from '@/engine/formats/kernel-trace/script';
import { scriptFile } from './trace-file';

/** The prediction for a trace's script and sysctls; nothing else of the file is looked at. */
export function predictFile(json: unknown): Prediction {
  const { script, sysctls } = scriptFile.parse(json);
  const own = script.sysctl ?? { A: {}, B: {} };
  return predict({ script, sysctls: { A: { ...sysctls.A, ...own.A }, B: { ...sysctls.B, ...own.B } } });
}
