import 'server-only';
import type { Connection } from '@/engine/tcp/connection';
import { both, type Kind } from '../kind';
import { connectionIn, receive, segment } from '../scenes/tcb';

export const challengeAcks: Kind = {
  id: 'challenge-acks',
  revision: 1,
  topic: 'last-ack',
  skill: 'challenge-ack',
  depth: 'senior',
  chapter: 'reason-two',
  section: 'who-sends-the-reset',
  sources: ['RFC 5961 §7', 'Linux `tcp_invalid_ratelimit`', 'measured on Linux 6.18'],
  title: both('How many challenge ACKs', '发出几个挑战 ACK'),
  make(chance) {
    const moments: number[] = [chance.int(0, 300, 10)];
    const count = chance.int(3, 6);
    while (moments.length < count) moments.push((moments.at(-1) ?? 0) + chance.int(60, 700, 10) + 5);
    const rcvNxt = chance.int(1000, 60_000, 10);
    let connection: Connection = connectionIn('LAST_ACK', {
      sndUna: 5000,
      sndNxt: 5001,
      rcvNxt,
      rcvWnd: 60_000,
      finOut: true,
    });
    let answer = 0;
    for (const ms of moments) {
      const syn = segment({ at: rcvNxt + 70_000, syn: true });
      const reaction = receive(connection, syn, undefined, { nowMs: 10_000 + ms });
      connection = reaction.connection;
      if (reaction.isChallenge) answer += 1;
    }
    const spread = (moments.at(-1) ?? 0) - (moments[0] ?? 0);
    return {
      form: 'number',
      prompt: both(
        `A connection is in LAST_ACK and has sent no challenge ACK yet. SYNs for it arrive at ${moments.join(', ')} ms. After a challenge ACK this stack sends none for 500 ms. How many challenge ACKs does it send in answer?`,
        `一条连接处于 LAST_ACK，还没有发过挑战 ACK。它分别在 ${moments.join('、')} ms 收到 SYN。这个协议栈在发出一个挑战 ACK 之后 500 ms 内不再发。它一共回答几个挑战 ACK？`,
      ),
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: count,
          feedback: both('Some come too soon after one that was answered.', '有些来得太早，离上一个被回答的太近。'),
          misconception: 69,
        },
        {
          value: 0,
          feedback: both('The first SYN is always answered.', '第一个 SYN 总会得到回答。'),
          misconception: 69,
        },
        {
          value: Math.floor(spread / 500) + 1,
          feedback: both(
            'The 500 ms run from each challenge ACK that was sent, not from a fixed clock.',
            '500 ms 从每个实际发出的挑战 ACK 算起，而不是按固定时钟。',
          ),
          misconception: 33,
        },
        {
          value: 1,
          feedback: both('After 500 ms the next SYN is answered again.', '500 ms 之后的下一个 SYN 又会得到回答。'),
          misconception: 5,
        },
      ],
      otherwise: both(
        'Go through them: answered if the last challenge ACK was 500 ms ago or more.',
        '逐个看：距上一个挑战 ACK 已满 500 ms 的，就回答。',
      ),
      explanation: both(
        'The first is answered. Each later one is answered only if at least 500 ms have gone by since the last challenge ACK that was sent; SYNs that went unanswered do not count.',
        '第一个得到回答。以后的每一个，只有距上一个实际发出的挑战 ACK 至少 500 ms 时才回答；没有得到回答的 SYN 不算。',
      ),
    };
  },
};
