import type { Departure } from '../../network/observer';
import type { NetworkSpec } from '../../network/specification';
import { Calls } from './calls';
import { runCode } from './code';
import { comparePacket, print } from './compare-packet';
import type { Stack } from './host-settings';
import { PendingCall } from './pending-call';
import { Mismatch } from './problem';
import type { PacketdrillScript, ScriptCall, ScriptEvent, ScriptPacket } from './script';
import { Shell } from './shell';
import { Sockets } from './sockets';
import { writeOptions } from './tcp-options';
import { TestedHost, type Watch } from './tested-host';
import { Wires } from './wires';

/** packetdrill's own: 4 ms, and one in a hundred of the time since the event before. */
const TOLERANCE_USECS = 4000;
const TOLERANCE_PERCENT = 1;
/** How long a packet or the end of a call is waited for where the script sets no time. */
const PATIENCE_MS = 200_000;

interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Plays the events of a script one after the other, as packetdrill does, on the clock of the simulated host. */
export class Player {
  private readonly tested: TestedHost;
  private readonly sockets: Sockets;
  private readonly calls: Calls;
  private readonly wires: Wires;
  private readonly shell: Shell;
  private readonly toleranceMs: number;
  private pending: PendingCall | null = null;
  /** When the event before this one was due. */
  private lastMs = 0;
  private previous: ScriptEvent | null = null;

  constructor(
    private readonly script: PacketdrillScript,
    stack: Stack,
    readFile: (path: string) => string | null,
    watchOf?: (spec: NetworkSpec) => Watch,
  ) {
    const { options } = script;
    const mtu = Number(options.get('mtu') ?? 1500);
    const made = script.events.filter(({ action }) => action.type === 'call' && MAKES.has(action.call.name));
    this.tested = new TestedHost(stack, mtu, made.length, watchOf);
    this.sockets = new Sockets(this.tested);
    this.calls = new Calls(this.tested, this.sockets);
    this.wires = new Wires(this.tested, this.sockets);
    this.shell = new Shell(this.tested, this.sockets, readFile);
    this.toleranceMs = Number(options.get('tolerance_usecs') ?? TOLERANCE_USECS) / 1000;
  }

  /** `onEvent` is told of each event that went as the script says, and when that was. */
  play(onEvent?: (event: ScriptEvent, atMs: number) => void): void {
    const { setUp, events } = this.script;
    if (setUp !== null) this.shell.run(setUp.text, setUp.line);
    for (const event of events) {
      this.playEvent(event);
      this.previous = event;
      onEvent?.(event, this.tested.nowMs);
    }
    this.awaitPending();
  }

  get nowMs(): number {
    return this.tested.nowMs;
  }

  private playEvent(event: ScriptEvent): void {
    const { action, line } = event;
    const window = this.windowOf(event);
    if (action.type === 'packet' && action.packet.direction === 'out') {
      this.expect(action.packet, event, window);
      this.lastMs = window.fromMs;
      return;
    }
    if (action.type === 'call') this.awaitPending();
    this.advanceTo(window.fromMs);
    if (event.time.kind !== 'any') this.checkTime(this.tested.nowMs, window, line, 'the script');
    this.lastMs = window.fromMs;
    switch (action.type) {
      case 'packet':
        this.wires.inject(action.packet, line);
        break;
      case 'call':
        this.begin(action.call, event, window);
        break;
      case 'command':
        this.shell.run(action.text, line);
        break;
      case 'code':
        runCode(action.text, line, (name) => this.wires.info(name));
    }
    this.settle();
  }

  /** Relative times count from the end of the event before; packets that the script sends in a row, from each other. */
  private windowOf({ time, action }: ScriptEvent): Window {
    if (time.kind === 'any') return { fromMs: this.tested.nowMs, toMs: this.tested.nowMs };
    if (time.kind === 'at') return time;
    const baseMs =
      isInbound(action) && this.previous !== null && isInbound(this.previous.action) ? this.lastMs : this.tested.nowMs;
    return { fromMs: baseMs + time.fromMs, toMs: baseMs + time.toMs };
  }

  private checkTime(atMs: number, { fromMs, toMs }: Window, line: number, what: string): void {
    const toleranceMs = Math.max(this.toleranceMs, ((fromMs - this.lastMs) * TOLERANCE_PERCENT) / 100);
    // Sums of times are not exact in binary.
    const slackMs = toleranceMs + 1e-6;
    if (atMs >= fromMs - slackMs && atMs <= toMs + slackMs) return;
    const range = fromMs === toMs ? seconds(fromMs) : `${seconds(fromMs)}~${seconds(toMs)}`;
    throw new Mismatch(line, `${what} at ${seconds(atMs)}, expected at ${range} (tolerance ${seconds(toleranceMs)})`);
  }

