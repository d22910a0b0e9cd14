import type { StackName } from '@/engine/formats/packetdrill/stacks';
import type { ScriptTrace } from '@/engine/formats/packetdrill/trace-script';

/** What the page asks of the worker. */
export interface ToPlay {
  readonly text: string;
  readonly stack: StackName;
  /** Files that the script runs, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/** What it answers. */
export type Played = ScriptTrace;
