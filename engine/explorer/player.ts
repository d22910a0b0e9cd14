import { advance } from '../network/advance';
import { at } from '../network/at';
import type { Host } from '../network/host';
import type { Departure } from '../network/observer';
import { createWorld } from '../network/world';
import { EVENT_LIMIT, networkOf } from '../simulation/run';
import { PROFILES } from '../tcp/profile';
import type { Branch } from './branch';
import { type Fate, type Fates, fatesOf, isLastAck } from './fates';
import { isDecided, isOver, OLD } from './outcome';
import type { Question, Side } from './question';
import { closingStartsMs, setUp } from './set-up';
import { Watch } from './watch';

/** Plays branches of a question from choice to choice, one at a time. */
export class Player {
  private readonly watch: Watch;
  private readonly fates: Fates;
  private readonly closingMs: number;
  private readonly endMs: number;

  constructor(private readonly question: Question) {
    this.watch = new Watch(question.ask);
    this.fates = fatesOf(question);
    this.closingMs = closingStartsMs(question);
    this.endMs = setUp(question, null).endMs;
  }

  /** The one branch from which all others come. */
  begin(): Branch {
    const world = createWorld(networkOf(setUp(this.question, 0), PROFILES), this.watch, this.watch.carry);
    const again = world.sockets.find(({ spec }) => spec.id === 'c2');
    if (again !== undefined) {
      again.phase = 'unborn';
      world.ready.splice(world.ready.indexOf(again.index), 1);
    }
    return {
      world,
      undecided: [],
      sent: { client: 0, server: 0 },
      gone: { client: false, server: false },
      strikes: null,
      faults: 0,
      events: 0,
      reopensMs: null,
      violatedMs: null,
    };
  }

  /** Plays until a segment is sent of which more than one thing may become, and says which; null at the end. */
  playToChoice(branch: Branch): readonly Fate[] | null {
    const { world, undecided } = branch;
    this.watch.follow(branch);
    for (;;) {
      for (let next = undecided[0]; next !== undefined; next = undecided[0]) {
        const fates = this.fatesFor(branch, next);
        if (fates.length > 1) return fates;
        this.decide(branch, at(this.fates.ordinary, 0));
      }
      const isOut = branch.events >= EVENT_LIMIT || this.mayStop(branch);
      if (isOut || !advance(world, this.endMs)) return null;
      branch.events += 1;
    }
  }

  /** Lets this become of the segment that waits for a decision. */
  decide(branch: Branch, fate: Fate): void {
    const { world, undecided, sent } = branch;
    const departure = undecided.shift();
    if (departure === undefined) throw new RangeError('no segment waits for a decision');
    const { segment, from, to, sourcePort, destinationPort } = departure;
    const packet = { segment, from: from.index, to: to.index, sourcePort, destinationPort, id: 0 };
    for (const ms of fate.arrivalsMs) world.queue.push(world.nowMs + ms, 0, { type: 'arrival', packet });
    if (!this.isCounted(departure)) return;
    const side = sideOf(from);
    sent[side] += 1;
    if (fate.kind === 'on time') return;
    branch.strikes = { last: { side, nth: sent[side], fate }, before: branch.strikes };
    branch.faults += 1;
  }

  /** Only segments of the old connection are counted and may be struck, from its closing on. */
  private isCounted({ segment, sentMs }: Departure): boolean {
    return segment.origin === OLD && sentMs >= this.closingMs;
  }

  private fatesFor(branch: Branch, departure: Departure): readonly Fate[] {
    const side = sideOf(departure.from);
    if (!this.mayStrike(branch, side) || !this.isCounted(departure)) return NO_CHOICE;
    return isLastAck(side, departure.rule) ? this.fates.lastAck : this.fates.ordinary;
  }

  private mayStrike({ faults, sent }: Branch, side: Side): boolean {
    const { question } = this;
    return faults < question.faults && sent[side] < question.segments && question.sides.includes(side);
  }

  /** Nothing that can still happen would offer a choice or change the answer. */
  private mayStop(branch: Branch): boolean {
    const { ready, owing, queue, nowMs } = branch.world;
    if (ready.length > 0 || owing.length > 0 || queue.nextMs <= nowMs) return false;
    const isFree = this.mayStrike(branch, 'client') || this.mayStrike(branch, 'server');
    return isFree ? isOver(branch) : isDecided(branch, this.question.ask);
  }
}

const NO_CHOICE: readonly Fate[] = [];
const CLIENT = 0;

function sideOf(host: Host): Side {
  return host.index === CLIENT ? 'client' : 'server';
}
