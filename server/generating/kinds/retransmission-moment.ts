import 'server-only';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { unanswered } from '../scenes/retransmissions';

export const retransmissionMoment: Kind = {
  id: 'retransmission-moment',
  revision: 1,
  topic: 'last-ack',
  skill: 'last-ack',
  depth: 'mid',
  chapter: 'reason-two',
  section: 'a-long-enough-wait',
  sources: ['RFC 6298 §5.4', 'RFC 6298 §5.5'],
  title: both('When the FIN is sent again', 'FIN 何时再次发送'),
  make(chance) {
    const rtoMs = chance.int(1000, 4000, 50);
    const which = chance.int(2, 5);
    const sentAtMs = chance.int(0, 20_000, 100);
    const answer = (sentAtMs + (unanswered(rtoMs, 9).sentMs[which - 1] ?? 0)) / 1000;
    const s = (ms: number) => (sentAtMs + ms) / 1000;
    return {
      form: 'number',
      prompt: both(
        `A side in LAST_ACK sends its FIN at ${seconds(sentAtMs)} s, with a retransmission timeout of ${rtoMs} ms. Nothing ever comes back. At which second does it send retransmission number ${which} (the first transmission not counted), by RFC 6298?`,
        `处于 LAST_ACK 的一方在 ${seconds(sentAtMs)} s 发出 FIN，重传超时为 ${rtoMs} ms。始终没有任何回音。按 RFC 6298，它在第几秒发出第 ${which} 次重传（首次发送不算）？`,
      ),
      unit: 's',
      answer,
      tolerance: 0.005,
      slips: [
        {
          value: s(which * rtoMs),
          feedback: both(
            'That repeats the same interval. Each time-out doubles it.',
            '这是按相同间隔重复。每次超时间隔都会加倍。',
          ),
          misconception: 62,
        },
        {
          value: s(rtoMs * 2 ** (which - 1)),
          feedback: both(
            'That is the last interval alone. All of them add up.',
            '这只是最后一个间隔。所有间隔要加起来。',
          ),
          misconception: 62,
        },
        {
          value: s(rtoMs * (2 ** (which + 1) - 2)),
          feedback: both(
            'The first retransmission comes after one RTO; doubling begins only then.',
            '第一次重传在一个 RTO 之后；此后才开始加倍。',
          ),
          misconception: 63,
        },
      ],
      otherwise: both('Add up the intervals: RTO, 2 RTO, 4 RTO …', '把各个间隔加起来：RTO、2 RTO、4 RTO ……'),
      explanation: both(
        `The intervals are RTO, 2 RTO, 4 RTO …; up to retransmission ${which} they come to ${2 ** which - 1} RTO, ${seconds((2 ** which - 1) * rtoMs)} s after the first transmission.`,
        `各个间隔是 RTO、2 RTO、4 RTO ……；到第 ${which} 次重传为止共 ${2 ** which - 1} 个 RTO，即首次发送之后 ${seconds((2 ** which - 1) * rtoMs)} s。`,
      ),
    };
  },
};
