import type { Calls, Outcome } from './calls';
import { Mismatch } from './problem';
import type { ScriptCall } from './script';
import type { ScriptSocket, Sockets } from './sockets';
import { numberOf, print } from './value';

/** A call from its beginning to its end, and whether it came to what the script says. */
export class PendingCall {
  /** The socket it was made on, or made. */
  socket: ScriptSocket | null = null;
  private hasBegun = false;

  constructor(
    private readonly calls: Calls,
    private readonly sockets: Sockets,
    readonly call: ScriptCall,
    readonly line: number,
    private readonly sinceMs: number,
  ) {
    const descriptor = call.args[0];
    if (call.name !== 'socket') this.socket = sockets.at(numberOf(descriptor, line), line);
  }

  /** Whether it has ended. */
  poll(): boolean {
    const outcome = this.calls.make(this.call, this.line, this.hasBegun ? this.sinceMs : null);
    this.hasBegun = true;
    if (outcome === null) return false;
    this.check(outcome);
    return true;
  }

  private check(outcome: NonNullable<Outcome>): void {
    const { name, result, errno } = this.call;
    if ('errno' in outcome) {
      if (errno !== null && sameErrno(errno, outcome.errno)) return;
      throw new Mismatch(
        this.line,
        `${name}() fails with ${outcome.errno}, expected ${print(result)} ${errno ?? ''}`.trim(),
      );
    }
    if (errno !== null)
      throw new Mismatch(this.line, `${name}() = ${outcome.value}, expected ${print(result)} ${errno}`);
    if (outcome.made !== undefined) {
      const descriptor = numberOf(result, this.line);
      if (descriptor < 0) throw new Mismatch(this.line, `${name}() succeeds, expected ${print(result)}`);
      this.sockets.adopt(descriptor, outcome.made);
      if (name === 'socket') this.socket = outcome.made;
      return;
    }
    if (result.kind === 'any') return;
    if (numberOf(result, this.line) !== outcome.value) {
      throw new Mismatch(this.line, `${name}() = ${outcome.value}, expected ${print(result)}`);
    }
  }
}

/** One number, two names. */
function sameErrno(one: string, other: string): boolean {
  const again = (name: string) => (name === 'EWOULDBLOCK' ? 'EAGAIN' : name);
  return again(one) === again(other);
}
