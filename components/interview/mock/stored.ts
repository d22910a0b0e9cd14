import { readLocal, removeLocal, writeLocal } from '@/components/client/local';
import { MOCK_KEY } from '@/components/client/mock-key';
import { goOn, stop } from '@/model/mock-clock';
import type { Session } from './session';

/** Keeps the interview here, with a clock that stands: time while the page is shut is nobody's. */
export function storeSession(session: Session, now: number): void {
  writeLocal(MOCK_KEY, JSON.stringify({ ...session, clock: stop(session.clock, now) }));
}

/** The interview as it was left; null where there is none. The clock goes on where it went. */
export function storedSession(now: number): Session | null {
  const found = parse(readLocal(MOCK_KEY));
  if (found === null || found.isEnded || found.isPaused) return found;
  return { ...found, clock: goOn(found.clock, now) };
}

export function forgetSession(): void {
  removeLocal(MOCK_KEY);
}

/** Storage is a border: what has not the shape of an interview is not one. */
function parse(text: string | null): Session | null {
  try {
    const session: Session = JSON.parse(text ?? '');
    const whole = session.version === 1 && Array.isArray(session.turns) && session.turns.length === session.said.length;
    return whole && typeof session.clock.ranMs === 'number' ? session : null;
  } catch {
    return null;
  }
}
