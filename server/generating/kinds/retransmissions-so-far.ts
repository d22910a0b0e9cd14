import 'server-only';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { unanswered } from '../scenes/retransmissions';

export const retransmissionsSoFar: Kind = {
  id: 'retransmissions-so-far',
  revision: 1,
  topic: 'last-ack',
  skill: 'last-ack',
  depth: 'mid',
  chapter: 'reason-two',
  section: 'a-long-enough-wait',
  sources: ['RFC 6298 §5.4', 'RFC 6298 §5.5'],
  title: both('How often the FIN has been repeated', 'FIN 已经重传了几次'),
  make(chance) {
    const rtoMs = chance.int(1000, 3000, 100);
    const { sentMs } = unanswered(rtoMs, 12);
    const wanted = chance.int(1, 5);
    const atMs = chance.int((sentMs[wanted - 1] ?? 0) + 100, (sentMs[wanted] ?? 0) - 100, 100);
    const answer = sentMs.filter((ms) => ms <= atMs).length;
    return {
      form: 'number',
      prompt: both(
        `A side in LAST_ACK sends its FIN at 0 s with a retransmission timeout of ${rtoMs} ms, and its peer is silent. How many retransmissions of the FIN have been sent by ${seconds(atMs)} s, by RFC 6298?`,
        `处于 LAST_ACK 的一方在 0 s 发出 FIN，重传超时为 ${rtoMs} ms，对端毫无回音。按 RFC 6298，到 ${seconds(atMs)} s 为止，FIN 已经重传了几次？`,
      ),
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: Math.floor(atMs / rtoMs),
          feedback: both(
            'That repeats the same interval. Each time-out doubles it.',
            '这是按相同间隔重复。每次超时间隔都会加倍。',
          ),
          misconception: 62,
        },
        {
          value: answer + 1,
          feedback: both('The first transmission is no retransmission.', '首次发送不算重传。'),
          misconception: 63,
        },
        {
          value: answer - 1,
          feedback: both(
            'The first retransmission comes after one RTO, not two.',
            '第一次重传在一个 RTO 之后，不是两个。',
          ),
          misconception: 63,
        },
      ],
      otherwise: both(
        'They come 1, 3, 7, 15 … RTO after the first transmission.',
        '它们分别在首次发送之后 1、3、7、15 …… 个 RTO 发出。',
      ),
      explanation: both(
        `Retransmissions go out 1, 3, 7, 15 … RTO after the first transmission: at ${sentMs
          .slice(0, answer + 1)
          .map(seconds)
          .join(', ')} s. The last of these is still to come.`,
        `重传在首次发送之后 1、3、7、15 …… 个 RTO 发出：${sentMs
          .slice(0, answer + 1)
          .map(seconds)
          .join('、')} s。其中最后一个还没有到时候。`,
      ),
    };
  },
};
