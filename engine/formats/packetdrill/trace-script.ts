import type { Timeline } from '../../simulation/timeline';
import { readScript } from './parse/parse-script';
import { Player } from './player';
import { Unsupported } from './problem';
import { ScriptRecorder } from './script-recorder';
import { STACKS, type StackName } from './stacks';
import type { Seen } from './tested-host';
import { type Verdict, verdictOf } from './verdict';

/** A script that was played, and what there is to see of it. */
export interface ScriptTrace {
  readonly verdict: Verdict;
  /** Every line that asks for something that is not modelled, as far as it has been read or played. */
  readonly unsupported: readonly { readonly line: number; readonly reason: string }[];
  /** The events that went as the script says, in order, and when. */
  readonly played: readonly { readonly line: number; readonly atMs: number }[];
  /** The run to its end, or to the first line that did not go as it says. Hosts: 'tested' and 'script'. Null: not one event could be read. */
  readonly timeline: Timeline | null;
  /** By segment: the line that put it on the wire or expected it, and how it looks there. */
  readonly packets: ReadonlyMap<number, Seen>;
}

/** As `runScript`, with all that happened; where a line cannot be read, with what happened before it. */
export function traceScript(
  text: string,
  stackName: StackName,
  readFile: (path: string) => string | null,
): ScriptTrace {
  const stack = STACKS[stackName];
  const unsupported: { line: number; reason: string }[] = [];
  const played: { line: number; atMs: number }[] = [];
  const made: { recorder?: ScriptRecorder; player?: Player } = {};
  const verdict = verdictOf(() => {
    const { script, problems } = readScript(text, new Set(stack.defines));
    for (const one of problems)
      if (one instanceof Unsupported) unsupported.push({ line: one.line, reason: one.message });
    const player = new Player(script, stack, readFile, (spec) => {
      made.recorder = new ScriptRecorder(spec);
      return made.recorder;
    });
    made.player = player;
    player.play(({ line }, atMs) => played.push({ line, atMs }));
    if (problems[0] !== undefined) throw problems[0];
  });
  if (verdict.outcome === 'skipped' && !unsupported.some(({ line }) => line === verdict.line)) {
    unsupported.push({ line: verdict.line, reason: verdict.reason });
  }
  const { recorder, player } = made;
  return {
    ...{ verdict, unsupported, played },
    timeline: recorder?.timelineAt(player?.nowMs ?? 0) ?? null,
    packets: recorder?.packets ?? new Map(),
  };
}
