import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { closing, follows } from '../scenes/closing';
import { staysOf } from '../scenes/plain-close';

export const endOfTimeWait: Kind = {
  id: 'end-of-time-wait',
  revision: 1,
  topic: 'two-msl',
  skill: 'clock',
  depth: 'junior',
  chapter: 'how-long',
  section: 'from-when',
  sources: ['RFC 9293 §3.6.1', 'RFC 9293 §3.10.7.4'],
  title: both('When TIME_WAIT ends', 'TIME_WAIT 何时结束'),
  make(chance) {
    const oneWayMs = chance.int(10, 250, 10);
    const gapMs = chance.int(100, 5000, 100);
    const mslMs = chance.int(1, 120) * 1000;
    const scenario = closing({ oneWayMs, client: [{ call: 'close', atMs: 0 }], server: follows(gapMs), mslMs });
    const waits = staysOf(run(scenario), 'client').find(({ state }) => state === 'TIME_WAIT');
    if (!waits) throw new Error('the client did not wait');
    const begins = seconds(waits.fromMs);
    return {
      form: 'number',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way and none is lost; the MSL is ${mslMs / 1000} s. The client calls close() at 0 s, and the server’s application calls close() ${gapMs} ms after the FIN has reached it. At which second does the client’s TIME_WAIT end?`,
        `报文段单程需要 ${oneWayMs} ms，没有丢失；MSL 为 ${mslMs / 1000} s。客户端在 0 s 调用 close()；FIN 到达服务器 ${gapMs} ms 之后，服务器的应用调用 close()。客户端的 TIME_WAIT 在第几秒结束？`,
      ),
      unit: 's',
      answer: waits.toMs / 1000,
      tolerance: 0.005,
      slips: [
        {
          value: (2 * mslMs) / 1000,
          feedback: both(
            'That counts from the client’s close(). The clock starts when the server’s FIN arrives.',
            '这是从客户端的 close() 算起。时钟从服务器的 FIN 到达时才开始走。',
          ),
          misconception: 72,
        },
        {
          value: (waits.fromMs + mslMs) / 1000,
          feedback: both('That is one MSL after the FIN. The wait is two.', '这只比 FIN 晚一个 MSL。要等的是两个。'),
          misconception: 70,
        },
        {
          value: (waits.toMs - oneWayMs) / 1000,
          feedback: both(
            'That counts from the moment at which the server sent its FIN. It has to arrive first.',
            '这是从服务器发出 FIN 算起。它得先到达。',
          ),
          misconception: 67,
        },
      ],
      otherwise: both(
        'Find the moment at which the server’s FIN reaches the client, and add two MSL.',
        '先找出服务器的 FIN 到达客户端的时刻，再加上两个 MSL。',
      ),
      explanation: both(
        `The FIN takes ${oneWayMs} ms, the server waits ${gapMs} ms, its FIN takes another ${oneWayMs} ms: TIME_WAIT begins at ${begins} s and lasts two MSL, ${(2 * mslMs) / 1000} s.`,
        `FIN 路上 ${oneWayMs} ms，服务器等待 ${gapMs} ms，它的 FIN 再走 ${oneWayMs} ms：TIME_WAIT 从 ${begins} s 开始，持续两个 MSL，即 ${(2 * mslMs) / 1000} s。`,
      ),
      play: { scenario, atMs: waits.fromMs },
    };
  },
};
