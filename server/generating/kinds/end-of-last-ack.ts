import 'server-only';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { unanswered } from '../scenes/retransmissions';

export const endOfLastAck: Kind = {
  id: 'end-of-last-ack',
  revision: 1,
  topic: 'last-ack',
  skill: 'last-ack',
  depth: 'senior',
  chapter: 'reason-two',
  section: 'what-2-msl-does-not-promise',
  sources: ['RFC 9293 §3.8.3', 'RFC 6298 §5.5', 'Linux `tcp_orphan_retries`'],
  title: both('How long LAST_ACK lasts without an answer', '没有回音时 LAST_ACK 持续多久'),
  make(chance) {
    const rtoMs = chance.int(1000, 3000, 50);
    const most = chance.int(3, 5);
    const { givenUpMs } = unanswered(rtoMs, most);
    return {
      form: 'number',
      prompt: both(
        `A server in LAST_ACK sends its FIN with a retransmission timeout of ${rtoMs} ms. The peer has lost its power. The server retransmits ${most} times, each interval twice the last, and gives up when the timer of the last one has run out. How many seconds after the FIN was first sent is LAST_ACK over?`,
        `处于 LAST_ACK 的服务器发出 FIN，重传超时为 ${rtoMs} ms。对端断电了。服务器重传 ${most} 次，每个间隔是前一个的两倍，最后一次的定时器到期时放弃。从首次发送 FIN 起，多少秒后 LAST_ACK 结束？`,
      ),
      unit: 's',
      answer: givenUpMs / 1000,
      tolerance: 0.005,
      slips: [
        {
          value: (rtoMs * (2 ** most - 1)) / 1000,
          feedback: both(
            'That is when the last retransmission goes out. Its own timer has to run out too.',
            '这是最后一次重传发出的时刻。它自己的定时器还要走完。',
          ),
          misconception: 63,
        },
        {
          value: (rtoMs * (most + 1)) / 1000,
          feedback: both('The intervals double.', '间隔是加倍的。'),
          misconception: 62,
        },
        {
          value: 60,
          feedback: both(
            '60 s is Linux’s TIME_WAIT, which this side never enters.',
            '60 s 是 Linux 的 TIME_WAIT，这一侧根本不会进入。',
          ),
          misconception: 3,
        },
      ],
      otherwise: both('Add up all intervals, the last one included.', '把所有间隔加起来，最后一个也算。'),
      explanation: both(
        `${most + 1} intervals run out: RTO × (1 + 2 + 4 + …) = RTO × ${2 ** (most + 1) - 1} = ${seconds(givenUpMs)} s. LAST_ACK does not last for ever.`,
        `共有 ${most + 1} 个间隔走完：RTO × (1 + 2 + 4 + ……) = RTO × ${2 ** (most + 1) - 1} = ${seconds(givenUpMs)} s。LAST_ACK 不会永远持续。`,
      ),
    };
  },
};
