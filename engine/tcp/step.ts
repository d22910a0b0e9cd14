import { segmentArrives } from './arrival/arrives';
import { assertNever } from './assert-never';
import { userCall } from './calls';
import type { Connection } from './connection';
import type { RuleId } from './rules';
import { timeout } from './timeouts';
import { type Context, type Effect, type Input, type Reception, Turn } from './turn';
import { followUserTimeout } from './user-timeout';

export interface Outcome {
  readonly connection: Connection;
  /** In the order in which they are to be done. */
  readonly effects: readonly Effect[];
  /** Every rule met, in order. */
  readonly trace: readonly RuleId[];
  /** What became of the segment, where one arrived. */
  readonly reception: Reception;
}

/**
 * One event happens to one connection. Pure and total: the connection that goes in stays as it is, every input has an outcome
 * in every state, and nothing that the network can send makes it throw.
 */
export function step(connection: Connection, input: Input, context: Context): Outcome {
  const turn = new Turn(context);
  const next = dispatch(connection, input, turn);
  followUserTimeout(connection, next, turn);
  return { connection: next, effects: turn.effects, trace: turn.trace, reception: turn.reception };
}

function dispatch(connection: Connection, input: Input, turn: Turn): Connection {
  switch (input.type) {
    case 'segment':
      return segmentArrives(connection, input.segment, turn);
    case 'call':
      return userCall(connection, input.call, turn);
    case 'timer':
      return timeout(connection, input.timer, turn);
    default:
      return assertNever(input);
  }
}
