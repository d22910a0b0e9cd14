import 'server-only';
import { run } from '@/engine/simulation/run';
import type { Fault } from '@/engine/simulation/scenario';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';

const LOSSES = {
  none: both('Nothing is lost.', '没有丢失。'),
  fin: both(
    'Of the client’s FIN the first transmission is lost, nothing else.',
    '客户端的 FIN 第一次发送时丢失，其余都没有丢失。',
  ),
  last: both('The client’s last ACK is lost, nothing else.', '客户端的最后一个 ACK 丢失，其余都没有丢失。'),
  serverFin: both(
    'Of the server’s FIN the first transmission is lost, nothing else.',
    '服务器的 FIN 第一次发送时丢失，其余都没有丢失。',
  ),
} as const;

const FAULTS: Readonly<Record<keyof typeof LOSSES, readonly Fault[]>> = {
  none: [],
  fin: [{ match: { from: 'client', to: 'server', flags: 'FIN,ACK', occurrence: 1 }, action: 'drop' }],
  last: [{ match: { from: 'client', to: 'server', flags: 'ACK', occurrence: 2 }, action: 'drop' }],
  serverFin: [{ match: { from: 'server', to: 'client', flags: 'FIN,ACK', occurrence: 1 }, action: 'drop' }],
};

export const segmentsOfAClose: Kind = {
  id: 'segments-of-a-close',
  revision: 1,
  topic: 'closing',
  skill: 'close-sequence',
  depth: 'mid',
  chapter: 'what-is-time-wait',
  section: 'three-segments',
  sources: ['RFC 9293 §3.6', 'RFC 9293 Fig. 5, note 2'],
  title: both('How many segments a close takes', '一次关闭用多少个报文段'),
  make(chance) {
    const oneWayMs = chance.int(10, 150, 10);
    const gapMs = chance.pick([0, chance.int(50, 3000, 50)]);
    const loss = chance.pick(['none', 'none', 'fin', 'last', 'serverFin']);
    const scenario = closing({
      oneWayMs,
      client: [{ call: 'close', atMs: 0 }],
      server: follows(gapMs),
      timeWaitMs: 30_000,
      faults: FAULTS[loss],
    });
    const { segments } = run(scenario);
    const answer = segments.filter(({ sentMs }) => sentMs >= scenario.originMs).length;
    const told = LOSSES[loss];
    const closes =
      gapMs === 0
        ? both(
            'The server’s application closes in the instant in which it hears of the FIN, so that its own FIN and its ACK go together.',
            '服务器的应用一得知 FIN 就立即关闭，所以它自己的 FIN 与 ACK 同行。',
          )
        : both(
            `The server’s application closes ${gapMs} ms after the FIN has reached it; its kernel acknowledges at once.`,
            `FIN 到达 ${gapMs} ms 之后服务器的应用才关闭；它的内核立即确认。`,
          );
    const plain = gapMs === 0 ? 3 : 4;
    return {
      form: 'number',
      prompt: both(
        `A client calls close(), a segment takes ${oneWayMs} ms one way, and the retransmission timeout is 1000 ms on both sides. ${closes.en} ${told.en} TIME_WAIT lasts 30 s. How many segments are sent from the close() on, lost ones and repeated ones counted?`,
        `客户端调用 close()，报文段单程需要 ${oneWayMs} ms，双方的重传超时都是 1000 ms。${closes.zh}${told.zh}TIME_WAIT 持续 30 s。从 close() 开始一共发送了多少个报文段？丢失的和重传的都算。`,
      ),
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: 4,
          feedback: both(
            'Four is the picture in the books. Look whether ACK and FIN go together, and what is sent again.',
            '四个是书上的图。看看 ACK 和 FIN 是否合并，以及哪些被重发。',
          ),
          misconception: 20,
        },
        {
          value: plain,
          feedback: both(
            'That leaves out what the loss causes: a repeated FIN and, where it is due, its ACK.',
            '这漏掉了丢失引起的报文段：重传的 FIN，以及随之而来的 ACK。',
          ),
          misconception: 20,
        },
        {
          value: plain + 1,
          feedback: both('A repeated FIN that arrives is acknowledged anew.', '重传的 FIN 到达后会再次被确认。'),
          misconception: 33,
        },
        {
          value: plain - 1,
          feedback: both('Each of the two FINs needs its acknowledgment.', '两个 FIN 各自都需要确认。'),
          misconception: 20,
        },
      ],
      otherwise: both(
        'Write down each segment with its ACK; then what the loss makes come again.',
        '把每个报文段和它的 ACK 都写下来；再加上丢失引起的重发。',
      ),
      explanation: both(
        'Two FINs and two ACKs make four, or three where the first ACK rides on the second FIN. A lost FIN is sent once more. A lost last ACK makes the FIN come again and be acknowledged again. Where a lost FIN carried the ACK of the other one, both FINs are sent again and both acknowledged.',
        '两个 FIN 和两个 ACK 共四个；第一个 ACK 搭在第二个 FIN 上时是三个。丢失的 FIN 重发一次。最后一个 ACK 丢失时，FIN 会再来一次，并再次被确认。如果丢失的 FIN 还带着对另一个 FIN 的确认，两个 FIN 都会重发，也都会被确认。',
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
