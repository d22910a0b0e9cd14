import type { Entry, Timeline } from '@/engine/simulation/timeline';

/** Longer data is only counted. */
const LONGEST_DATA = 8;

/** What stands beside the lifeline for a call or its return, as `strace` would print it; the same in every language. */
export function callText({ cause, deliveries }: Entry, timeline: Timeline): string | null {
  if (cause.type === 'call') return `${callName(cause.call)}(${cause.call === 'send' ? quote(cause.argument) : ''})`;
  if (cause.type !== 'return') return null;
  switch (cause.call) {
    case 'connect':
      return cause.result === '0' ? 'connect() = 0' : cause.result;
    case 'accept':
      return 'accept()';
    case 'receive':
    case 'receiveEnd': {
      const text = deliveries.map((id) => timeline.deliveries[id]?.text ?? '').join('');
      return `read() = ${text === '' ? Number.parseInt(cause.result, 10) || cause.result : quote(text)}`;
    }
    default:
      return null;
  }
}

function quote(data: string | null): string {
  return data === null || data.length > LONGEST_DATA ? `${data?.length ?? ''}` : `"${data}"`;
}

/** The name of a call in the sockets API. */
function callName(call: string): string {
  switch (call) {
    case 'receive':
    case 'receiveEnd':
      return 'read';
    default:
      return call;
  }
}
