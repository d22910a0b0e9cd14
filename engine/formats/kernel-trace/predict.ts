import { advance } from '../../network/advance';
import { at } from '../../network/at';
import type { Departure } from '../../network/observer';
import { createWorld, type World } from '../../network/world';
import { Calls, type Outcome } from './calls';
import { Forwarder } from './carry';
import { Wire } from './inject';
import { profileOf } from './profile-of';
import type { HostName, KernelScript, Prediction, ScriptInjection, ScriptStep, TraceCall } from './script';
import { type KernelSocket, SocketTable } from './sockets';
import { TraceLog } from './trace-log';

const HOSTS: readonly HostName[] = ['A', 'B'];

/** What the Linux profile says happens when this script is played: its packets, states and calls in the words of a trace. */
export function predict({ script, sysctls }: KernelScript): Prediction {
  const log = new TraceLog();
  const forwarder = new Forwarder(script);
  const isns: number[][] = [[], []];
  const names = socketNames(script.steps);
  const spec = {
    hosts: HOSTS.map((id, index) => ({ id, role: 'peer' as const, address: id, isns: at(isns, index) })),
    profiles: HOSTS.map((id) => profileOf(sysctls[id])),
    sockets: names.map(({ key, host }) => ({ id: key, host, lane: key, steps: [] })),
    link: { oneWayMs: script.net.delayMs },
    faults: [],
    seed: 1,
  };
  const world = createWorld(spec, log, (departure) => {
    const carriage = forwarder.carry(departure);
    log.carried(departure, carriage);
    wire.saw(
      departure.from.spec.id === 'A' ? 'A' : 'B',
      departure.sourcePort,
      departure.destinationPort,
      departure.segment,
    );
    return carriage.arrivals;
  });
  const wire = new Wire(world);
  const table = new SocketTable(world, log);
  const calls = new Calls(
    world,
    table,
    log,
    isns,
    HOSTS.map((id) => sysctls[id]),
  );
  const player = new Player(world, table, calls, script.steps);
  const injections = [...script.inject].sort((a, b) => a.at - b.at);
  for (;;) {
    player.poll();
    const injection = injections[0];
    const nextMs = Math.min(player.nextMs(), injection?.at ?? Number.POSITIVE_INFINITY);
    if (advance(world, Math.min(nextMs, script.endMs))) continue;
    if (nextMs > script.endMs) break;
    world.nowMs = Math.max(world.nowMs, nextMs);
    if (injection !== undefined && injection.at <= world.nowMs) {
      injections.shift();
      inject(world, wire, log, injection);
    } else {
      player.startNext();
    }
  }
  return { packets: log.packets, states: log.states, calls: player.finish() };
}

function inject(world: World, wire: Wire, log: TraceLog, injection: ScriptInjection): void {
  const [from, to] =
    injection.dir === 'A>B' ? [at(world.hosts, 0), at(world.hosts, 1)] : [at(world.hosts, 1), at(world.hosts, 0)];
  const { srcPort: sourcePort, dstPort: destinationPort } = injection;
  const segment = wire.craft(injection);
  const departure: Departure = {
    ...{ segment, from, to, sourcePort, destinationPort, endpoint: null, rule: 'send/data-sent', isChallenge: false },
    ...{ isLost: false, sentMs: world.nowMs, arrivesMs: world.nowMs, delayedByMs: 0, copyOf: null },
  };
  log.injected(departure);
  const id = log.packets.length - 1;
  const packet = { segment, from: from.index, to: to.index, sourcePort, destinationPort, id };
  world.queue.push(world.nowMs, 0, { type: 'arrival', packet });
}

interface Named {
  readonly key: string;
  readonly host: HostName;
}

