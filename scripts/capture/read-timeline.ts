import { readFileSync, statSync } from 'node:fs';
import type { CaptureTimeline } from '@/engine/formats/capture/infer/capture-timeline';
import { inferTimeline } from '@/engine/formats/capture/infer/infer-timeline';
import { MAX_FILE_OCTETS } from '@/engine/formats/capture/limits';
import type { Capture } from '@/engine/formats/capture/packet';
import { readCapture } from '@/engine/formats/capture/read/read-capture';

export interface Told {
  readonly file: string;
  readonly capture: Capture;
  readonly timeline: CaptureTimeline;
}

/** @throws Error whose message names the file and says what is wrong with it; a file too large for the reader is not even loaded. */
export function readTimeline(file: string, at: readonly string[]): Told {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) throw new Error(`${file}: no such file`);
  if (!status.isFile()) throw new Error(`${file}: no regular file`);
  if (status.size > MAX_FILE_OCTETS) {
    const advice = 'Keep a part of it: editcap -r FILE PART 1-100000.';
    throw new Error(`${file}: ${status.size} octets, ${MAX_FILE_OCTETS} are the limit. ${advice}`);
  }
  try {
    const capture = readCapture(readFileSync(file));
    return { file, capture, timeline: inferTimeline(capture, { at }) };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
