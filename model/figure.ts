import type { Measure } from '../engine/simulation/measure';
import type { Scenario } from '../engine/simulation/scenario';
import type { Settings } from '../engine/simulation/settings';
import { TCP_STATES } from '../engine/tcp/state';
import { z } from './zod';

const ms = z.number().nonnegative().max(3_600_000);
const id = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9-]*$/)
  .max(40);
const profile = z.enum(['rfc793', 'rfc9293', 'linux']);

export const selector = z.strictObject({
  from: id,
  to: id,
  incarnation: z.number().int().positive().optional(),
  flags: z.string().max(20).optional(),
  relativeSeq: z.number().int().optional(),
  occurrence: z.number().int().positive().optional(),
});

const fault = z.discriminatedUnion('action', [
  z.strictObject({ match: selector, action: z.literal('drop') }),
  z.strictObject({ match: selector, action: z.literal('delay'), byMs: ms }),
  z.strictObject({ match: selector, action: z.literal('duplicate'), byMs: ms }),
]);

const time = { atMs: ms.optional(), afterMs: ms.optional() };
const port = z.number().int().min(1).max(65535);
const step = z.discriminatedUnion('call', [
  z.strictObject({ ...time, call: z.literal('listen'), port, reuseAddress: z.boolean().optional() }),
  z.strictObject({ ...time, call: z.literal('accept'), as: id }),
  z.strictObject({ ...time, call: z.literal('bind'), port, reuseAddress: z.boolean().optional() }),
  z.strictObject({ ...time, call: z.literal('connect'), host: id, port }),
  z.strictObject({ ...time, call: z.literal('send'), data: z.string().min(1).max(10_000) }),
  z.strictObject({ ...time, call: z.literal('receive'), octets: z.number().int().positive().optional() }),
  z.strictObject({ ...time, call: z.literal('receiveEnd') }),
  z.strictObject({ ...time, call: z.literal('shutdown') }),
  z.strictObject({ ...time, call: z.literal('close') }),
  z.strictObject({ ...time, call: z.literal('abort') }),
  z.strictObject({ ...time, call: z.literal('crash') }),
]);

const sysctls = z.strictObject({
  tcp_tw_reuse: z.number().int().min(0).max(2).optional(),
  tcp_tw_reuse_delay: ms.optional(),
  tcp_rfc1337: z.number().int().min(0).max(1).optional(),
  tcp_tw_recycle: z.number().int().min(0).max(1).optional(),
  tcp_max_tw_buckets: z.number().int().nonnegative().optional(),
  tcp_fin_timeout: z.number().int().positive().max(3600).optional(),
  ip_local_port_range: z.tuple([port, port]).optional(),
});

const uint32 = z.number().int().min(0).max(0xffffffff);

export const scenario: z.ZodType<Scenario> = z.strictObject({
  version: z.literal(1),
  name: z.string().max(80),
  profile,
  hosts: z
    .array(
      z.strictObject({
        id,
        role: z.enum(['client', 'server', 'peer']),
        address: z.string().max(40),
        profile: profile.optional(),
        isns: z.array(uint32).max(20).optional(),
        timestamps: z.boolean().optional(),
        timestampClockMs: ms.optional(),
        window: z.number().int().min(0).max(1_073_725_440).optional(),
        sysctls: sysctls.optional(),
      }),
    )
    .min(2)
    .max(4),
  sockets: z.array(z.strictObject({ id, host: id, lane: id, steps: z.array(step).max(100) })).max(40),
  link: z.strictObject({
    oneWayMs: ms,
    pairs: z.array(z.strictObject({ from: id, to: id, oneWayMs: ms })).optional(),
    loss: z.number().min(0).max(1).optional(),
    reorder: z.strictObject({ share: z.number().min(0).max(1), byMs: ms }).optional(),
  }),
  faults: z.array(fault).max(100),
  timers: z.strictObject({ mslMs: ms.nullable(), timeWaitMs: ms.nullable() }),
  seed: uint32,
  endMs: ms,
  originMs: ms,
});

