import 'server-only';
import { both, type Kind } from '../kind';
import { unanswered } from '../scenes/retransmissions';

export const timeoutAfterLosses: Kind = {
  id: 'timeout-after-losses',
  revision: 1,
  topic: 'last-ack',
  skill: 'last-ack',
  depth: 'junior',
  chapter: 'reason-two',
  section: 'a-long-enough-wait',
  sources: ['RFC 6298 §5.5', 'RFC 6298 §2.5'],
  title: both('The timeout after some losses', '几次丢失之后的超时时间'),
  make(chance) {
    const rtoMs = chance.int(1000, 6000, 50);
    const lost = chance.int(2, 7);
    const answer = unanswered(rtoMs, 12).rtoMs[lost - 1] ?? 0;
    return {
      form: 'number',
      prompt: both(
        `A FIN goes out with a retransmission timeout of ${rtoMs} ms. It and its retransmissions are lost; ${lost} retransmissions have been sent by now. How long does the timer run that was started with the last of them, by RFC 6298 with a maximum of 120 s?`,
        `一个 FIN 以 ${rtoMs} ms 的重传超时发出。它和它的重传都丢失了；到现在已经重传 ${lost} 次。按 RFC 6298，上限为 120 s，随最后一次重传启动的定时器要走多久？`,
      ),
      unit: 's',
      answer: answer / 1000,
      tolerance: 0.005,
      slips: [
        {
          value: rtoMs / 1000,
          feedback: both(
            'That is the interval at the start. Each time-out doubles it.',
            '这是起初的间隔。每次超时都会加倍。',
          ),
          misconception: 62,
        },
        {
          value: Math.min(120_000, rtoMs * 2 ** (lost + 1)) / 1000,
          feedback: both('That is one doubling too many.', '这多加倍了一次。'),
          misconception: 63,
        },
        {
          value: (rtoMs * (lost + 1)) / 1000,
          feedback: both(
            'The interval doubles; it does not grow by one RTO each time.',
            '间隔是加倍，而不是每次多一个 RTO。',
          ),
          misconception: 62,
        },
        {
          value: (rtoMs * 2 ** lost) / 1000,
          feedback: both('It never exceeds the maximum of 120 s.', '它不会超过 120 s 的上限。'),
          misconception: 62,
        },
      ],
      otherwise: both('Double once for each retransmission, up to the maximum.', '每重传一次加倍一次，直到上限。'),
      explanation: both(
        `Every time-out doubles the interval: ${rtoMs} ms × 2^${lost}, but at most 120 s.`,
        `每次超时间隔加倍：${rtoMs} ms × 2^${lost}，但最多 120 s。`,
      ),
    };
  },
};
