import type { TcpState } from '@/engine/tcp/state';

/** What is written in chips, bands and nodes: SYN_RECEIVED is shortened as RFC diagrams and `ss` shorten it. */
export function stateLabel(state: TcpState): string {
  return state === 'SYN_RECEIVED' ? 'SYN_RCVD' : state;
}

/** The class that carries a state's colours, e.g. `st-fin-wait-1`. */
export function stateClass(state: TcpState): string {
  return `st-${state.toLowerCase().replaceAll('_', '-')}`;
}

/** States of one family share a pattern, so that colour is never the only sign. */
export function statePattern(state: TcpState): 'dots' | 'hatch' | null {
  switch (state) {
    case 'LISTEN':
    case 'SYN_SENT':
    case 'SYN_RECEIVED':
      return 'dots';
    case 'CLOSE_WAIT':
    case 'LAST_ACK':
      return 'hatch';
    default:
      return null;
  }
}
