/** The command was not asked as it can be. */
export class UsageError extends Error {}

export const USAGE = `npm run --silent explore -- QUESTION [BOUNDS]   tries every schedule within the bounds

QUESTION
  old-octets      can an octet of the old connection reach the new one over the same four-tuple?
  passive-end     can the side that closes second end other than by an ACK?

BOUNDS (times in milliseconds)
  --msl N             no segment arrives later than this after it was sent (1000)
  --time-wait N,…     how long TIME_WAIT lasts (two MSL); several are asked one after the other
  --one-way N         how long a segment travels that nothing happens to (1, at most 400)
  --tick N            late segments and copies arrive whole ticks after they were sent (500)
  --faults N          the most segments of a schedule that something happens to (2)
  --kinds K,…         what happens to them: loss, delay, duplicate (all)
  --sides S,…         to whose segments: client, which closes first, server (both)
  --segments N        only to the first so many of each side after the handshake (6)
  --isns worst|clock  numbers of the new connection (worst: the old octets fit exactly)
  --timestamps        both sides use RFC 7323 timestamps
  --profile P         rfc9293, rfc793 or linux (rfc9293)
  --octets N          how many octets the server sends before its FIN (old-octets 3, passive-end 0)
  --last-ack lost|arrives   whether the ACK that TIME_WAIT is counted from may be lost (old-octets: arrives, passive-end: lost)
  --resets obeyed|ignored   whether a reset ends TIME_WAIT (ignored, as with fix F1 of RFC 1337)

OUTPUT
  --verify            play a part of the schedules once more, each from zero, and compare
  --sample N          how many in a hundred that is (1)
  --seed N            which of them (1)
  --scenario FILE     write the last counterexample there, for npm run capture or the simulator
  --json              everything, for programs
  --force             begin even if it may take very long

Exit code 0: answered, whatever the answer; 1: --verify found a difference; 2: the question cannot be asked.`;
