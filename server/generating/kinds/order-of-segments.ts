import 'server-only';
import { both, type Kind } from '../kind';
import { drawTrace, printLine } from '../scenes/trace';

export const orderOfSegments: Kind = {
  id: 'order-of-segments',
  revision: 1,
  topic: 'operations',
  skill: 'trace-reading',
  depth: 'mid',
  chapter: 'what-is-time-wait',
  section: 'four-segments',
  sources: ['RFC 9293 §3.4', 'RFC 9293 §3.6'],
  title: both('Put the segments in order', '给报文段排序'),
  make(chance) {
    const { scenario, lines } = drawTrace(chance);
    const end = lines.slice(-5);
    const pieces = end.map((line, place) => ({
      value: String(place),
      text: both(printLine(line), printLine(line)),
      feedback: both(
        `Its SEQ=${line.seq} says what this side has sent before, its ACK=${line.ack} what it has received by then.`,
        `SEQ=${line.seq} 说明这一方此前发送了多少，ACK=${line.ack} 说明到那时收到了多少。`,
      ),
    }));
    const fins = end.flatMap(({ flags }, place) => (flags.includes('FIN') ? [place] : []));
    const [first = 0, second = 0] = fins;
    return {
      form: 'order',
      prompt: both(
        'These are the last segments of a connection, in no order. Nothing was lost or sent twice, and each was sent when the one before had arrived. In which order were they sent?',
        '这是一条连接的最后几个报文段，顺序打乱了。没有丢失，也没有重发，每个都在前一个到达之后才发出。它们是按什么顺序发送的？',
      ),
      pieces,
      swaps: [
        {
          earlier: String(first + 1),
          later: String(first),
          feedback: both('An ACK cannot acknowledge a FIN that has not been sent.', 'ACK 不可能确认还没有发出的 FIN。'),
          misconception: 61,
        },
        {
          earlier: String(second),
          later: String(first),
          feedback: both(
            'The ACK numbers tell: this FIN already acknowledges the other one.',
            '看 ACK 号：这个 FIN 已经确认了另一个。',
          ),
          misconception: 3,
        },
      ],
      explanation: both(
        'A segment’s ACK tells how much its sender had received. Whoever sends the FIN whose ACK does not count the other side’s FIN has closed first; the last ACK of all is that side’s.',
        '报文段的 ACK 说明发送方那时收到了多少。谁的 FIN 所带的 ACK 没有算上对方的 FIN，谁就先关闭；最后一个 ACK 也由它发出。',
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
