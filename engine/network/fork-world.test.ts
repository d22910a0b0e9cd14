import { describe, expect, it } from 'vitest';
import { networkOf } from '../simulation/run';
import type { Scenario } from '../simulation/scenario';
import { PROFILES } from '../tcp/profile';
import { client, drop, duplicate, readThenClose, scenario, server } from '../testing/scenarios';
import { advance } from './advance';
import { forkWorld } from './fork-world';
import type { Observer } from './observer';
import { createWorld, type World } from './world';

/** Writes down all that happens, wherever it is told to. */
class Log implements Observer {
  lines: string[] = [];
  private segments = 0;

  begin(...[atMs, host, endpoint, happening, before]: Parameters<Observer['begin']>): number {
    this.lines.push(`${atMs} ${host.index} ${endpoint?.id} ${happening.type} ${before}`);
    return 0;
  }
  sent(...[, { segment, sentMs, isLost }]: Parameters<Observer['sent']>): number {
    this.lines.push(`${sentMs} ${JSON.stringify(segment)} ${isLost}`);
    return this.segments++;
  }
  delivered(...[, { id }, octets]: Parameters<Observer['delivered']>): void {
    this.lines.push(`${id} ${JSON.stringify(octets)}`);
  }
  end(...[, after, reception]: Parameters<Observer['end']>): void {
    this.lines.push(`${after} ${reception}`);
  }
  armed(...[{ id }, timer, atMs, durationMs]: Parameters<Observer['armed']>): void {
    this.lines.push(`${atMs} ${id} ${timer} ${durationMs}`);
  }
  concerns(): void {}
  met(): void {}
  opened(): void {}
  closed(): void {}
  owned(): void {}
  disarmed(): void {}
}

const busy: Scenario = scenario({
  profile: 'linux',
  sockets: [
    client('c1', [{ call: 'send', data: 'question' }, { call: 'shutdown' }, { call: 'receiveEnd' }]),
    client('c2', [{ call: 'receiveEnd' }, { call: 'close' }], 70_000),
    ...server([{ call: 'receive' }, { call: 'send', data: 'answer' }, ...readThenClose()], [{ call: 'close' }]),
  ],
  faults: [
    drop('server', 'client', { flags: 'DATA', occurrence: 1 }),
    drop('client', 'server', { flags: 'ACK', occurrence: 4 }),
    duplicate('server', 'client', { flags: 'FIN,ACK', occurrence: 1 }, 300),
  ],
});

function begin(log: Log): World {
  return createWorld(networkOf(busy, PROFILES), log);
}

/** What is logged from here to the end. */
function playOut(world: World, log: Log): string[] {
  log.lines = [];
  while (advance(world, busy.endMs));
  return log.lines;
}

describe('a fork of a world', () => {
  const log = new Log();
  const whole = playOut(begin(log), log);

  it('goes on as the world would have, and leaves it as it was, after any event', () => {
    expect(whole.length).toBeGreaterThan(100);
    for (let events = 0; ; events++) {
      const world = begin(log);
      log.lines = [];
      for (let index = 0; index < events; index++) advance(world, busy.endMs);
      const past = log.lines;
      const fork = forkWorld(world);
      expect([...past, ...playOut(fork, log)]).toEqual(whole);
      expect([...past, ...playOut(world, log)]).toEqual(whole);
      if (past.length === whole.length) break;
    }
  });
});
