import 'server-only';
import { both, type Kind } from '../kind';
import { connectionIn, receive, segment } from '../scenes/tcb';

export const newOctets: Kind = {
  id: 'new-octets',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'old-duplicate',
  depth: 'senior',
  chapter: 'reason-one',
  section: 'what-is-lost',
  sources: ['RFC 9293 §3.10.7.4', 'RFC 1337 §2.2'],
  title: both('How many octets get through', '有多少八位组混了进去'),
  make(chance) {
    const rcvNxt = chance.int(5000, 900_000, 10);
    const length = chance.int(200, 1400, 10);
    // Cut off on the left, or on the right: one that reached over both ends would not be acceptable by Table 6.
    const isCutOnTheRight = chance.int(1, 3) === 1;
    const before = isCutOnTheRight ? 0 : chance.int(10, length - 10, 10);
    const rcvWnd = isCutOnTheRight ? chance.int(10, length - 10, 10) : chance.int(2, 60) * 1000;
    const sndNxt = chance.int(2000, 60_000, 100);
    const connection = connectionIn('ESTABLISHED', { sndUna: sndNxt, sndNxt, rcvNxt, rcvWnd });
    const arriving = segment({ at: rcvNxt - before, acks: sndNxt, text: 'x'.repeat(length) });
    const { connection: after } = receive(connection, arriving);
    const answer = 'receive' in after ? after.receive.rcvNxt - rcvNxt : 0;
    return {
      form: 'number',
      prompt: both(
        `A connection has RCV.NXT=${rcvNxt} and RCV.WND=${rcvWnd}. An old duplicate with SEQ=${rcvNxt - before} and ${length} octets arrives and passes every check. How many of its octets are taken for data of this connection?`,
        `一条连接的 RCV.NXT=${rcvNxt}，RCV.WND=${rcvWnd}。一个 SEQ=${rcvNxt - before}、带 ${length} 个八位组的旧的重复报文段到达，并通过了所有检查。其中有多少个八位组会被当作这条连接的数据？`,
      ),
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: length,
          feedback: both(
            'What lies left of RCV.NXT is known already and is cut off.',
            '在 RCV.NXT 左边的是已经收到的，会被截掉。',
          ),
          misconception: 25,
        },
        {
          value: before,
          feedback: both('Those are the ones that are cut off.', '这些正是被截掉的。'),
          misconception: 25,
        },
        {
          value: length - before,
          feedback: both('The window has an end on the right too.', '窗口在右边也有尽头。'),
          misconception: 25,
        },
        {
          value: 0,
          feedback: both(
            'Part of it lies in the window, so it is acceptable.',
            '它有一部分在窗口之内，所以是可接受的。',
          ),
          misconception: 69,
        },
      ],
      otherwise: both(
        'Cut off what lies left of RCV.NXT and right of the window.',
        '截掉 RCV.NXT 左边的和窗口右边的部分。',
      ),
      explanation: both(
        `${before} octets lie before RCV.NXT; ${length - before} follow, of which at most ${rcvWnd} fit the window.`,
        `有 ${before} 个八位组在 RCV.NXT 之前；其后还有 ${length - before} 个，其中最多 ${rcvWnd} 个能放进窗口。`,
      ),
    };
  },
};
