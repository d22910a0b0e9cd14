import 'server-only';
import type { Scenario } from '@/engine/simulation/scenario';
import type { Timeline } from '@/engine/simulation/timeline';
import type { TcpState } from '@/engine/tcp/state';
import type { Chance } from '../chance';
import { type Both, both } from '../kind';
import { seconds } from '../say';
import { closing, follows } from './closing';

export type Side = 'client' | 'server';

export const SIDE: Readonly<Record<Side, Both>> = {
  client: both('client', '客户端'),
  server: both('server', '服务器'),
};

/** One side closes at zero, the other follows; nothing is lost. */
export interface PlainClose {
  readonly first: Side;
  readonly second: Side;
  readonly oneWayMs: number;
  readonly gapMs: number;
  readonly timeWaitMs: number;
  readonly scenario: Scenario;
  /** The circumstances, told. */
  readonly told: Both;
}

export function drawPlainClose(chance: Chance): PlainClose {
  const first = chance.pick(['client', 'server']);
  const second = first === 'client' ? 'server' : 'client';
  const oneWayMs = chance.int(10, 200, 5);
  const gapMs = chance.int(50, 3000, 50);
  const timeWaitMs = chance.int(2, 60) * 1000;
  const closes = [{ call: 'close', atMs: 0 }] as const;
  const [client, server] = first === 'client' ? [closes, follows(gapMs)] : [follows(gapMs), closes];
  const told = both(
    `A segment takes ${oneWayMs} ms one way and none is lost. The ${SIDE[first].en} calls close() at 0 s; the ${SIDE[second].en}’s application calls close() ${gapMs} ms after the FIN has reached it. TIME_WAIT lasts ${seconds(timeWaitMs)} s.`,
    `报文段单程需要 ${oneWayMs} ms，没有丢失。${SIDE[first].zh}在 0 s 调用 close()；FIN 到达${SIDE[second].zh} ${gapMs} ms 之后，${SIDE[second].zh}的应用也调用 close()。TIME_WAIT 持续 ${seconds(timeWaitMs)} s。`,
  );
  const scenario = closing({ oneWayMs, client, server, timeWaitMs });
  return { first, second, oneWayMs, gapMs, timeWaitMs, scenario, told };
}

export interface Stay {
  readonly state: TcpState;
  readonly fromMs: number;
  readonly toMs: number;
}

/** How long CLOSED is looked at, after all is over. */
const AFTERWARDS_MS = 30_000;

/** The states of one side's only connection from zero on, with moments counted from zero, and CLOSED at last. */
export function staysOf(timeline: Timeline, lane: string): Stay[] {
  const { originMs, endMs } = timeline.scenario;
  const stays = timeline.intervals
    .filter((one) => one.lane === lane && (one.toMs === null || one.toMs > originMs))
    .map(({ state, fromMs, toMs }) => ({
      state,
      fromMs: Math.max(0, fromMs - originMs),
      toMs: (toMs ?? endMs) - originMs,
    }));
  const overMs = stays.at(-1)?.toMs ?? 0;
  return [...stays, { state: 'CLOSED', fromMs: overMs, toMs: overMs + AFTERWARDS_MS }];
}

/** A moment within a stay, some milliseconds from either end. */
export function momentIn({ fromMs, toMs }: Stay, chance: Chance): number {
  return chance.int(fromMs + 5, Math.max(fromMs + 5, toMs - 5), 5);
}
