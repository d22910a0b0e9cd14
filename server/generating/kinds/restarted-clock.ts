import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';
import { staysOf } from '../scenes/plain-close';

export const restartedClock: Kind = {
  id: 'restarted-clock',
  revision: 1,
  topic: 'two-msl',
  skill: 'clock',
  depth: 'mid',
  chapter: 'what-is-time-wait',
  section: 'what-it-does',
  sources: ['RFC 9293 §3.10.7.4', 'RFC 6298 §5.5'],
  title: both('TIME_WAIT after lost ACKs', 'ACK 丢失后的 TIME_WAIT'),
  make(chance) {
    const oneWayMs = chance.int(10, 150, 10);
    const gapMs = chance.int(100, 2000, 100);
    const lost = chance.int(1, 3);
    const timeWaitMs = chance.int(10, 60) * 1000;
    const last = { from: 'client', to: 'server', flags: 'ACK' };
    // Its first bare ACK belongs to the handshake.
    const faults = Array.from({ length: lost }, (_, n) => ({
      match: { ...last, occurrence: n + 2 },
      action: 'drop' as const,
    }));
    const scenario = closing({
      oneWayMs,
      client: [{ call: 'close', atMs: 0 }],
      server: follows(gapMs),
      timeWaitMs,
      faults,
    });
    const waits = staysOf(run(scenario), 'client').find(({ state }) => state === 'TIME_WAIT');
    if (!waits) throw new Error('the client did not wait');
    const repeatMs = 1000 * (2 ** lost - 1);
    const s = (ms: number) => Math.round(ms) / 1000;
    return {
      form: 'number',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way. The client calls close() at 0 s and the server ${gapMs} ms after the FIN has reached it. The first ${lost} of the client’s ACKs for the server’s FIN are lost, nothing else. The server’s retransmission timeout is 1000 ms at first. TIME_WAIT lasts ${s(timeWaitMs)} s, and its clock starts anew as RFC 9293 says. At which second does it end?`,
        `报文段单程需要 ${oneWayMs} ms。客户端在 0 s 调用 close()，FIN 到达服务器 ${gapMs} ms 之后服务器调用 close()。客户端对服务器 FIN 的前 ${lost} 个 ACK 丢失，其余都没有丢失。服务器的重传超时起初为 1000 ms。TIME_WAIT 持续 ${s(timeWaitMs)} s，时钟按 RFC 9293 重新开始。它在第几秒结束？`,
      ),
      unit: 's',
      answer: s(waits.toMs),
      tolerance: 0.005,
      slips: [
        {
          value: s(waits.fromMs + timeWaitMs),
          feedback: both(
            'That counts from the first FIN. Every repeated one starts the clock anew.',
            '这是从第一个 FIN 算起。每个重传的 FIN 都会让时钟重新开始。',
          ),
          misconception: 33,
        },
        {
          value: s(waits.fromMs + lost * 1000 + timeWaitMs),
          feedback: both('The server’s interval doubles with each retransmission.', '服务器每重传一次，间隔就加倍。'),
          misconception: 62,
        },
        {
          value: s(waits.fromMs + 2 * repeatMs + timeWaitMs),
          feedback: both('The first interval is one RTO, not two.', '第一个间隔是一个 RTO，不是两个。'),
          misconception: 63,
        },
      ],
      otherwise: both(
        'Find when the last repeated FIN reaches the client; the whole wait follows that.',
        '找出最后一个重传的 FIN 何时到达客户端；完整的等待从那时算起。',
      ),
      explanation: both(
        `The FIN first arrives at ${s(waits.fromMs)} s. After ${lost} lost ACKs it has come ${lost} times more, the last time ${s(repeatMs)} s later; from then on the full ${s(timeWaitMs)} s.`,
        `FIN 第一次在 ${s(waits.fromMs)} s 到达。丢失 ${lost} 个 ACK 之后，它又来了 ${lost} 次，最后一次晚了 ${s(repeatMs)} s；从那时起再等满 ${s(timeWaitMs)} s。`,
      ),
      play: { scenario, atMs: waits.fromMs },
    };
  },
};
