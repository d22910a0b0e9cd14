import type { Endpoint } from '../network/endpoint';
import type { Departure, Observer } from '../network/observer';
import type { Octets } from '../tcp/connection';
import type { Ms } from '../tcp/ms';
import type { Branch } from './branch';
import { OLD } from './outcome';
import type { Ask } from './question';

const CLIENT = 0;
const ON_ITS_WAY_LATER: readonly Ms[] = [];

/** Sees in whichever branch is being played what the question asks about, and writes nothing else down. */
export class Watch implements Observer {
  private branch: Branch | null = null;

  constructor(private readonly ask: Ask) {}

  follow(branch: Branch): void {
    this.branch = branch;
  }

  /** The network asks when a segment arrives: that is decided once the event that sent it is over. */
  readonly carry = (departure: Departure): readonly Ms[] => {
    this.branch?.undecided.push(departure);
    return ON_ITS_WAY_LATER;
  };

  delivered(_entry: number, { incarnation }: Endpoint, octets: readonly Octets[], atMs: Ms): void {
    if (this.ask === 'old-octets' && octets.some(({ origin }) => origin !== incarnation)) this.violated(atMs);
  }

  closed({ host, incarnation, connection }: Endpoint, atMs: Ms): void {
    const { branch } = this;
    if (incarnation !== OLD || branch === null) return;
    if (host === CLIENT) {
      branch.gone.client = true;
      branch.reopensMs = atMs;
      openAgain(branch, atMs);
      return;
    }
    branch.gone.server = true;
    const isByAck = connection.state === 'CLOSED' && connection.error === null;
    if (this.ask === 'passive-end' && !isByAck) this.violated(atMs);
  }

  private violated(atMs: Ms): void {
    if (this.branch !== null) this.branch.violatedMs ??= atMs;
  }

  begin(): number {
    return 0;
  }

  sent(): number {
    return 0;
  }

  concerns(): void {}
  met(): void {}
  end(): void {}
  opened(): void {}
  owned(): void {}
  armed(): void {}
  disarmed(): void {}
}

/** The four-tuple is free: the socket that has waited for it begins, as a program would that tries at this very moment. */
function openAgain({ world }: Branch, atMs: Ms): void {
  const socket = world.sockets.find(({ spec }) => spec.id === 'c2');
  if (socket === undefined) return;
  socket.phase = 'running';
  world.queue.push(atMs, 2, { type: 'wake', socket: socket.index });
}