  private advanceTo(untilMs: number): void {
    while (this.tested.step(untilMs)) this.poll();
    this.poll();
  }

  /** Whatever follows at this very moment. */
  private settle(): void {
    this.advanceTo(this.tested.nowMs);
  }

  /** The next packet that the host sends, several in a row where they make up one of the script. */
  private expect(expected: ScriptPacket, event: ScriptEvent, window: Window): void {
    const { line, time } = event;
    const untilMs = time.kind === 'any' ? this.tested.nowMs + PATIENCE_MS : window.toMs + this.patienceMs(window);
    const first = this.next(expected, untilMs, line);
    const sights = [first];
    let last = first;
    let length = first.segment.text.length;
    while (length < expected.length) {
      last = this.next(expected, untilMs, line);
      sights.push(last);
      length += last.segment.text.length;
    }
    const wire = this.wires.of(last, line);
    const head = wire.toScript(first, expected);
    const sent = { ...wire.toScript(last, expected), seq: head.seq };
    const options = writeOptions(
      wire.offer(last.segment, this.tested.settings, this.wires.says(last)),
      this.tested.settings.optionLayout,
    );
    const windowShift = wire.windowShift('host', last.segment.syn);
    for (const one of sights) this.tested.watch.seen(one, { line, options, windowShift });
    const stamped = options.map((option) =>
      option.kind === 'TS' && sent.timestamps !== null ? { ...option, value: sent.timestamps.value } : option,
    );
    const difference = comparePacket(expected, sent, length, stamped, this.stampToleranceMs());
    if (difference !== null) throw new Mismatch(line, difference);
    if (time.kind !== 'any') this.checkTime(last.sentMs, window, line, `${print(expected)} sent`);
  }

  private patienceMs({ fromMs }: Window): number {
    return Math.max(this.toleranceMs, ((fromMs - this.lastMs) * TOLERANCE_PERCENT) / 100) + 1e-6;
  }

  private stampToleranceMs(): number | null {
    const tick = this.script.options.get('tcp_ts_tick_usecs');
    if (tick === undefined || Number(tick) === 0) return null;
    return this.toleranceMs / (Number(tick) / 1000);
  }

  private next(expected: ScriptPacket, untilMs: number, line: number): Departure {
    for (;;) {
      const departure = this.tested.sent.shift();
      if (departure !== undefined) return departure;
      if (this.tested.step(untilMs)) this.poll();
      else throw new Mismatch(line, `expected ${print(expected)}, nothing sent by ${seconds(untilMs)}`);
    }
  }

  private begin(call: ScriptCall, { line, time }: ScriptEvent, { fromMs }: Window): void {
    this.wires.beforeCall(call);
    const pending = new PendingCall(this.calls, this.sockets, call, line, this.tested.nowMs);
    this.pending = pending;
    // The end counts from where the beginning does.
    const baseMs = time.kind === 'after' ? fromMs - time.fromMs : 0;
    this.endOf.set(pending, call.endMs === null ? null : baseMs + call.endMs);
    this.poll();
    if (this.pending !== null && call.endMs === null) throw new Mismatch(line, `${call.name}() blocks`);
  }

  private readonly endOf = new Map<PendingCall, number | null>();

  /** Ends the call that blocks, if it can end now. */
  private poll(): void {
    const { pending } = this;
    if (pending === null || !pending.poll()) return;
    this.pending = null;
    this.wires.afterCall(pending.socket);
    const endMs = this.endOf.get(pending) ?? null;
    if (endMs === null) return;
    this.checkTime(this.tested.nowMs, { fromMs: endMs, toMs: endMs }, pending.line, `${pending.call.name}() ends`);
  }

  private awaitPending(): void {
    const { pending } = this;
    if (pending === null) return;
    const untilMs = (this.endOf.get(pending) ?? this.tested.nowMs) + PATIENCE_MS;
    while (this.pending !== null && this.tested.step(untilMs)) this.poll();
    if (this.pending !== null) throw new Mismatch(pending.line, `${pending.call.name}() does not end`);
  }
}

/** Calls that make a descriptor. */
const MAKES: ReadonlySet<string> = new Set(['socket', 'accept', 'accept4']);

function isInbound(action: ScriptEvent['action']): boolean {
  return action.type === 'packet' && action.packet.direction === 'in';
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(6).replace(/\.?0+$/, '')} s`;
}
