import 'server-only';
import { both, type Choice, type Kind } from '../kind';
import { SPACE } from '../scenes/numbers';
import { connectionIn, receive, segment } from '../scenes/tcb';

const CHOICES: readonly Choice[] = [
  {
    value: 'accepted',
    text: both('It is accepted', '接受'),
    wrong: both(
      'Its timestamp lies before TS.Recent on the circle, so PAWS drops it however well its number fits.',
      '在圆上，它的时间戳位于 TS.Recent 之前，所以不管序列号多合适，PAWS 都会丢弃它。',
    ),
    misconception: 25,
  },
  {
    value: 'ack',
    text: both('It is dropped, and an ACK goes out', '丢弃，并发出一个 ACK'),
    wrong: both(
      'PAWS drops what is older than TS.Recent, counted modulo 2^32, and never a RST. This passes.',
      'PAWS 丢弃的是比 TS.Recent 更旧的（对 2^32 取模），而且从不丢弃 RST。这个可以通过。',
    ),
    misconception: 68,
  },
  {
    value: 'silent',
    text: both('It is dropped without a word', '悄悄丢弃'),
    wrong: both('What PAWS rejects is answered with an ACK.', '被 PAWS 拒绝的会得到一个 ACK。'),
    misconception: 69,
  },
  {
    value: 'reset',
    text: both('A RST goes back', '发回一个 RST'),
    wrong: both('PAWS resets nobody.', 'PAWS 不会发 RST。'),
    misconception: 4,
  },
];

export const pawsVerdict: Kind = {
  id: 'paws-verdict',
  revision: 1,
  topic: 'old-duplicates',
  skill: 'isn-and-paws',
  depth: 'mid',
  chapter: 'reason-one',
  section: 'every-check',
  sources: ['RFC 7323 §5.3', 'RFC 9293 §3.10.7.4'],
  title: both('What PAWS says', 'PAWS 的判断'),
  make(chance) {
    const isLate = chance.int(1, 3) === 1;
    const tsRecent = isLate ? SPACE - chance.int(10, 5000, 10) : chance.int(100_000, 900_000, 10);
    const off = chance.pick([-1, 1, 1]) * chance.int(0, 20_000, 10);
    const value = (tsRecent + off + SPACE) % SPACE;
    const isReset = chance.int(1, 5) === 1;
    const rcvNxt = chance.int(1000, 60_000, 10);
    const connection = connectionIn('ESTABLISHED', { sndUna: 9000, sndNxt: 9000, rcvNxt, rcvWnd: 60_000, tsRecent });
    const timestamps = { value, echo: 0 };
    const made = isReset
      ? segment({ at: rcvNxt, rst: true, timestamps })
      : segment({ at: rcvNxt, acks: 9000, text: 'x'.repeat(100), timestamps });
    const { reception, flags } = receive(connection, made);
    const said = isReset ? both('A RST', '一个 RST') : both('A data segment', '一个数据报文段');
    return {
      form: 'one',
      prompt: both(
        `A connection in ESTABLISHED uses timestamps; its TS.Recent is ${tsRecent}. ${said.en} arrives at RCV.NXT exactly, SEQ=${rcvNxt}, with TSval=${value}. What does it get? (Timestamps are modulo ${SPACE}.)`,
        `一条处于 ESTABLISHED 的连接使用时间戳，TS.Recent 为 ${tsRecent}。${said.zh}到达，恰好在 RCV.NXT，SEQ=${rcvNxt}，TSval=${value}。它会怎样？（时间戳对 ${SPACE} 取模。）`,
      ),
      choices: CHOICES,
      answer: reception === 'accepted' ? 'accepted' : flags === '' ? 'silent' : flags.includes('RST') ? 'reset' : 'ack',
      because: both('Ask which of the two timestamps lies ahead on the circle.', '看两个时间戳在圆上谁在前。'),
      explanation: both(
        'PAWS drops a segment whose TSval is older than TS.Recent: less than half the circle behind it. An equal one passes, and a RST is never held against its timestamp.',
        'PAWS 丢弃 TSval 比 TS.Recent 旧的报文段：在圆上落后不到半圈。相等的可以通过；对 RST 从不检查时间戳。',
      ),
    };
  },
};
