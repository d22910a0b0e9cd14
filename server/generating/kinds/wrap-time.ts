import 'server-only';
import { seqNumber } from '@/engine/tcp/sequence-number';
import { both, type Kind } from '../kind';
import { count } from '../say';

/** How many octets go by before a number comes again: the least power of two that the engine takes for none. */
function octetsAround(): number {
  let octets = 1;
  while (seqNumber(octets) !== 0) octets *= 2;
  return octets;
}

export const wrapTime: Kind = {
  id: 'wrap-time',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'isn-and-paws',
  depth: 'mid',
  chapter: 'reason-one',
  section: 'how-likely',
  sources: ['RFC 9293 §3.4.3', 'RFC 1185 App.'],
  title: both('How soon sequence numbers come again', '序列号多久重复一次'),
  make(chance) {
    const megabits = chance.pick([
      chance.int(1, 99),
      chance.int(100, 990, 10),
      chance.int(1000, 9900, 100),
      chance.int(10_000, 100_000, 1000),
    ]);
    const answer = (octetsAround() * 8) / (megabits * 1_000_000);
    const round = (value: number) => Number(value.toPrecision(4));
    return {
      form: 'number',
      prompt: both(
        `A sender keeps a path of ${count(megabits)} Mbit/s (10^6 bits a second) full with data of one connection. After how many seconds does it come to a sequence number that it has used before? Within 2 % is right.`,
        `发送方用一条连接的数据占满 ${count(megabits)} Mbit/s（每秒 10^6 比特）的路径。多少秒后它会用到以前用过的序列号？误差在 2 % 以内即可。`,
      ),
      unit: 's',
      answer: round(answer),
      tolerance: round(answer * 0.02),
      slips: [
        {
          value: round(answer / 8),
          feedback: both('Numbers count octets, not bits.', '序列号数的是八位组，不是比特。'),
          misconception: 71,
        },
        {
          value: round(answer / 2),
          feedback: both(
            'After half the space a number begins to look old; it comes again after all of it.',
            '走过一半空间时，序列号开始显得陈旧；走完整个空间才会重复。',
          ),
          misconception: 68,
        },
        {
          value: round(answer * 1460),
          feedback: both('Numbers count octets, not segments.', '序列号数的是八位组，不是报文段。'),
          misconception: 71,
        },
      ],
      otherwise: both(
        '2^32 octets of 8 bits each, divided by the bit rate.',
        '2^32 个八位组，每个 8 比特，除以比特率。',
      ),
      explanation: both(
        `2^32 octets are ${count(2 ** 32 * 8)} bits; at ${count(megabits)} Mbit/s that takes about ${round(answer)} s. Where this is less than the MSL, sequence numbers alone cannot tell old from new: hence PAWS.`,
        `2^32 个八位组是 ${count(2 ** 32 * 8)} 比特；在 ${count(megabits)} Mbit/s 下约需 ${round(answer)} s。如果这比 MSL 还短，单凭序列号就分不清新旧：所以需要 PAWS。`,
      ),
    };
  },
};
