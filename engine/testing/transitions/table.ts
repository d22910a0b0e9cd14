import { readFileSync } from 'node:fs';
import { PROFILES, type Profile } from '../../tcp/profile';
import type { RuleId } from '../../tcp/rules';
import type { TcpState } from '../../tcp/state';
import { CALL_PLAYS } from './calls';
import { OPENING_PLAYS } from './opening';
import type { PlayTable } from './play';
import { SYNCHRONIZED_PLAYS } from './synchronized';
import { TIME_WAIT_PLAYS } from './time-wait';
import { TIMEOUT_PLAYS } from './timeouts';

/** One row of fixtures/transitions/rows.json: in this state, on this event, under this condition. */
export interface TransitionRow {
  readonly id: string;
  readonly state: string;
  readonly event: string;
  readonly condition: string;
  readonly next: string;
  /** The form of what is sent, e.g. '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>'; null = nothing. */
  readonly sends: string | null;
  readonly ref: string;
  readonly profile: RowProfile;
  readonly note: string;
}

/** Whose behaviour a row describes. */
export type RowProfile = 'rfc9293' | 'rfc5961' | 'rfc793' | 'rfc6191' | 'rfc1337' | 'linux';

/** The later documents are held against a stack of 1981 that has learnt that one thing only. */
export const ROW_PROFILES: Readonly<Record<RowProfile, Profile>> = {
  rfc9293: PROFILES.rfc9293,
  rfc793: PROFILES.rfc793,
  linux: PROFILES.linux,
  rfc5961: {
    ...PROFILES.rfc793,
    synOnConnection: 'challenge',
    inexactReset: 'challenge',
    ancientAck: 'challenge',
    challengeIntervalMs: 500,
  },
  rfc6191: {
    ...PROFILES.rfc793,
    timeWait: { ...PROFILES.rfc793.timeWait, reopenBySequence: true, reopenByTimestamp: true },
  },
  rfc1337: { ...PROFILES.rfc793, timeWait: { ...PROFILES.rfc793.timeWait, resetEnds: false } },
};

export const PLAY_TABLES: readonly PlayTable[] = [
  CALL_PLAYS,
  OPENING_PLAYS,
  SYNCHRONIZED_PLAYS,
  TIME_WAIT_PLAYS,
  TIMEOUT_PLAYS,
];

/** Played by `runs.ts`: only a host knows which connection a call or a segment belongs to. */
export const ROWS_OF_HOSTS: readonly string[] = ['T142', 'T220'];

export function readRows(): TransitionRow[] {
  return JSON.parse(read('rows.json'));
}

/** The rules by which the engine does what a row says. */
export function readRowRules(): Readonly<Record<string, readonly RuleId[]>> {
  return JSON.parse(read('rules.json'));
}

function read(file: string): string {
  return readFileSync(new URL(`../../../fixtures/transitions/${file}`, import.meta.url), 'utf8');
}

/** The table spells states with a hyphen, as the RFC does. */
export function stateOf(name: string): TcpState {
  return name.replaceAll('-', '_') as TcpState;
}

/** By what the play tables know a row. */
export function keyOf({ event, condition }: TransitionRow): string {
  return `${event} ${condition}`.trim();
}
