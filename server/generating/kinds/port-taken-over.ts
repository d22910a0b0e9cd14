import 'server-only';
import { run } from '@/engine/simulation/run';
import type { Scenario } from '@/engine/simulation/scenario';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Choice, type Kind } from '../kind';
import { seconds } from '../say';

const CHOICES: readonly Choice[] = [
  {
    value: '0',
    text: both('It succeeds', '成功'),
    wrong: both(
      'For that tcp_tw_reuse must be 1, timestamps on, and the entry as old as tcp_tw_reuse_delay asks; or the entry must be gone.',
      '那需要 tcp_tw_reuse 为 1、时间戳开启，而且表项达到 tcp_tw_reuse_delay 要求的时长；或者表项已经消失。',
    ),
    misconception: 9,
  },
  {
    value: 'EADDRNOTAVAIL',
    text: both('It fails with EADDRNOTAVAIL', '以 EADDRNOTAVAIL 失败'),
    wrong: both(
      'Here the entry no longer stands in the way: it may be taken over, or it is gone.',
      '这里表项已不再挡路：可以接管它，或者它已经消失。',
    ),
    misconception: 17,
  },
  {
    value: 'EADDRINUSE',
    text: both('It fails with EADDRINUSE', '以 EADDRINUSE 失败'),
    wrong: both(
      'That is the error of bind(). A connect() that finds no port says EADDRNOTAVAIL.',
      '这是 bind() 的错误。找不到端口的 connect() 报 EADDRNOTAVAIL。',
    ),
    misconception: 14,
  },
  {
    value: 'ECONNREFUSED',
    text: both('It fails with ECONNREFUSED', '以 ECONNREFUSED 失败'),
    wrong: both(
      'Nothing is refused by the server: the question is whether a SYN leaves at all.',
      '服务器并没有拒绝什么：问题是 SYN 能不能发出去。',
    ),
    misconception: 17,
  },
];

export const portTakenOver: Kind = {
  id: 'port-taken-over',
  revision: 1,
  topic: 'settings',
  skill: 'tw-reuse',
  depth: 'mid',
  chapter: 'in-production',
  section: 'settings',
  sources: ['Linux `tcp_twsk_unique`', 'Linux ip-sysctl', 'measured on Linux 6.18'],
  title: both('Whether a port may be taken over', '端口能否被接管'),
  make(chance) {
    const reuse = chance.pick([0, 1, 1, 1, 2]);
    const delayMs = chance.pick([1000, 1000, chance.int(200, 5000, 100)]);
    const timestamps = chance.int(1, 4) > 1;
    const ageMs = chance.pick([
      chance.int(100, Math.max(100, delayMs - 100), 100),
      chance.int(delayMs + 100, delayMs + 20_000, 100),
      chance.int(delayMs + 100, delayMs + 20_000, 100),
      chance.int(61_000, 90_000, 1000),
    ]);
    const port = chance.int(30_000, 60_000);
    const make = (againMs: number): Scenario => scene({ reuse, delayMs, timestamps, port, againMs });
    const entered = run(make(900_000)).intervals.find(({ host, state }) => host === 'client' && state === 'TIME_WAIT');
    const againMs = (entered?.fromMs ?? 0) + ageMs;
    const scenario = make(againMs);
    const answer = String(takeMeasure(run(scenario), { measure: 'connectResult', socket: 'c2' }));
    const stamps = timestamps ? both('on', '开启') : both('off', '关闭');
    return {
      form: 'one',
      prompt: both(
        `On a Linux client (6.18) only port ${port} is left in the range for automatic ports. Its connection to a server on another host has been in TIME_WAIT for ${seconds(ageMs)} s. tcp_tw_reuse = ${reuse}, tcp_tw_reuse_delay = ${delayMs} ms, timestamps are ${stamps.en}. A program calls connect() to the same server and port, without bind(). What happens?`,
        `在一台 Linux 客户端（6.18）上，自动端口范围只剩端口 ${port}。它到另一台主机上某服务器的连接，处于 TIME_WAIT 已有 ${seconds(ageMs)} s。tcp_tw_reuse = ${reuse}，tcp_tw_reuse_delay = ${delayMs} ms，时间戳${stamps.zh}。程序不经 bind()，对同一服务器和端口调用 connect()。结果如何？`,
      ),
      choices: CHOICES,
      answer,
      because: both('Age, timestamps and the setting decide, all three.', '时长、时间戳和设置，三者共同决定。'),
      explanation: both(
        'tcp_tw_reuse = 1 lets connect() take over an entry of a connection that used timestamps once it is tcp_tw_reuse_delay old; 2, the default, does so for loopback only, 0 never. After 60 s the entry is gone anyway. Otherwise no port is free: EADDRNOTAVAIL.',
        'tcp_tw_reuse = 1 时，用过时间戳的连接的表项达到 tcp_tw_reuse_delay 之后，connect() 就可以接管；默认的 2 只对环回有效，0 则从不。60 s 之后表项反正已经消失。除此之外没有空闲端口：EADDRNOTAVAIL。',
      ),
      play: { scenario, atMs: againMs },
    };
  },
};

interface Scene {
  readonly reuse: number;
  readonly delayMs: number;
  readonly timestamps: boolean;
  readonly port: number;
  readonly againMs: number;
}

function scene({ reuse, delayMs, timestamps, port, againMs }: Scene): Scenario {
  const sysctls = {
    tcp_tw_reuse: reuse,
    tcp_tw_reuse_delay: delayMs,
    ip_local_port_range: [port, port],
  } as const;
  return {
    version: 1,
    name: 'generated',
    profile: 'linux',
    hosts: [
      { id: 'client', role: 'client', address: '192.0.2.1', timestamps, sysctls },
      { id: 'server', role: 'server', address: '192.0.2.2', timestamps },
    ],
    sockets: [
      {
        id: 'srv',
        host: 'server',
        lane: 'server',
        steps: [
          { call: 'listen', port: 80 },
          { call: 'accept', as: 's1' },
          { call: 'accept', as: 's2' },
        ],
      },
      { id: 's1', host: 'server', lane: 'server', steps: [{ call: 'receiveEnd' }, { call: 'close' }] },
      { id: 's2', host: 'server', lane: 'server', steps: [] },
      {
        id: 'c1',
        host: 'client',
        lane: 'client',
        steps: [
          { call: 'connect', host: 'server', port: 80 },
          { call: 'close', afterMs: 500 },
        ],
      },
      {
        id: 'c2',
        host: 'client',
        lane: 'client',
        steps: [{ call: 'connect', host: 'server', port: 80, atMs: againMs }],
      },
    ],
    link: { oneWayMs: 10 },
    faults: [],
    timers: { mslMs: null, timeWaitMs: null },
    seed: 1,
    endMs: againMs + 2000,
    originMs: 0,
  };
}
