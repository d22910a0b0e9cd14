import fc from 'fast-check';

/**
 * Properties are tried on the same cases in every run, so that a test that was green stays green on the same sources.
 * `FC_SEED=7 npx vitest run engine` tries others, `FC_SEED=random` new ones each time.
 */
const { FC_SEED = '168' } = process.env;
if (FC_SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(FC_SEED) });
