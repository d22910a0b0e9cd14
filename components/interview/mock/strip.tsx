import { fill } from '@/components/client/fill';
import { extend, leftMs } from '@/model/mock-clock';
import { STRONG } from '@/model/mock-interview';
import type { Session } from './session';
import { timeText } from './time-text';
import { deeds } from './use-session';
import type { MockWords } from './words';

interface Props {
  session: Session;
  change: (next: (before: Session | null) => Session | null) => void;
  now: number;
  words: MockWords;
}

const MORE_MS = 5 * 60_000;

export function moreTime(session: Session | null): Session | null {
  const now = Date.now();
  return session && { ...session, clock: extend(session.clock, MORE_MS, now) };
}

/** Above the question: how many there were, and the clock with all that can be done to it. */
export function Strip({ session, change, now, words: { title, strip } }: Props) {
  const { turns, clock, isClockHidden, isPaused } = session;
  const left = leftMs(clock, now);
  const says = left === null ? strip.untimed : left === 0 ? strip.over : fill(strip.left, { time: timeText(left) });
  return (
    <div className="mock-strip">
      <p>
        {title} · <b>{fill(strip.at, { n: turns.length })}</b>
      </p>
      <div className="pips" aria-hidden="true">
        {turns.map((turn, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is known by its place alone
          <i key={place} className={turn.outcome === null ? 'c' : (turn.outcome.score ?? 0) >= STRONG ? 'd' : 'w'} />
        ))}
      </div>
      <div className="mock-clock">
        {isClockHidden ? null : (
          <b role="timer" aria-live="off">
            {says}
          </b>
        )}
        {left === null ? null : (
          <button type="button" className="btn quiet small" onClick={() => change(deeds.toggleClock)}>
            {isClockHidden ? strip.show : strip.hide}
          </button>
        )}
        {left === null ? null : (
          <button
            type="button"
            className="btn quiet small"
            onClick={() => change(isPaused ? deeds.resume : deeds.pause)}
          >
            {isPaused ? strip.resume : strip.pause}
          </button>
        )}
        {left === null ? null : (
          <button type="button" className="btn quiet small" onClick={() => change(moreTime)}>
            {strip.more}
          </button>
        )}
      </div>
    </div>
  );
}
