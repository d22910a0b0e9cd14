import type { TcpState } from '@/engine/tcp/state';

/** Short labels, the same as in the diagrams: SYN_RECEIVED is longer than a lifeline is wide. */
function labelOf(state: TcpState): string {
  return state === 'SYN_RECEIVED' ? 'SYN_RCVD' : state;
}

export function stateClass(state: TcpState): string {
  return `st-${state.toLowerCase().replaceAll('_', '-')}`;
}

/** A state named in a sentence. `StateLight` makes the diagrams answer when it is hovered, tapped or focused. */
export function StateChip({ name, first }: { name: TcpState; first?: string }) {
  return (
    <span className={`chip ${stateClass(name)}`} data-state={name} lang="en" tabIndex={first ? 0 : undefined}>
      {labelOf(name)}
    </span>
  );
}
