import 'server-only';
import { PROFILES } from '@/engine/tcp/profile';
import { both, type Kind } from '../kind';
import { SPACE } from '../scenes/numbers';
import { connectionIn, receive, segment } from '../scenes/tcb';

export const isnAfterReopening: Kind = {
  id: 'isn-after-reopening',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'isn-and-paws',
  depth: 'senior',
  chapter: 'reason-one',
  section: 'how-likely',
  sources: ['RFC 1122 §4.2.2.13', 'Linux `tcp_timewait_state_process`'],
  title: both('The initial number after reopening', '重新打开之后的初始序列号'),
  make(chance) {
    const isLate = chance.int(1, 4) === 1;
    const sndNxt = isLate ? SPACE - chance.int(1000, 60_000, 100) : chance.int(1000, 900_000, 10);
    const rcvNxt = chance.int(1000, 900_000, 10);
    const seq = rcvNxt + chance.int(1000, 90_000, 10);
    const connection = connectionIn('TIME_WAIT', { sndUna: sndNxt, sndNxt, rcvNxt, rcvWnd: 60_000 });
    const { reopenIss } = receive(connection, segment({ at: seq, syn: true }), PROFILES.linux, { hasListener: true });
    if (reopenIss === null) throw new Error('the SYN did not open');
    return {
      form: 'number',
      prompt: both(
        `A Linux server holds TIME_WAIT with SND.NXT=${sndNxt} and RCV.NXT=${rcvNxt}, without timestamps. A SYN with SEQ=${seq} arrives, and TIME_WAIT gives way. Which initial sequence number does the server’s SYN,ACK carry? (Linux adds 65535 + 2; numbers are modulo ${SPACE}.)`,
        `一台 Linux 服务器处于 TIME_WAIT，SND.NXT=${sndNxt}，RCV.NXT=${rcvNxt}，没有时间戳。收到一个 SEQ=${seq} 的 SYN，TIME_WAIT 让位。服务器的 SYN,ACK 带有的初始序列号是多少？（Linux 加上 65535 + 2；序列号对 ${SPACE} 取模。）`,
      ),
      unit: '',
      answer: reopenIss,
      tolerance: 0,
      slips: [
        {
          value: (rcvNxt + 65_537) % SPACE,
          feedback: both(
            'That is beyond the client’s numbers. The server must go beyond its own.',
            '这是超过客户端的序列号。服务器要超过的是自己的。',
          ),
          misconception: 27,
        },
        {
          value: (seq + 65_537) % SPACE,
          feedback: both(
            'The client’s new number does not matter for the server’s.',
            '客户端的新序列号与服务器的无关。',
          ),
          misconception: 27,
        },
        {
          value: (sndNxt + 65_535) % SPACE,
          feedback: both('That leaves out the 2.', '漏了那个 2。'),
          misconception: 61,
        },
        {
          value: sndNxt + 65_537,
          feedback: both(`Sequence numbers go from ${SPACE - 1} on to 0.`, `序列号到 ${SPACE - 1} 之后回到 0。`),
          misconception: 68,
        },
      ],
      otherwise: both('The old SND.NXT plus 65537.', '旧的 SND.NXT 加 65537。'),
      explanation: both(
        'The new number must lie beyond every one the old connection used. Adding more than an unscaled window puts old segments’ numbers and ACK fields outside the new connection’s windows.',
        '新的序列号必须超过旧连接用过的所有号。加上超过一个未缩放窗口的量，旧报文段的序列号和 ACK 字段就都落在新连接的窗口之外。',
      ),
    };
  },
};
