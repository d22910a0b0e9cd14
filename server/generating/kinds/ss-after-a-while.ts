import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { clientHost, LOOKED_AT_MS, printSs, ssLines } from '../scenes/client-host';
import { drawSsScene } from '../scenes/ss-scene';

export const ssAfterAWhile: Kind = {
  id: 'ss-after-a-while',
  revision: 1,
  topic: 'operations',
  skill: 'diagnosis',
  depth: 'senior',
  chapter: 'in-production',
  section: 'what-to-do',
  sources: ['Linux `tcp_fin_time`', 'Linux `TCP_TIMEWAIT_LEN`', 'RFC 9293 §3.10.4'],
  title: both('Read ss: what goes by itself', '读 ss：什么会自己消失'),
  make(chance) {
    const scene = drawSsScene(chance);
    const minutes = chance.int(2, 30);
    const scenario = clientHost(scene);
    const timeline = run({ ...scenario, endMs: LOOKED_AT_MS + minutes * 60_000 });
    const lines = ssLines(timeline, LOOKED_AT_MS);
    const answer = ssLines(timeline, LOOKED_AT_MS + minutes * 60_000 - 1).length;
    const by = (state: string) => lines.filter((line) => line.state === state).length;
    return {
      form: 'number',
      prompt: both(
        `A Linux host with default settings lists its connections. Every program that has closed its socket did so with close(). From now on no program on either side does anything, and no segment is lost. How many of these lines does ss still show ${minutes} minutes later?`,
        `一台默认设置的 Linux 主机列出了它的连接。凡是关闭了套接字的程序，用的都是 close()。从现在起双方的程序都不再做任何事，也没有报文段丢失。${minutes} 分钟之后，ss 还会显示其中多少行？`,
      ),
      exhibit: { type: 'terminal', text: printSs(lines, scene.addresses.client) },
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: lines.length - by('TIME_WAIT'),
          feedback: both(
            'FIN-WAIT-2 that nobody owns ends after tcp_fin_timeout, 60 s.',
            '没有主人的 FIN-WAIT-2 会在 tcp_fin_timeout 即 60 s 之后结束。',
          ),
          misconception: 7,
        },
        {
          value: by('ESTABLISHED'),
          feedback: both(
            'CLOSE-WAIT has no clock: it lasts until the program calls close().',
            'CLOSE-WAIT 没有时钟：它一直持续到程序调用 close()。',
          ),
          misconception: 21,
        },
        {
          value: lines.length,
          feedback: both('TIME-WAIT ends by itself after 60 s.', 'TIME-WAIT 在 60 s 后自行结束。'),
          misconception: 21,
        },
      ],
      otherwise: both('Which of these states have a clock?', '这些状态中哪些有时钟？'),
      explanation: both(
        'TIME-WAIT ends after 60 s, an orphan in FIN-WAIT-2 after tcp_fin_timeout (60 s). ESTAB and CLOSE-WAIT have no clock; without keepalive they stay as long as the programs do nothing.',
        'TIME-WAIT 在 60 s 后结束，处于 FIN-WAIT-2 的孤儿在 tcp_fin_timeout（60 s）后结束。ESTAB 和 CLOSE-WAIT 没有时钟；没有保活时，只要程序什么也不做，它们就一直在。',
      ),
    };
  },
};
