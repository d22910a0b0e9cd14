import type { ProfileName } from '../tcp/profile';
import type { Ask, FaultKind, Question, Side } from './question';

/** One sentence about the bounds of an answer, as data: a language says it. In this order they tell everything that was assumed. */
export type Statement =
  | { readonly says: 'set-up'; readonly octets: number }
  | { readonly says: 'policy'; readonly profile: ProfileName; readonly timestamps: boolean }
  | { readonly says: 'waits'; readonly timeWaitMs: number; readonly mslMs: number }
  | { readonly says: 'travel'; readonly oneWayMs: number; readonly tickMs: number; readonly mslMs: number }
  | {
      readonly says: 'faults';
      readonly most: number;
      readonly kinds: readonly FaultKind[];
      readonly sides: readonly Side[];
      readonly segments: number;
    }
  /** Only the old connection's segments are struck; the new one opens the moment the four-tuple is free. */
  | { readonly says: 'reopening'; readonly isns: Question['isns'] }
  | { readonly says: 'last-ack'; readonly arrives: boolean }
  | { readonly says: 'resets'; readonly ignored: boolean };

/** The bounds of a question in words yet to be said. */
export function describe(question: Question): Statement[] {
  const { profile, mslMs, timeWaitMs, oneWayMs, tickMs, faults, kinds, sides, segments } = question;
  const { ask, isns, timestamps, octets, lastAckArrives, resetsIgnored } = question;
  return [
    { says: 'set-up', octets },
    { says: 'policy', profile, timestamps },
    { says: 'waits', timeWaitMs, mslMs },
    { says: 'travel', oneWayMs, tickMs, mslMs },
    { says: 'faults', most: faults, kinds, sides, segments },
    ...reopening(ask, isns),
    { says: 'last-ack', arrives: lastAckArrives },
    { says: 'resets', ignored: resetsIgnored },
  ];
}

function reopening(ask: Ask, isns: Question['isns']): Statement[] {
  return ask === 'old-octets' ? [{ says: 'reopening', isns }] : [];
}
