import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';
import { drawIsn, SPACE } from '../scenes/numbers';

export const acknowledgmentNumber: Kind = {
  id: 'acknowledgment-number',
  revision: 1,
  topic: 'closing',
  skill: 'close-sequence',
  depth: 'mid',
  chapter: 'what-is-time-wait',
  section: 'four-segments',
  sources: ['RFC 9293 §3.4', 'RFC 9293 §3.10.7.4'],
  title: both('The ACK number for a FIN', '确认 FIN 的 ACK 号'),
  make(chance) {
    const isn = drawIsn(chance);
    const octets = chance.int(1, 1400);
    const scenario = closing({
      oneWayMs: 40,
      client: [
        { call: 'send', data: 'x'.repeat(octets) },
        { call: 'close', atMs: 0 },
      ],
      server: follows(500),
      isns: [isn, 5000],
    });
    const { segments } = run(scenario);
    const fin = segments.find(({ from, kind }) => from === 'client' && kind === 'fin');
    const reply = segments.find(
      ({ from, sentMs }) => from === 'server' && fin !== undefined && sentMs >= fin.arrivesMs,
    );
    if (!reply || reply.ack === null) throw new Error('the FIN was not acknowledged');
    return {
      form: 'number',
      prompt: both(
        `A client’s SYN carried SEQ=${isn}. After the handshake the client has sent ${octets} octets of data, all of them acknowledged, and now sends its FIN. Which number is in the ACK field of the segment that acknowledges the FIN? (Numbers are modulo ${SPACE}.)`,
        `客户端的 SYN 带有 SEQ=${isn}。握手之后，客户端发送了 ${octets} 个八位组的数据，全部已被确认，现在发出 FIN。确认这个 FIN 的报文段，ACK 字段是多少？（序列号对 ${SPACE} 取模。）`,
      ),
      unit: '',
      answer: reply.ack,
      tolerance: 0,
      slips: [
        {
          value: (isn + octets + 1) % SPACE,
          feedback: both(
            'That counts one of SYN and FIN only. Each of them takes one number.',
            'SYN 和 FIN 你只算了一个。它们各占一个序列号。',
          ),
          misconception: 61,
        },
        {
          value: (isn + octets) % SPACE,
          feedback: both(
            'That counts the data only. SYN and FIN take one number each.',
            '这里只算了数据。SYN 和 FIN 各占一个序列号。',
          ),
          misconception: 61,
        },
        {
          value: isn + octets + 2,
          feedback: both(`Sequence numbers go from ${SPACE - 1} on to 0.`, `序列号到 ${SPACE - 1} 之后回到 0。`),
          misconception: 68,
        },
      ],
      otherwise: both(
        'Start from the SYN’s number and count SYN, data and FIN.',
        '从 SYN 的序列号开始，把 SYN、数据和 FIN 都数进去。',
      ),
      explanation: both(
        `SYN takes one number, the data ${octets}, FIN one: the next number expected is ${isn} + 1 + ${octets} + 1, modulo ${SPACE}.`,
        `SYN 占一个序列号，数据占 ${octets} 个，FIN 占一个：期待的下一个序列号是 ${isn} + 1 + ${octets} + 1，再对 ${SPACE} 取模。`,
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