export const settings: z.ZodType<Settings> = z.strictObject({
  roundTripMs: ms.optional(),
  mslMs: ms.optional(),
  timeWaitMs: ms.optional(),
  profile: profile.optional(),
  timestamps: z.boolean().optional(),
  faults: z.array(fault).optional(),
  startMs: z.record(id, ms).optional(),
  sysctls: z.record(id, sysctls).optional(),
});

const state = z.enum(TCP_STATES);
export const measure: z.ZodType<Measure> = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('state'), socket: id, atMs: ms }),
  z.strictObject({ measure: z.literal('timeInState'), socket: id, state }),
  z.strictObject({ measure: z.literal('leftBy'), socket: id, state }),
  z.strictObject({ measure: z.literal('answerTo'), segment: selector }),
  z.strictObject({ measure: z.literal('connectTime'), socket: id }),
  z.strictObject({ measure: z.literal('connectResult'), socket: id }),
  z.strictObject({ measure: z.literal('resetsSent'), host: id }),
  z.strictObject({ measure: z.literal('segmentsSent'), segment: selector }),
  z.strictObject({ measure: z.literal('oldOctets'), socket: id }),
  z.strictObject({ measure: z.literal('received'), socket: id }),
]);

const range = { minMs: ms, maxMs: ms, stepMs: ms };
export const knob = z.discriminatedUnion('knob', [
  z.strictObject({ knob: z.literal('roundTrip'), ...range }),
  z.strictObject({ knob: z.literal('msl'), ...range }),
  z.strictObject({ knob: z.literal('timeWait'), ...range }),
  z.strictObject({ knob: z.literal('start'), socket: id, ...range }),
  z.strictObject({ knob: z.literal('profile'), choices: z.array(profile).min(2) }),
  z.strictObject({ knob: z.literal('timestamps') }),
  /** A setting of one host's kernel. The first choice is what holds where neither the scenario nor the reader says anything. */
  z.strictObject({
    knob: z.literal('sysctl'),
    host: id,
    name: z.enum(['tcp_tw_reuse', 'tcp_rfc1337', 'tcp_max_tw_buckets', 'tcp_fin_timeout']),
    choices: z.array(z.number().int().nonnegative()).min(2),
  }),
  /** Toggles. Those whose fault stands in the scenario are on at first. */
  z.strictObject({ knob: z.literal('faults'), choices: z.array(z.strictObject({ id, fault })).min(1) }),
]);
export type Knob = z.infer<typeof knob>;

const value = z.union([z.string(), z.number(), z.null()]);

/** A sentence beside the picture: content/<locale>/figures.json says it, the run fills it in. */
export const verdict = z.strictObject({
  id,
  measure,
  /** The tone is `good` when the measure is one of these, else `otherwise`. */
  good: z.union([
    z.strictObject({ equals: value }),
    z.strictObject({ atMost: z.number() }),
    z.strictObject({ not: value }),
  ]),
  otherwise: z.enum(['bad', 'warn']),
  /** "Otherwise it would be …": the same measure under these settings. */
  compareWith: settings.optional(),
});
export type VerdictSpec = z.infer<typeof verdict>;

/** content/scenarios/<name>.json: one figure of the book, language-free. */
export const figure = z.strictObject({
  scenario,
  /** Figure of the source chapter that it brings to life. */
  sourceFigure: z.number().int().nullable(),
  views: z.array(z.enum(['time', 'states'])).min(1),
  /** Where the playhead stands at first, counted from the origin. */
  openAtMs: ms,
  knobs: z.array(knob),
  verdicts: z.array(verdict),
  /** What the chapters say of this figure; a test runs each. */
  claims: z.array(z.strictObject({ says: z.string(), settings: settings.optional(), measure, equals: value })),
});
export type Figure = z.infer<typeof figure>;
