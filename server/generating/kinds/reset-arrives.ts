import 'server-only';
import { both, type Choice, type Kind } from '../kind';
import { SPACE } from '../scenes/numbers';
import { connectionIn, receive, segment } from '../scenes/tcb';

const CHOICES: readonly Choice[] = [
  {
    value: 'ends',
    text: both('The connection ends', '连接结束'),
    wrong: both(
      'Only a RST at RCV.NXT exactly ends it (RFC 5961).',
      '只有序列号恰好等于 RCV.NXT 的 RST 才会结束它（RFC 5961）。',
    ),
    misconception: 66,
  },
  {
    value: 'challenge',
    text: both('An ACK goes out and the connection stays', '发出一个 ACK，连接保持'),
    wrong: both(
      'The challenge ACK is for a RST inside the window that is not at RCV.NXT.',
      '挑战 ACK 针对的是在窗口之内、但不在 RCV.NXT 的 RST。',
    ),
    misconception: 69,
  },
  {
    value: 'dropped',
    text: both('Nothing: it is dropped', '什么也不做：丢弃'),
    wrong: both('Only a RST outside the window is dropped without a word.', '只有窗口之外的 RST 才会被悄悄丢弃。'),
    misconception: 69,
  },
  {
    value: 'reset',
    text: both('A RST goes back', '发回一个 RST'),
    wrong: both('A RST is never answered with a RST.', '对 RST 从不回答 RST。'),
    misconception: 4,
  },
];

export const resetArrives: Kind = {
  id: 'reset-arrives',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'segment-checks',
  depth: 'mid',
  chapter: 'in-production',
  section: 'a-reset-ends-it',
  sources: ['RFC 9293 §3.10.7.4', 'RFC 5961 §3'],
  title: both('What a RST does', 'RST 起什么作用'),
  make(chance) {
    const state = chance.pick(['ESTABLISHED', 'FIN_WAIT_2', 'CLOSE_WAIT']);
    const rcvWnd = chance.int(4, 60) * 1000;
    const rcvNxt = chance.pick([chance.int(1000, 900_000, 100), SPACE - chance.int(100, 3000, 100)]);
    const off = chance.pick([
      0,
      chance.int(1, rcvWnd - 1),
      chance.int(rcvWnd, rcvWnd + 50_000, 100),
      -chance.int(1, 900),
    ]);
    const seq = (rcvNxt + off + SPACE) % SPACE;
    const sndNxt = chance.int(2000, 60_000, 100);
    const connection = connectionIn(state, { sndUna: sndNxt, sndNxt, rcvNxt, rcvWnd });
    const reaction = receive(connection, segment({ at: seq, rst: true }));
    const ends = reaction.connection.state === 'CLOSED';
    const answer = ends ? 'ends' : reaction.flags === '' ? 'dropped' : reaction.isChallenge ? 'challenge' : 'reset';
    return {
      form: 'one',
      prompt: both(
        `A connection is in ${state} with RCV.NXT=${rcvNxt} and RCV.WND=${rcvWnd}. A RST with SEQ=${seq} arrives for it. What happens, by RFC 9293? (Numbers are modulo ${SPACE}.)`,
        `一条连接处于 ${state}，RCV.NXT=${rcvNxt}，RCV.WND=${rcvWnd}。它收到一个 SEQ=${seq} 的 RST。按 RFC 9293，会发生什么？（序列号对 ${SPACE} 取模。）`,
      ),
      choices: CHOICES,
      answer,
      because: both(
        'Compare its number with RCV.NXT, then with the window.',
        '先把它的序列号与 RCV.NXT 比，再与窗口比。',
      ),
      explanation: both(
        'Three cases: at RCV.NXT exactly the RST is obeyed; elsewhere in RCV.NXT … RCV.NXT + RCV.WND − 1 an ACK challenges the sender to prove itself with an exact one; outside it is dropped.',
        '三种情况：恰好在 RCV.NXT 时服从；在 RCV.NXT …… RCV.NXT + RCV.WND − 1 的其他位置时，发一个 ACK，要求对方用序列号精确的 RST 证明自己；在窗口外则丢弃。',
      ),
    };
  },
};
