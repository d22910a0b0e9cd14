import { stateClass, stateLabel } from '@/components/ui/state-name';
import type { TcpState } from '@/engine/tcp/state';

/** A state named in a sentence. `StateLight` makes the diagrams answer when it is hovered, tapped or focused. */
export function StateChip({ name, first }: { name: TcpState; first?: string }) {
  return (
    <span className={`chip ${stateClass(name)}`} data-state={name} lang="en" tabIndex={first ? 0 : undefined}>
      {stateLabel(name)}
    </span>
  );
}
