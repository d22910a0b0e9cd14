import { z } from 'zod';

const host = z.enum(['A', 'B']);
const direction = z.enum(['A>B', 'B>A']);
const expression = z.union([z.number(), z.string(), z.null()]);

const step = z.looseObject({ host, sock: z.string(), t: z.number().nullable(), call: z.string() });

const match = z.object({
  dir: direction,
  flags: z.string().optional(),
  has: z.string().optional(),
  not: z.string().optional(),
  data: z.boolean().optional(),
  inc: z.number().optional(),
  srcPort: z.number().optional(),
  dstPort: z.number().optional(),
  nth: z.union([z.literal('all'), z.array(z.number())]).optional(),
});

const fault = z.object({
  match,
  action: z.enum(['drop', 'hold', 'dup']),
  at: z.number().optional(),
  delay: z.number().optional(),
});

const injection = z.object({
  at: z.number(),
  dir: direction,
  flags: z.string(),
  srcPort: z.number(),
  dstPort: z.number(),
  seq: expression.default(0),
  ack: expression.default(null),
  payload: z.string().default(''),
  tsval: expression.default(null),
  tsecr: expression.default(null),
  win: z.number().default(502),
});

const sysctls = z.record(z.string(), z.coerce.string());

const packet = z.object({
  t: z.number(),
  dir: direction,
  srcPort: z.number(),
  dstPort: z.number(),
  flags: z.string(),
  seq: z.number().nullable(),
  ack: z.number().nullable(),
  len: z.number(),
  inc: z.number().default(0),
  fate: z.string(),
  deliveredAt: z.number().nullish(),
});

const state = z.object({
  t: z.number(),
  host,
  lport: z.number(),
  rport: z.number(),
  state: z.string(),
  timewaitSock: z.boolean().optional(),
});

const call = z.object({
  t: z.number(),
  host,
  sock: z.string(),
  call: z.string(),
  args: z.record(z.string(), z.unknown()).default({}),
  result: z.unknown().optional(),
  errno: z.string().optional(),
  tEnd: z.number().optional(),
});

const events = { packets: z.array(packet), states: z.array(state), calls: z.array(call) };

/** The half of a trace that a prediction may see. */
export const scriptFile = z.object({
  name: z.string().default('script'),
  sysctls: z.object({ A: sysctls.default({}), B: sysctls.default({}) }).default({ A: {}, B: {} }),
  script: z.object({
    net: z.object({ delayMs: z.number() }),
    sysctl: z.object({ A: sysctls.default({}), B: sysctls.default({}) }).optional(),
    steps: z.array(step),
    faults: z.array(fault).default([]),
    inject: z.array(injection).default([]),
    endMs: z.number(),
  }),
});

/** What a real kernel did when it was played. */
export const recordFile = z.object({
  ...events,
  stable: z.object({ stable: z.boolean() }).default({ stable: true }),
  run2: z
    .object({ packets: events.packets.optional(), states: events.states.optional(), calls: events.calls.optional() })
    .default({}),
});

export type RecordFile = z.infer<typeof recordFile>;
export type Recorded = Pick<RecordFile, 'packets' | 'states' | 'calls'>;
