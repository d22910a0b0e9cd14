import { parseArgs } from 'node:util';
import { type Problem, problemOf } from '@/engine/explorer/check-question';
import { type Ask, type FaultKind, type Question, questionOf, type Side } from '@/engine/explorer/question';
import type { ProfileName } from '@/engine/tcp/profile';
import { UsageError } from './usage';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  ...{ msl: text, 'time-wait': text, 'one-way': text, tick: text, faults: text, segments: text, octets: text },
  ...{ kinds: text, sides: text, isns: text, profile: text, 'last-ack': text, resets: text, timestamps: flag },
  ...{ verify: flag, sample: text, seed: text, scenario: text, json: flag, force: flag, help: flag },
} as const;

const ASKS: readonly Ask[] = ['old-octets', 'passive-end'];
const KINDS: readonly FaultKind[] = ['loss', 'delay', 'duplicate'];
const SIDES: readonly Side[] = ['client', 'server'];
const PROFILES: readonly ProfileName[] = ['rfc9293', 'rfc793', 'linux'];

/** What the command line asks for. */
export interface Command {
  /** One for each TIME_WAIT. */
  readonly questions: readonly Question[];
  readonly verify: { readonly part: number; readonly seed: number } | null;
  readonly scenarioFile: string | null;
  readonly json: boolean;
  readonly force: boolean;
}

/** Null where help is wanted. @throws UsageError in one sentence. */
export function readCommand(args: readonly string[]): Command | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [first, ...others] = positionals;
  if (first === undefined) throw new UsageError(`a question is missing: ${ASKS.join(' or ')}`);
  if (others.length > 0) throw new UsageError(`one question at a time, not also ${others.join(' ')}`);
  const ask = oneOf('the question', first, ASKS);
  const given = {
    ...defined('mslMs', number('--msl', values.msl)),
    ...defined('oneWayMs', number('--one-way', values['one-way'])),
    ...defined('tickMs', number('--tick', values.tick)),
    ...defined('faults', number('--faults', values.faults)),
    ...defined('segments', number('--segments', values.segments)),
    ...defined('octets', number('--octets', values.octets)),
    ...defined('kinds', listOf('--kinds', values.kinds, KINDS)),
    ...defined('sides', listOf('--sides', values.sides, SIDES)),
    ...defined('isns', values.isns && oneOf('--isns', values.isns, ['worst', 'clock'] as const)),
    ...defined('profile', values.profile && oneOf('--profile', values.profile, PROFILES)),
    ...defined('lastAckArrives', isFirst('--last-ack', values['last-ack'], ['arrives', 'lost'])),
    ...defined('resetsIgnored', isFirst('--resets', values.resets, ['ignored', 'obeyed'])),
    ...defined('timestamps', values.timestamps),
  };
  const waits = values['time-wait']?.split(',').map((one) => number('--time-wait', one)) ?? [undefined];
  const questions = waits.map((timeWaitMs) => questionOf(ask, { ...given, ...defined('timeWaitMs', timeWaitMs) }));
  for (const question of questions) refuse(problemOf(question));
  return {
    questions,
    verify: values.verify === true ? sampleOf(values.sample, values.seed) : null,
    scenarioFile: values.scenario ?? null,
    json: values.json ?? false,
    force: values.force ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function defined<K extends string, V>(key: K, value: V | undefined | ''): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V });
}

function number(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new UsageError(`${name} must be a number, not '${value}'`);
  return Number(value);
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${name} is '${value}', and can be ${known.join(' or ')}`);
  return found;
}

function listOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T[] | undefined {
  return value === undefined ? undefined : [...new Set(value.split(',').map((one) => oneOf(name, one, known)))];
}

function isFirst(
  name: string,
  value: string | undefined,
  known: readonly [yes: string, no: string],
): boolean | undefined {
  return value === undefined ? undefined : oneOf(name, value, known) === known[0];
}

function sampleOf(sample: string | undefined, seed: string | undefined) {
  const percent = number('--sample', sample) ?? 1;
  if (percent <= 0 || percent > 100) throw new UsageError('--sample must be more than 0 and at most 100');
  return { part: percent / 100, seed: number('--seed', seed) ?? 1 };
}

const FLAGS: Partial<Record<keyof Question, string>> = {
  ...{ mslMs: '--msl', timeWaitMs: '--time-wait', oneWayMs: '--one-way', tickMs: '--tick', faults: '--faults' },
  ...{ segments: '--segments', octets: '--octets', kinds: '--kinds', sides: '--sides' },
};

function refuse(problem: Problem | null): void {
  if (problem === null) return;
  const { bound, must, limit } = problem;
  const name = (key: keyof Question | number) => (typeof key === 'number' ? key : (FLAGS[key] ?? key));
  const says = must === 'whole' ? 'a whole number' : must === 'named' ? 'given' : `${must} ${name(limit)}`;
  throw new UsageError(`${name(bound)} must be ${says}`);
}
