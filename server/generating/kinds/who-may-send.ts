import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Choice, type Kind } from '../kind';
import { seconds } from '../say';
import { closing } from '../scenes/closing';
import { SIDE } from '../scenes/plain-close';

const CHOICES: readonly Choice[] = [
  {
    value: 'both',
    text: both('Both', '双方都可以'),
    wrong: both(
      'Whoever has called shutdown() for sending, or close(), has promised to send nothing more.',
      '调用过 shutdown()（关闭发送）或 close() 的一方，已经承诺不再发送。',
    ),
    misconception: 2,
  },
  {
    value: 'client',
    text: both('Only the client', '只有客户端'),
    wrong: both(
      'Ask of each side whether its own FIN is out. The other’s FIN forbids nothing.',
      '分别看每一方自己的 FIN 是否已经发出。对方的 FIN 并不禁止什么。',
    ),
    misconception: 65,
  },
  {
    value: 'server',
    text: both('Only the server', '只有服务器'),
    wrong: both(
      'Ask of each side whether its own FIN is out. The other’s FIN forbids nothing.',
      '分别看每一方自己的 FIN 是否已经发出。对方的 FIN 并不禁止什么。',
    ),
    misconception: 65,
  },
  {
    value: 'neither',
    text: both('Neither', '双方都不可以'),
    wrong: both('A FIN ends one direction only: that of its sender.', 'FIN 只结束一个方向，即发送方的那个方向。'),
    misconception: 65,
  },
];

const MAY_SEND: ReadonlySet<string> = new Set(['ESTABLISHED', 'CLOSE_WAIT']);

export const whoMaySend: Kind = {
  id: 'who-may-send',
  revision: 1,
  topic: 'closing',
  skill: 'states',
  depth: 'junior',
  chapter: 'what-is-time-wait',
  section: 'eleven-states',
  sources: ['RFC 9293 §3.6', 'RFC 9293 §3.10.2'],
  title: both('Who may still send', '谁还可以发送'),
  make(chance) {
    const oneWayMs = chance.int(20, 200, 10);
    const [first, second] = chance.pick([
      ['client', 'server'],
      ['server', 'client'],
    ]);
    const call = chance.pick(['shutdown', 'shutdown', 'close']);
    const firstMs = chance.int(500, 3000, 100);
    const secondMs = firstMs + chance.int(1000, 6000, 100);
    const closes = { call: 'close', atMs: secondMs } as const;
    const ends = { call, atMs: firstMs } as const;
    const [client, server] = first === 'client' ? [[ends], [closes]] : [[closes], [ends]];
    const scenario = closing({ oneWayMs, client, server, timeWaitMs: 8000 });
    const atMs = chance.pick([
      chance.int(50, firstMs - 50, 50),
      chance.int(firstMs + 50, secondMs - 50, 50),
      chance.int(firstMs + 50, secondMs - 50, 50),
      chance.int(secondMs + 20, secondMs + 900, 20),
    ]);
    const timeline = run(scenario);
    const able = (['client', 'server'] as const).filter((side) => {
      const socket = side === 'client' ? 'c1' : 's1';
      return MAY_SEND.has(String(takeMeasure(timeline, { measure: 'state', socket, atMs })));
    });
    const said = { shutdown: 'shutdown(SHUT_WR)', close: 'close()' }[call];
    return {
      form: 'one',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way; none is lost. The ${SIDE[first].en} calls ${said} at ${seconds(firstMs)} s; the ${SIDE[second].en} calls close() at ${seconds(secondMs)} s. Whose application may still hand over data to be sent at ${seconds(atMs)} s?`,
        `报文段单程需要 ${oneWayMs} ms，没有丢失。${SIDE[first].zh}在 ${seconds(firstMs)} s 调用 ${said}；${SIDE[second].zh}在 ${seconds(secondMs)} s 调用 close()。在 ${seconds(atMs)} s 时，哪一方的应用还可以交付数据去发送？`,
      ),
      choices: CHOICES,
      answer: able.length === 2 ? 'both' : (able[0] ?? 'neither'),
      because: both('Each side may send until it closes its own direction.', '每一方在关闭自己的方向之前都可以发送。'),
      explanation: both(
        'A FIN means “I have no more data to send”. Who has received one is in CLOSE_WAIT and may send as long as it likes. (On Linux, after close() and not only shutdown(), what arrives late is answered with a RST; the sender may still send it.)',
        'FIN 的意思是“我没有数据要发送了”。收到它的一方处于 CLOSE_WAIT，想发多久就发多久。（在 Linux 上，如果对方调用的是 close() 而不只是 shutdown()，迟到的数据会换来 RST；但发送方仍然可以发送。）',
      ),
      play: { scenario, atMs },
    };
  },
};
