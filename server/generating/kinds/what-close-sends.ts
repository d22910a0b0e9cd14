import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Choice, type Kind } from '../kind';
import { closing } from '../scenes/closing';

const CHOICES: readonly Choice[] = [
  {
    value: 'FIN',
    text: both('A segment with FIN', '带 FIN 的报文段'),
    wrong: both(
      'FIN would say that all is well. Octets lie unread, so close() says RST: the peer must learn that they are lost.',
      'FIN 等于说一切正常。可还有八位组没有读，所以 close() 发出 RST：对端必须知道它们丢失了。',
    ),
    misconception: 64,
  },
  {
    value: 'RST',
    text: both('A segment with RST', '带 RST 的报文段'),
    wrong: both(
      'Everything that had arrived was read, so nothing is lost and the close is an orderly one.',
      '已经到达的都读完了，没有丢失什么，所以这是正常的关闭。',
    ),
    misconception: 29,
  },
  {
    value: 'nothing',
    text: both('Nothing; the rest is read first', '什么也不发；先等剩下的读完'),
    wrong: both(
      'close() does not wait for anybody to read: after it nobody can.',
      'close() 不会等谁来读：在它之后没有人能读了。',
    ),
    misconception: 64,
  },
  {
    value: 'ACK',
    text: both('An ACK only; the FIN follows when the peer closes', '只发 ACK；对端关闭时才发 FIN'),
    wrong: both('A close() does not wait for the other side’s.', 'close() 不会等待另一方的 close()。'),
    misconception: 65,
  },
];

export const whatCloseSends: Kind = {
  id: 'what-close-sends',
  revision: 1,
  topic: 'sockets',
  skill: 'linger',
  depth: 'mid',
  chapter: 'in-production',
  section: 'socket-options',
  sources: ['RFC 9293 §3.6.1', 'RFC 2525 §2.17', 'Linux `__tcp_close`'],
  title: both('What close() sends', 'close() 发出什么'),
  make(chance) {
    const oneWayMs = chance.int(5, 100, 5);
    const sent = chance.int(200, 1400, 10);
    const isAllRead = chance.pick([true, false]);
    const read = isAllRead ? sent : chance.int(10, sent - 10, 10);
    const closesAtMs = chance.int(oneWayMs + 20, 2000, 10);
    // Data that is still on its way when close() is called has not been received.
    const late = chance.pick([0, 0, chance.int(50, 500, 10)]);
    const lateAtMs = closesAtMs - Math.min(oneWayMs - 1, 3);
    const scenario = closing({
      oneWayMs,
      client: [
        { call: 'send', data: 'x'.repeat(sent), atMs: 0 },
        ...(late > 0 ? [{ call: 'send', data: 'y'.repeat(late), atMs: lateAtMs } as const] : []),
      ],
      server: [
        { call: 'receive', octets: read },
        { call: 'close', atMs: closesAtMs },
      ],
      profile: 'linux',
      endMs: closesAtMs + 3000,
    });
    const { segments } = run(scenario);
    const atMs = scenario.originMs + closesAtMs;
    const first = segments.find(({ from, sentMs }) => from === 'server' && sentMs === atMs);
    const answer =
      first === undefined ? 'nothing' : first.kind === 'rst' ? 'RST' : first.kind === 'fin' ? 'FIN' : 'ACK';
    const more =
      late > 0
        ? both(
            ` Another ${late} octets leave the client at ${lateAtMs} ms.`,
            `客户端在 ${lateAtMs} ms 又发出 ${late} 个八位组。`,
          )
        : both('', '');
    return {
      form: 'one',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way. A client sends ${sent} octets at 0 ms.${more.en} The server’s program, on Linux, reads ${read} octets of them, no more, and calls close() at ${closesAtMs} ms. What does its kernel send at that moment?`,
        `报文段单程需要 ${oneWayMs} ms。客户端在 0 ms 发送 ${sent} 个八位组。${more.zh}服务器程序运行在 Linux 上，读了其中 ${read} 个八位组，没有再读，并在 ${closesAtMs} ms 调用 close()。它的内核此刻发出什么？`,
      ),
      choices: CHOICES,
      answer,
      because: isAllRead
        ? both('What had arrived was read to the last octet.', '已经到达的数据，读到了最后一个八位组。')
        : both('Octets that had arrived were left unread.', '有已经到达的八位组没有被读走。'),
      explanation: both(
        `By then ${sent} octets have arrived and ${read} have been read. With anything left in the receive buffer close() sends a RST, and there will be no TIME_WAIT; with nothing left it sends a FIN. What is still on its way counts as not received.`,
        `到那时已经到达 ${sent} 个八位组，读了 ${read} 个。只要接收缓冲区里还有剩余，close() 就发送 RST，也就不会有 TIME_WAIT；没有剩余时发送 FIN。还在路上的不算已收到。`,
      ),
      play: { scenario, atMs: closesAtMs },
    };
  },
};
