import { z } from 'zod';

const count = z.number().int().nonnegative();
const rowId = z.string().regex(/^T\d{3}$/);

/** When a part was last run, and on which version of the engine. */
const run = {
  on: z.iso.date(),
  engine: z.string().regex(/^\d+\.\d+\.\d+$/),
};

/** The rows of RFC 9293 §3.10 that tests play, by the numbers of fixtures/transitions/rows.json. */
const rows = z.strictObject({
  ...run,
  total: count,
  passed: count,
  /** Passed, but what the tests expect is not what the row says. */
  otherwise: z.array(rowId),
  notModelled: z.array(rowId),
});

/** The rules of the engine, each reached by a test; some are named by a row. */
const rules = z.strictObject({ ...run, total: count, inRows: count });

/** The recordings of a real kernel. */
const traces = z.strictObject({
  ...run,
  total: count,
  differing: z.array(z.strictObject({ name: z.string(), difference: z.string() })),
});

/** Every schedule within bounds, by `npm run explore`. */
const schedules = z.strictObject({
  ...run,
  searches: z.array(
    z.strictObject({
      /** What stood on the command line. */
      asked: z.string(),
      answers: z.array(
        z.strictObject({
          mslMs: count,
          oneWayMs: count,
          timeWaitMs: count,
          tickMs: count,
          faults: count,
          /** The first so many of each side may be struck. */
          segments: count,
          lastAckArrives: z.boolean(),
          schedules: count,
          /** In so many an old octet reached the new connection. */
          violations: count,
          /** Played a second time, each from zero. */
          replayed: count,
        }),
      ),
    }),
  ),
});

/** The public packetdrill suites, by `npm run packetdrill`; all scripts of a folder but those for IPv6. */
const packetdrill = z.strictObject({
  ...run,
  folders: z.array(
    z.strictObject({
      /** Its repository: owner/name. */
      suite: z.string(),
      folder: z.string(),
      profile: z.string(),
      scripts: count,
      passed: count,
      failed: count,
      skipped: count,
    }),
  ),
});

/** Branches of the engine that its own tests take, by `npm run coverage`. */
const coverage = z.strictObject({ ...run, taken: count, total: count });

/** Mistakes planted in engine/tcp, by `npm run mutate`: how many there can be, were tried, and were found by a test. */
const mutation = z.strictObject({ ...run, mutants: count, seed: z.string(), tested: count, killed: count });

/** content/evidence.json: what the checks said when `npm run evidence` last ran them. A part that was never run is absent. */
export const evidence = z.strictObject({
  rows,
  rules,
  traces,
  schedules: schedules.optional(),
  packetdrill: packetdrill.optional(),
  coverage: coverage.optional(),
  mutation: mutation.optional(),
});
export type Evidence = z.infer<typeof evidence>;
