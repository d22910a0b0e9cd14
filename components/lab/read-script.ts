import type { LabProblem } from '@/engine/formats/lab/lab-problem';
import { parseLabScript } from '@/engine/formats/lab/parse-lab-script';
import { run } from '@/engine/simulation/run';
import type { Figure } from '@/model/figure';
import { labFigure } from './lab-figure';

export type ReadScript =
  | { readonly ok: true; readonly figure: Figure; readonly title: string | null }
  | { readonly ok: false; readonly problems: readonly LabProblem[] };

/** More than this in one picture, and neither a person nor a phone can follow. */
const MOST_SEGMENTS = 400;

/** A script as a figure to play, or what is wrong with it and where. */
export function readScript(text: string): ReadScript {
  const parsed = parseLabScript(text);
  if (!parsed.ok) return parsed;
  const { segments, endedBy } = run(parsed.scenario);
  if (segments.length > MOST_SEGMENTS || endedBy === 'limit') {
    const values = { segments: segments.length, most: MOST_SEGMENTS };
    return { ok: false, problems: [{ line: 1, key: 'tooMuchHappens', values }] };
  }
  return { ok: true, figure: labFigure(parsed.scenario), title: parsed.title };
}