function socketNames(steps: readonly ScriptStep[]): Named[] {
  const all = steps.flatMap(({ host, sock, call, as }) =>
    call === 'accept'
      ? [
          { key: `${host} ${sock}`, host },
          { key: `${host} ${as}`, host },
        ]
      : [{ key: `${host} ${sock}`, host }],
  );
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

/** One socket's calls, made one after the other. */
interface Thread {
  readonly key: string;
  readonly steps: readonly ScriptStep[];
  index: number;
  previousEndMs: number;
  /** When the call that blocks was made. */
  blockedSince: number | null;
  socket: KernelSocket | null;
}

/** Makes each call when it is due and writes down what came of it. */
class Player {
  private readonly threads: Thread[];
  private readonly done: { order: number; call: TraceCall }[] = [];

  constructor(
    private readonly world: World,
    private readonly table: SocketTable,
    private readonly calls: Calls,
    private readonly steps: readonly ScriptStep[],
  ) {
    const children = new Set(steps.flatMap(({ call, host, as }) => (call === 'accept' ? [`${host} ${as}`] : [])));
    this.threads = world.sockets.map((socket) => ({
      key: socket.spec.id,
      steps: steps.filter(({ host, sock }) => `${host} ${sock}` === socket.spec.id),
      index: 0,
      previousEndMs: 0,
      blockedSince: null,
      socket: children.has(socket.spec.id) ? null : table.add(socket),
    }));
  }

  /** Ends every blocking call that can end now. */
  poll(): void {
    for (let again = true; again; ) {
      again = false;
      for (const thread of this.threads) {
        const step = thread.steps[thread.index];
        if (thread.blockedSince === null || thread.socket === null || step === undefined) continue;
        const outcome =
          step.call === 'accept'
            ? this.accept(thread.socket, step)
            : this.calls.poll(thread.socket, step, thread.blockedSince);
        if (outcome === null) continue;
        this.end(thread, step, thread.blockedSince, outcome);
        again = true;
      }
    }
  }

  /** When the next call is to be made, or one that blocks gives up. */
  nextMs(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.threads.map((thread) => this.dueMs(thread)));
  }

  startNext(): void {
    const due = this.threads
      .filter((thread) => thread.blockedSince === null && this.dueMs(thread) <= this.world.nowMs)
      .sort((a, b) => this.dueMs(a) - this.dueMs(b) || this.orderOf(a) - this.orderOf(b));
    const thread = due[0];
    const step = thread?.steps[thread.index];
    if (thread === undefined || step === undefined || thread.socket === null) return;
    const outcome = step.call === 'accept' ? this.accept(thread.socket, step) : this.calls.begin(thread.socket, step);
    if (outcome === null) thread.blockedSince = this.world.nowMs;
    else this.end(thread, step, this.world.nowMs, outcome);
  }

  finish(): TraceCall[] {
    for (const thread of this.threads) {
      const step = thread.steps[thread.index];
      if (thread.blockedSince === null || step === undefined) continue;
      this.write(step, { t: thread.blockedSince, result: 'still blocked at end of run' });
    }
    return this.done.sort((a, b) => a.call.t - b.call.t || a.order - b.order).map(({ call }) => call);
  }

  private dueMs(thread: Thread): number {
    const step = thread.steps[thread.index];
    if (thread.socket === null || step === undefined) return Number.POSITIVE_INFINITY;
    if (thread.blockedSince !== null) return this.calls.deadline(thread.socket, step, thread.blockedSince);
    return Math.max(step.t ?? 0, thread.previousEndMs);
  }

  private orderOf(thread: Thread): number {
    const step = thread.steps[thread.index];
    return step === undefined ? -1 : this.steps.indexOf(step);
  }

  /** The connection that has waited longest becomes the socket `as`, whose calls begin now. */
  private accept(listener: KernelSocket, step: ScriptStep): Outcome {
    const { socket } = listener;
    if (socket.listensAt === null) return { errno: 'EINVAL' };
    const endpoint = at(this.world.hosts, socket.host).listeners.get(socket.listensAt)?.backlog.shift();
    const thread = this.threads.find(({ key }) => key === `${step.host} ${step.as}`);
    const child = this.world.sockets.find(({ spec }) => spec.id === thread?.key);
    if (endpoint === undefined || thread === undefined || child === undefined) return null;
    endpoint.socket = child.index;
    child.endpoint = endpoint;
    thread.socket = this.table.add(child);
    thread.socket.reuse = listener.reuse;
    thread.previousEndMs = this.world.nowMs;
    this.table.inherits(endpoint, thread.socket);
    return { result: `ok as ${step.as} (peer port ${endpoint.remotePort})` };
  }

  private end(thread: Thread, step: ScriptStep, t: number, outcome: NonNullable<Outcome>): void {
    thread.blockedSince = null;
    thread.index += 1;
    thread.previousEndMs = this.world.nowMs;
    this.write(step, { t, ...outcome, tEnd: this.world.nowMs });
  }

  private write(step: ScriptStep, rest: Pick<TraceCall, 't' | 'result' | 'errno' | 'tEnd'>): void {
    const { host, sock, t: _t, call, ...args } = step;
    const { t, ...came } = rest;
    this.done.push({ order: this.steps.indexOf(step), call: { t, host, sock, call, args, ...came } });
  }
}
