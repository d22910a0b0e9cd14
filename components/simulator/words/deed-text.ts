import type { RunDiff } from '../model/compare-runs';
import type { Edit } from '../model/edits';
import type { FigureRun } from '../model/figure-run';
import type { Verdict } from '../model/verdicts';
import { verdictText } from '../parts/verdicts';
import type { Deed } from '../player/player-state';
import { formatDuration } from './durations';
import { selectorName } from './segment-name';
import type { Speech } from './speech';

interface Told {
  readonly deed: Deed;
  readonly run: FigureRun;
  readonly base: FigureRun;
  readonly diff: RunDiff | null;
  readonly edits: readonly Edit[];
  readonly verdicts: readonly Verdict[];
}

/** What is said aloud after the reader has changed the run: what was done, what finds nothing, what became of it. */
export function deedText({ deed, run, base, diff, edits, verdicts }: Told, speech: Speech): string {
  const segment = deed.match ? selectorName(deed.match, [run, base], speech) : '';
  const time = formatDuration(deed.byMs ?? 0, speech);
  const idle = edits
    .filter(({ status }) => status === 'unmatched')
    .map(({ fault }) => speech.plain('deeds.unmatched', { segment: selectorName(fault.match, [run, base], speech) }));
  const changed = verdicts
    .filter(({ before }) => before !== undefined)
    .map((verdict) => verdictText(verdict, speech).says);
  const said = [
    speech.plain(`deeds.${deed.did}`, { segment, time }),
    ...idle,
    diff ? diffText(diff, speech) : speech.plain('diff.same'),
    ...changed,
  ];
  return said.filter(Boolean).join(speech.locale === 'en' ? ' ' : '');
}

/** "Compared with the run before your changes: 2 segments are new, 1 is gone; 3 states differ." */
export function diffText({ counts }: RunDiff, speech: Speech): string {
  const parts = (['added', 'gone', 'changed', 'states'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => speech.plain(`diff.${what}`, { n: counts[what] }));
  return speech.plain('diff.summary', { what: parts.join(speech.plain('events.comma')) });
}
