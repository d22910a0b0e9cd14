import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';
import { drawIsn, SPACE } from '../scenes/numbers';

export const finNumber: Kind = {
  id: 'fin-number',
  revision: 1,
  topic: 'closing',
  skill: 'close-sequence',
  depth: 'junior',
  chapter: 'what-is-time-wait',
  section: 'four-segments',
  sources: ['RFC 9293 §3.4'],
  title: both('The sequence number of a FIN', 'FIN 的序列号'),
  make(chance) {
    const isn = drawIsn(chance);
    const parts = Array.from({ length: chance.int(1, 3) }, () => chance.int(1, 1200));
    const octets = parts.reduce((sum, part) => sum + part, 0);
    const scenario = closing({
      oneWayMs: 40,
      client: [...parts.map((part) => ({ call: 'send', data: 'x'.repeat(part) }) as const), { call: 'close', atMs: 0 }],
      server: follows(500),
      isns: [isn, 5000],
    });
    const fin = run(scenario).segments.find(({ from, kind }) => from === 'client' && kind === 'fin');
    if (!fin) throw new Error('no FIN was sent');
    const told = parts.join(' + ');
    return {
      form: 'number',
      prompt: both(
        `A client’s SYN carried SEQ=${isn}. Since then it has sent data in ${parts.length} segments (${told} octets), and everything has been acknowledged. Now it calls close(). Which number is in the SEQ field of its FIN? (Numbers are modulo ${SPACE}.)`,
        `客户端的 SYN 带有 SEQ=${isn}。此后它用 ${parts.length} 个报文段发送了数据（${told} 个八位组），全部已被确认。现在它调用 close()。它的 FIN 的 SEQ 字段是多少？（序列号对 ${SPACE} 取模。）`,
      ),
      unit: '',
      answer: fin.seq,
      tolerance: 0,
      slips: [
        {
          value: (isn + octets) % SPACE,
          feedback: both('The SYN took one number too.', 'SYN 也占了一个序列号。'),
          misconception: 61,
        },
        {
          value: (isn + 1 + parts.length) % SPACE,
          feedback: both('Sequence numbers count octets, not segments.', '序列号数的是八位组，不是报文段。'),
          misconception: 71,
        },
        {
          value: (isn + octets + 2) % SPACE,
          feedback: both(
            'That is the number after the FIN, which the ACK will carry.',
            '这是 FIN 之后的那个号，ACK 才会带上它。',
          ),
          misconception: 67,
        },
        {
          value: isn + octets + 1,
          feedback: both(`Sequence numbers go from ${SPACE - 1} on to 0.`, `序列号到 ${SPACE - 1} 之后回到 0。`),
          misconception: 68,
        },
      ],
      otherwise: both('The FIN stands after the SYN and every octet of data.', 'FIN 排在 SYN 和每一个数据八位组之后。'),
      explanation: both(
        `SYN takes one number and the data ${octets}: the FIN stands at ${isn} + 1 + ${octets}, modulo ${SPACE}, and takes one itself.`,
        `SYN 占一个序列号，数据占 ${octets} 个：FIN 位于 ${isn} + 1 + ${octets}，再对 ${SPACE} 取模，它自己也占一个。`,
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
