import type { Cause } from '@/engine/simulation/timeline';

/** What stands beside the lifeline for a call or its return, as `strace` would print it; the same in every language. */
export function callText(cause: Cause): string | null {
  if (cause.type === 'call') return `${callName(cause.call)}()`;
  if (cause.type !== 'return') return null;
  switch (cause.call) {
    case 'connect':
      return cause.result === '0' ? 'connect() = 0' : cause.result;
    case 'accept':
      return 'accept()';
    case 'receiveEnd':
      return 'read() = 0';
    case 'receive':
      return `read() = ${Number.parseInt(cause.result, 10) || cause.result}`;
    default:
      return null;
  }
}

/** The name of a call in the sockets API. */
export function callName(call: string): string {
  switch (call) {
    case 'receive':
    case 'receiveEnd':
      return 'read';
    default:
      return call;
  }
}
