import type { Row } from '../rows';
import { CALLS } from './calls';
import { CHECKS } from './checks';
import { CLOSING } from './closing';
import { DETAILS } from './details';
import { FREEBSD } from './freebsd';
import { LINUX } from './linux';
import { OPENING } from './opening';
import { TIME_WAIT } from './time-wait';
import { USER_TIMEOUT } from './user-timeout';

export const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['opening', OPENING],
  ['the checks of a segment', CHECKS],
  ['text, FIN and the closing states', CLOSING],
  ['TIME_WAIT', TIME_WAIT],
  ['calls and time-outs', CALLS],
  ['the user timeout', USER_TIMEOUT],
  ['details', DETAILS],
  ['Linux', LINUX],
  ['FreeBSD', FREEBSD],
];

export const ALL_ROWS: readonly Row[] = TABLES.flatMap(([, rows]) => rows);
