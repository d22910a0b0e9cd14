import type { SegmentSelector } from '../engine/simulation/scenario';
import type { Settings } from '../engine/simulation/settings';
import { selector, settings } from './figure';
import { z } from './zod';

/** A run as an address holds it, behind the name of its scenario. */
export interface SharedRun {
  readonly settings: Settings;
  /** The playhead, in milliseconds from the scenario's origin. */
  readonly atMs: number;
  readonly view: 'time' | 'states';
  readonly picked?: SegmentSelector;
  /** The engine that played it when the address was written. */
  readonly engineVersion: string;
  /** What came out then: `digestOf` its timeline. */
  readonly digest: string;
}

const MOST_FAULTS = 100;

export const sharedRun: z.ZodType<SharedRun> = z
  .strictObject({
    settings,
    // No figure lies further from its origin than a run may last.
    atMs: z.number().min(-3_600_000).max(3_600_000),
    view: z.enum(['time', 'states']),
    picked: selector.optional(),
    engineVersion: z.string().regex(/^\d{1,4}(\.\d{1,4}){2}$/),
    digest: z.string().regex(/^[0-9a-f]{8}$/),
  })
  .refine((run) => (run.settings.faults ?? []).length <= MOST_FAULTS);
