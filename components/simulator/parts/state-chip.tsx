import { stateClass, stateLabel } from '@/components/ui/state-name';
import type { TcpState } from '@/engine/tcp/state';

/** A state's name in its colours. Pointing at it lights the state in every diagram of the page. */
export function StateChip({ state }: { readonly state: TcpState }) {
  return (
    <span className={`chip ${stateClass(state)}`} data-state={state} lang="en" translate="no">
      {stateLabel(state)}
    </span>
  );
}
