import type { Statement } from '@/engine/explorer/describe';
import type { Answer, Counterexample } from '@/engine/explorer/explore';
import type { Question } from '@/engine/explorer/question';
import type { Fault } from '@/engine/simulation/scenario';
import { assertNever } from '@/engine/tcp/assert-never';

const count = new Intl.NumberFormat('en');

/** "Holds in all 298 schedules", or in how many it does not. */
export function sayVerdict({ question, holds, schedules, violations }: Answer): string {
  const [good, bad] = OUTCOMES[question.ask];
  const wait = `TIME_WAIT ${ms(question.timeWaitMs)}`;
  const all = schedules === 1 ? 'the only schedule' : `all ${count.format(schedules)} schedules`;
  if (holds) return `${wait}: holds in ${all}: ${good}.`;
  return `${wait}: fails in ${count.format(violations)} of ${count.format(schedules)} schedules: ${bad}.`;
}

const OUTCOMES = {
  'old-octets': [
    'no octet of the old connection reaches the new one',
    'an octet of the old connection reaches the new one',
  ],
  'passive-end': [
    'the side that closes second ends by an ACK, if it ends',
    'the side that closes second ends by a reset or gives up',
  ],
} as const;

/** The faults of a counterexample, and what comes of them. */
export function sayCounterexample(question: Question, { scenario, violatedMs, reopensMs }: Counterexample): string {
  const since = (atMs: number) => ms(atMs - scenario.originMs);
  const faults = scenario.faults.map((fault) => `  ${sayFault(fault)}`);
  const lines = [
    `  The smallest counterexample has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}:`,
    ...faults.map((line) => `  ${line}`),
    ...(reopensMs === null ? [] : [`  TIME_WAIT is over ${since(reopensMs)} after the first close.`]),
    question.ask === 'old-octets'
      ? `  The new connection reads old octets ${since(violatedMs)} after the first close.`
      : `  The server's connection is gone ${since(violatedMs)} after the first close, and not by an ACK.`,
  ];
  return lines.join('\n');
}

function sayFault({ match, ...fault }: Fault): string {
  const { from, flags, occurrence } = match;
  const which = `the ${from}'s ${flags ?? 'segment'}${occurrence === undefined ? '' : ` number ${occurrence}`}`;
  switch (fault.action) {
    case 'drop':
      return `${which} is lost`;
    case 'delay':
      return `${which} is ${ms(fault.byMs)} late`;
    case 'duplicate':
      return `${which} comes a second time ${ms(fault.byMs)} later`;
    default:
      return assertNever(fault);
  }
}

/** A statement about the bounds as an English sentence. */
export function sayStatement(statement: Statement): string {
  switch (statement.says) {
    case 'set-up':
      return `The client sends nothing and closes first. The server ${statement.octets === 0 ? '' : `sends ${statement.octets} octets and `}closes when it sees the client's FIN.`;
    case 'policy':
      return `Both follow ${POLICY[statement.profile]}, ${statement.timestamps ? 'with' : 'without'} timestamps.`;
    case 'waits':
      return `TIME_WAIT lasts ${ms(statement.timeWaitMs)}; MSL is ${ms(statement.mslMs)}.`;
    case 'travel':
      return `A segment arrives ${ms(statement.oneWayMs)} after it was sent; late ones and copies at a multiple of ${ms(statement.tickMs)}, never later than ${ms(statement.mslMs)}.`;
    case 'faults':
      return `At most ${statement.most} segments are struck, each once (${statement.kinds.join(', ')}), among the first ${statement.segments} of ${statement.sides.join(' and ')} after the handshake. All others arrive on time.`;
    case 'reopening':
      return `The client opens the same four-tuple again the moment it is free; nothing happens to segments of the new connection. Its initial sequence numbers are ${statement.isns === 'worst' ? 'the worst: the old octets are exactly what it expects next' : 'taken from the clock of RFC 9293 §3.4.1'}.`;
    case 'last-ack':
      return `The ACK that TIME_WAIT is counted from may be late ${statement.arrives ? 'but is not lost' : 'or lost'}.`;
    case 'resets':
      return `A reset ${statement.ignored ? 'does not end' : 'ends'} TIME_WAIT.`;
    default:
      return assertNever(statement);
  }
}

const POLICY = { rfc9293: 'RFC 9293', rfc793: 'RFC 793', linux: 'Linux' } as const;

function ms(value: number): string {
  return value >= 1000 ? `${count.format(value / 1000)} s` : `${value} ms`;
}
