import type { Fault, HostSpec, LinkSpec, SocketSpec } from '../network/specification';
import type { ProfileName } from '../tcp/profile';

export type {
  Fault,
  HostId,
  HostSpec,
  LinkSpec,
  SegmentSelector,
  SocketId,
  SocketSpec,
  Step,
} from '../network/specification';
export type { Sysctls } from '../network/sysctls';
export type { ProfileName } from '../tcp/profile';

/**
 * What a run is made from: hosts, the script of each socket, the link, faults, policy. Plain data that fits in a link;
 * `model/figure.ts` parses it at the border. The same scenario always gives the same timeline, byte for byte.
 *
 * All times are milliseconds of simulated time since the start of the run unless a name says otherwise.
 */
export interface Scenario {
  readonly version: 1;
  readonly name: string;
  /** Policy of every host that names none of its own. */
  readonly profile: ProfileName;
  /** From left to right in a picture. */
  readonly hosts: readonly HostSpec[];
  readonly sockets: readonly SocketSpec[];
  readonly link: LinkSpec;
  readonly faults: readonly Fault[];
  /** Overrides of the profiles' times, null = what the profile says. `timeWaitMs` wins over 2 × `mslMs`. */
  readonly timers: { readonly mslMs: number | null; readonly timeWaitMs: number | null };
  readonly seed: number;
  /** Nothing is simulated after this moment. */
  readonly endMs: number;
  /** Where the picture's clock reads zero; what came before (a handshake, say) is played but not drawn. */
  readonly originMs: number;
}
