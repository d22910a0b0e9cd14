import 'server-only';
import type { Connection } from '@/engine/tcp/connection';
import { PROFILES, type Profile } from '@/engine/tcp/profile';
import { seqNumber } from '@/engine/tcp/sequence-number';
import { step } from '@/engine/tcp/step';
import { connectionIn } from './tcb';

export interface Course {
  /** Moments of the retransmissions, ms after the first transmission. */
  readonly sentMs: readonly number[];
  /** The interval that runs after each of them. */
  readonly rtoMs: readonly number[];
  /** When the connection is given up. */
  readonly givenUpMs: number;
}

/** A FIN that nothing answers, under RFC 9293 and RFC 6298, with so many retransmissions at most. */
export function unanswered(rtoMs: number, most: number): Course {
  const profile: Profile = {
    ...PROFILES.rfc9293,
    retransmission: {
      ...PROFILES.rfc9293.retransmission,
      retries: { ...PROFILES.rfc9293.retransmission.retries, orphan: most },
    },
  };
  let connection: Connection = connectionIn('LAST_ACK', {
    sndUna: 5000,
    sndNxt: 5001,
    rcvNxt: 1000,
    rcvWnd: 65_535,
    rtoMs,
    finOut: true,
  });
  const sentMs: number[] = [];
  const intervals: number[] = [];
  let nowMs = rtoMs;
  for (;;) {
    const context = {
      nowMs,
      profile,
      iss: seqNumber(1),
      origin: 1,
      capacity: 65_535,
      timestamps: false,
      hasListener: false,
    };
    const outcome = step(connection, { type: 'timer', timer: 'retransmission' }, context);
    connection = outcome.connection;
    const armed = outcome.effects.find((effect) => effect.type === 'arm' && effect.timer === 'retransmission');
    if (connection.state === 'CLOSED' || armed?.type !== 'arm') return { sentMs, rtoMs: intervals, givenUpMs: nowMs };
    sentMs.push(nowMs);
    intervals.push(armed.durationMs);
    nowMs += armed.durationMs;
  }
}
