import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Choice, type Kind } from '../kind';
import { seconds } from '../say';
import { closing } from '../scenes/closing';

const CHOICES: readonly Choice[] = [
  {
    value: 'client',
    text: both('Only the client', '只有客户端'),
    wrong: both(
      'Being the client decides nothing: what counts is whose FIN left before the other’s had arrived.',
      '是不是客户端并不重要：关键在于谁的 FIN 是在对方的 FIN 到达之前发出的。',
    ),
    misconception: 3,
  },
  {
    value: 'server',
    text: both('Only the server', '只有服务器'),
    wrong: both(
      'Being the server decides nothing: what counts is whose FIN left before the other’s had arrived.',
      '是不是服务器并不重要：关键在于谁的 FIN 是在对方的 FIN 到达之前发出的。',
    ),
    misconception: 3,
  },
  {
    value: 'both',
    text: both('Both of them', '双方都会'),
    wrong: both(
      'Both wait only if each sent its FIN before the other’s reached it.',
      '只有双方都在对方的 FIN 到达之前发出了自己的 FIN，两边才都会等待。',
    ),
    misconception: 67,
  },
  {
    value: 'neither',
    text: both('Neither of them', '双方都不会'),
    wrong: both(
      'A close by FINs always leaves somebody in TIME_WAIT: whoever sent the last ACK may be asked for it again.',
      '以 FIN 关闭时，总有一方要进入 TIME_WAIT：发送最后一个 ACK 的一方可能被要求再发一次。',
    ),
    misconception: 22,
  },
];

export const whoWaits: Kind = {
  id: 'who-waits',
  revision: 1,
  topic: 'time-wait',
  skill: 'who-waits',
  depth: 'mid',
  chapter: 'why-time-wait',
  section: 'both-at-once',
  sources: ['RFC 9293 §3.6', 'RFC 9293 Fig. 13'],
  title: both('Who holds TIME_WAIT', '谁进入 TIME_WAIT'),
  make(chance) {
    const oneWayMs = chance.int(20, 300, 10);
    const [earlier, later] = chance.shuffled(['client', 'server']);
    // As often crossing as not, and never at the very moment at which the FIN arrives.
    const byMs = chance.pick([true, false])
      ? chance.int(0, oneWayMs - 5, 5)
      : chance.int(oneWayMs + 5, oneWayMs * 4, 5);
    const at = { client: 0, server: 0 };
    if (earlier === 'client') at.server = byMs;
    else at.client = byMs;
    const scenario = closing({
      oneWayMs,
      client: [{ call: 'close', atMs: at.client }],
      server: [{ call: 'close', atMs: at.server }],
      timeWaitMs: 4000,
    });
    const { intervals } = run(scenario);
    const waiting = ['client', 'server'].filter((lane) =>
      intervals.some((one) => one.lane === lane && one.state === 'TIME_WAIT'),
    );
    const answer = waiting.length === 2 ? 'both' : (waiting[0] ?? 'neither');
    return {
      form: 'one',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way; none is lost. The client calls close() at ${seconds(at.client)} s, the server at ${seconds(at.server)} s, each by its own clock’s hand and without looking at the other. Who passes through TIME_WAIT?`,
        `报文段单程需要 ${oneWayMs} ms，没有丢失。客户端在 ${seconds(at.client)} s 调用 close()，服务器在 ${seconds(at.server)} s 调用 close()，双方各按自己的时间，互不等待。谁会经过 TIME_WAIT？`,
      ),
      choices: CHOICES,
      answer,
      because:
        answer === 'both'
          ? both(
              'The FINs crossed on the way, so both sides closed actively.',
              '两个 FIN 在途中交错，双方都是主动关闭。',
            )
          : both(
              'Its FIN had arrived at the other side before that side sent its own.',
              '它的 FIN 在对方发出自己的 FIN 之前就已到达。',
            ),
      explanation: both(
        `The ${later}’s close() comes ${byMs} ms after the ${earlier}’s. Compare that with the one way time: if the FIN is still travelling, the FINs cross, both sides pass through CLOSING and both wait; if it has arrived, only the first to close waits.`,
        `第二个 close() 比第一个晚 ${byMs} ms。拿它与单程时间相比：如果第一个 FIN 还在路上，两个 FIN 就会交错，双方都经过 CLOSING 并都要等待；如果已经到达，只有先关闭的一方等待。`,
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
