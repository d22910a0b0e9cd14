import 'server-only';

/** No clock that shows less is right: the book did not exist. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** When the client says that something was done; never later than the server heard of it. A clock that is plainly wrong does not count. */
export function clientTime(said: string, receivedAt: Date): Date {
  const at = new Date(said);
  const isPlausible = at.getTime() >= EARLIEST && at.getTime() <= receivedAt.getTime();
  return isPlausible ? at : receivedAt;
}
