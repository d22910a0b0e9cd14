import 'server-only';
import { both, type Choice, type Kind } from '../kind';
import { SPACE } from '../scenes/numbers';
import { connectionIn, receive, segment } from '../scenes/tcb';

const CHOICES: readonly Choice[] = [
  {
    value: 'accepted',
    text: both('Its new octets are taken in order', '其中新的八位组按序接收'),
    wrong: both(
      'For that the segment has to reach over RCV.NXT, without a gap before it.',
      '那需要报文段越过 RCV.NXT，而且前面没有空缺。',
    ),
    misconception: 25,
  },
  {
    value: 'queued',
    text: both('It is kept until what is missing before it has come', '先留着，等前面缺的到齐'),
    wrong: both(
      'Kept is what lies in the window beyond RCV.NXT. This does not.',
      '留着的是窗口之内、RCV.NXT 之后的数据。它不是。',
    ),
    misconception: 24,
  },
  {
    value: 'refused',
    text: both('An ACK goes out and the octets are dropped', '发出一个 ACK，八位组丢弃'),
    wrong: both('Something of it lies in the window.', '它有一部分落在窗口之内。'),
    misconception: 69,
  },
  {
    value: 'reset',
    text: both('A RST goes back', '发回一个 RST'),
    wrong: both(
      'A connection that is there resets nobody for a wrong sequence number.',
      '连接还在时，不会因为序列号不对就发 RST。',
    ),
    misconception: 4,
  },
];

export const dataArrives: Kind = {
  id: 'data-arrives',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'segment-checks',
  depth: 'senior',
  chapter: 'reason-one',
  section: 'every-check',
  sources: ['RFC 9293 §3.4, Table 6', 'RFC 9293 §3.10.7.4'],
  title: both('What becomes of a data segment', '数据报文段的下场'),
  make(chance) {
    const rcvWnd = chance.int(2, 30) * 1000;
    const rcvNxt = chance.pick([chance.int(3000, 900_000, 100), SPACE - chance.int(100, 3000, 100)]);
    const length = chance.int(100, 1400, 50);
    const off = chance.pick([
      0,
      -chance.int(1, length - 1),
      chance.int(1, rcvWnd - length),
      -chance.int(length, length + 1500, 50),
      chance.int(rcvWnd, rcvWnd + 40_000, 100),
    ]);
    const seq = (rcvNxt + off + SPACE) % SPACE;
    const sndNxt = chance.int(2000, 60_000, 100);
    const connection = connectionIn('ESTABLISHED', { sndUna: sndNxt, sndNxt, rcvNxt, rcvWnd });
    const { reception } = receive(connection, segment({ at: seq, acks: sndNxt, text: 'x'.repeat(length) }));
    return {
      form: 'one',
      prompt: both(
        `A new connection is in ESTABLISHED with RCV.NXT=${rcvNxt} and RCV.WND=${rcvWnd}. An old duplicate arrives, with SEQ=${seq}, ${length} octets of data and an ACK field that happens to fit; there are no timestamps. What becomes of it? (Numbers are modulo ${SPACE}.)`,
        `一条新连接处于 ESTABLISHED，RCV.NXT=${rcvNxt}，RCV.WND=${rcvWnd}。这时来了一个旧的重复报文段：SEQ=${seq}，带 ${length} 个八位组的数据，ACK 字段恰好合适；没有时间戳。它会怎样？（序列号对 ${SPACE} 取模。）`,
      ),
      choices: CHOICES,
      answer: reception === 'accepted' || reception === 'queued' ? reception : 'refused',
      because: both('Compare its first and last number with the window.', '把它的首尾序列号与窗口比较。'),
      explanation: both(
        'A segment is acceptable if its first or its last octet lies in RCV.NXT … RCV.NXT + RCV.WND − 1. What begins at or before RCV.NXT and reaches over it is taken, what begins beyond is kept; all else draws an ACK and is dropped.',
        '报文段的第一个或最后一个八位组落在 RCV.NXT …… RCV.NXT + RCV.WND − 1 之内，就是可接受的。从 RCV.NXT 或之前开始并越过它的，会被接收；从之后开始的先留着；其余的换来一个 ACK，并被丢弃。',
      ),
    };
  },
};
