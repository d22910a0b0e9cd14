import 'server-only';
import { run } from '@/engine/simulation/run';
import type { Scenario, Step } from '@/engine/simulation/scenario';
import type { Chance } from '../chance';
import { type Both, both, type Choice, type Kind } from '../kind';
import { closing } from '../scenes/closing';

const choice = (value: string, en: string, zh: string, wrong: Both, misconception: number): Choice => ({
  value,
  text: both(en, zh),
  wrong,
  misconception,
});

const CHOICES: readonly Choice[] = [
  choice(
    '0',
    '0, with no error',
    '0，没有错误',
    both(
      '0 from read() is the end of the stream, and needs the peer’s FIN in order; 0 from connect() is success.',
      'read() 返回 0 表示数据流结束，前提是按序收到了对端的 FIN；connect() 返回 0 表示成功。',
    ),
    65,
  ),
  choice(
    'ECONNRESET',
    'the error ECONNRESET',
    '错误 ECONNRESET',
    both('That needs a RST for a connection that was open.', '那需要一条已打开的连接收到 RST。'),
    64,
  ),
  choice(
    'ECONNREFUSED',
    'the error ECONNREFUSED',
    '错误 ECONNREFUSED',
    both('That is a RST in answer to a SYN.', '那是 SYN 换来了 RST。'),
    4,
  ),
  choice(
    'EPIPE',
    'the error EPIPE',
    '错误 EPIPE',
    both(
      'That is for write() when this side has ended its own direction, or after a RST has been reported.',
      '那是 write() 在本方已结束自己的方向、或 RST 已被报告过之后的错误。',
    ),
    65,
  ),
  choice(
    'ETIMEDOUT',
    'the error ETIMEDOUT',
    '错误 ETIMEDOUT',
    both(
      'That needs a peer that never answers, until retransmission gives up.',
      '那需要对端一直没有回音，直到重传放弃。',
    ),
    69,
  ),
];

interface Case {
  readonly told: Both;
  readonly call: string;
  readonly client: readonly Step[];
  readonly server: readonly Step[];
}

export const whatACallReturns: Kind = {
  id: 'what-a-call-returns',
  revision: 1,
  topic: 'sockets',
  skill: 'linger',
  depth: 'junior',
  chapter: 'in-production',
  section: 'socket-options',
  sources: ['RFC 9293 §3.9.1', 'RFC 9293 §3.10', 'measured on Linux 6.18'],
  title: both('What a call returns', '调用返回什么'),
  make(chance) {
    const oneWayMs = chance.int(5, 100, 5);
    const octets = chance.int(100, 1400, 10);
    const closesMs = chance.int(500, 3000, 100);
    const picked = chance.pick(casesOf(octets, closesMs, chance));
    const scenario: Scenario = closing({
      oneWayMs,
      client: picked.client,
      server: picked.server,
      profile: 'linux',
      endMs: 20_000,
    });
    const ended = run(scenario).entries.findLast(
      ({ cause }) => cause.type === 'return' && cause.socket === 'c1' && cause.call === picked.call,
    );
    if (ended?.cause.type !== 'return') throw new Error(`${picked.call} gave nothing back`);
    return {
      form: 'one',
      prompt: both(
        `Client and server, both on Linux, have a connection; a segment takes ${oneWayMs} ms one way and none is lost. ${picked.told.en}`,
        `客户端和服务器都在 Linux 上，两者之间有一条连接；报文段单程需要 ${oneWayMs} ms，没有丢失。${picked.told.zh}`,
      ),
      choices: CHOICES,
      answer: ended.cause.result,
      because: both('What has arrived by then decides what the call says.', '调用返回什么，取决于那时已经到达了什么。'),
      explanation: both(
        'After a FIN received in order read() gives back 0: the end of the stream. A RST instead makes it ECONNRESET: the server’s close() sent one if octets lay unread. write() after the own shutdown(SHUT_WR) is EPIPE, whatever the peer does.',
        '按序收到 FIN 之后，read() 返回 0：数据流结束。如果收到的是 RST，则是 ECONNRESET：有八位组未读时，服务器的 close() 会发 RST。自己 shutdown(SHUT_WR) 之后再 write() 是 EPIPE，与对端无关。',
      ),
      play: { scenario, atMs: closesMs },
    };
  },
};

function casesOf(octets: number, closesMs: number, chance: Chance): readonly Case[] {
  const read = chance.int(10, octets - 10, 10);
  const laterMs = closesMs + 1000;
  const ask: Step = { call: 'send', data: 'x'.repeat(octets), atMs: 0 };
  const waits: Step = { call: 'receive', atMs: laterMs };
  return [
    {
      told: both(
        `The client writes ${octets} octets at 0 ms. The server reads all ${octets} of them and calls close() at ${closesMs} ms, having written nothing. What does the client’s read() return that is called at ${laterMs} ms?`,
        `客户端在 0 ms 写入 ${octets} 个八位组。服务器把这 ${octets} 个全部读完，什么也没有写，在 ${closesMs} ms 调用 close()。客户端在 ${laterMs} ms 调用的 read() 返回什么？`,
      ),
      call: 'receive',
      client: [ask, waits],
      server: [
        { call: 'receive', octets },
        { call: 'close', atMs: closesMs },
      ],
    },
    {
      told: both(
        `The client writes ${octets} octets at 0 ms. The server reads ${read} of them and calls close() at ${closesMs} ms, having written nothing. What does the client’s read() return that is called at ${laterMs} ms?`,
        `客户端在 0 ms 写入 ${octets} 个八位组。服务器读了其中 ${read} 个，什么也没有写，在 ${closesMs} ms 调用 close()。客户端在 ${laterMs} ms 调用的 read() 返回什么？`,
      ),
      call: 'receive',
      client: [ask, waits],
      server: [
        { call: 'receive', octets: read },
        { call: 'close', atMs: closesMs },
      ],
    },
    {
      told: both(
        `The client calls shutdown(SHUT_WR) at ${closesMs} ms; the server keeps its side open. What does a write() of ${octets} octets return that the client calls at ${laterMs} ms?`,
        `客户端在 ${closesMs} ms 调用 shutdown(SHUT_WR)；服务器保持自己的一侧打开。客户端在 ${laterMs} ms 调用 write() 写 ${octets} 个八位组，返回什么？`,
      ),
      call: 'send',
      client: [
        { call: 'shutdown', atMs: closesMs },
        { call: 'send', data: 'x'.repeat(octets), atMs: laterMs },
      ],
      server: [],
    },
    {
      told: both(
        `The server calls abort, that is close() with SO_LINGER set to 0, at ${closesMs} ms. What does the client’s read() return that has been waiting for ${octets} octets since 0 ms?`,
        `服务器在 ${closesMs} ms 异常终止，也就是把 SO_LINGER 设为 0 后调用 close()。客户端从 0 ms 起就在 read() 中等待 ${octets} 个八位组，它返回什么？`,
      ),
      call: 'receive',
      client: [{ call: 'receive', octets, atMs: 0 }],
      server: [{ call: 'abort', atMs: closesMs }],
    },
  ];
}
