import type { Lane } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';

/** What a state diagram says, in the reader's language. */
export interface StateWords {
  readonly title: string;
  readonly activeClose: string;
  readonly passiveClose: string;
  readonly simultaneousOpen: string;
  trigger(arrow: number): string;
  action(arrow: number): string;
  tokenLetter(lane: Lane): string;
  /** What choosing a state does, e.g. "FIN_WAIT_2: go to the moment it is entered". */
  nodeName(state: TcpState): string;
}
