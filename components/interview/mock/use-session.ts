import { useCallback, useEffect, useRef, useState } from 'react';
import { leftMs } from '@/model/mock-clock';
import { end, pause, resume, type Session } from './session';
import { storedSession, storeSession } from './stored';

/** How often the clock is kept beside what changes it: so much of it a crash may cost. */
const KEEP_EVERY_MS = 5_000;

/** The interview of this browser: read once, kept after every change, and now and then for the sake of its clock. */
export function useSession(): readonly [Session | null, (change: (before: Session | null) => Session | null) => void] {
  const [session, setSession] = useState(() => storedSession(Date.now()));
  const newest = useRef(session);
  const change = useCallback((next: (before: Session | null) => Session | null) => {
    newest.current = next(newest.current);
    if (newest.current) storeSession(newest.current, Date.now());
    setSession(newest.current);
  }, []);
  useEffect(() => {
    const keep = () => {
      if (newest.current && !newest.current.isEnded) storeSession(newest.current, Date.now());
    };
    const timer = setInterval(keep, KEEP_EVERY_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, []);
  return [session, change];
}

/** The moment, anew every second while the interview's clock is shown running. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}

export function isOver({ clock }: Session, now: number): boolean {
  return leftMs(clock, now) === 0;
}

/** What can be done to an interview at any moment, as changes of it. */
export const deeds = {
  pause: (session: Session | null) => session && pause(session, Date.now()),
  resume: (session: Session | null) => session && resume(session, Date.now()),
  end: (session: Session | null) => session && end(session, Date.now()),
  toggleClock: (session: Session | null) => session && { ...session, isClockHidden: !session.isClockHidden },
};
