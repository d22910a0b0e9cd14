import 'server-only';
import { PROFILES } from '@/engine/tcp/profile';
import { both, type Choice, type Kind } from '../kind';
import { connectionIn, receive, segment } from '../scenes/tcb';

const CHOICES: readonly Choice[] = [
  {
    value: 'SYN,ACK',
    text: both('SYN,ACK: a new connection at once', 'SYN,ACK：立刻建立新连接'),
    wrong: both(
      'For that the SYN must look newer: by its timestamp, or by its number, and not be older by its timestamp.',
      '那需要这个 SYN 看起来更新：时间戳更新，或序列号更大，而且时间戳不能更旧。',
    ),
    misconception: 25,
  },
  {
    value: 'ACK',
    text: both('An ACK; the entry stays', '一个 ACK；表项保留'),
    wrong: both(
      'That is for a SYN that looks old. This one is new by its timestamp or by its number.',
      '那是针对看起来旧的 SYN。这个 SYN 按时间戳或按序列号是新的。',
    ),
    misconception: 17,
  },
  {
    value: 'RST',
    text: both('A RST', 'RST'),
    wrong: both('TIME_WAIT sends no RST to a SYN.', 'TIME_WAIT 不会用 RST 回答 SYN。'),
    misconception: 4,
  },
  {
    value: 'nothing',
    text: both('Nothing', '什么也没有'),
    wrong: both(
      'RFC 6191 would drop an old SYN; Linux answers it with an ACK.',
      'RFC 6191 会丢弃旧的 SYN；Linux 则回一个 ACK。',
    ),
    misconception: 10,
  },
];

export const synIntoTimeWait: Kind = {
  id: 'syn-into-time-wait',
  revision: 1,
  topic: 'time-wait',
  skill: 'what-it-does',
  depth: 'senior',
  chapter: 'in-production',
  section: 'a-reset-ends-it',
  sources: ['Linux `tcp_timewait_state_process`', 'RFC 6191', 'measured on Linux 6.18'],
  title: both('A SYN into TIME_WAIT, with timestamps', 'TIME_WAIT 收到带时间戳的 SYN'),
  make(chance) {
    const rcvNxt = chance.int(5000, 900_000, 100);
    const seq = rcvNxt + chance.pick([-1, 1]) * chance.int(100, 4900, 100);
    const tsRecent = chance.int(100_000, 900_000, 10);
    const value = tsRecent + chance.pick([-1, 0, 1]) * chance.int(10, 50_000, 10);
    const connection = connectionIn('TIME_WAIT', { sndUna: 7000, sndNxt: 7000, rcvNxt, rcvWnd: 60_000, tsRecent });
    const syn = segment({ at: seq, syn: true, timestamps: { value, echo: 0 } });
    const { reopens, flags } = receive(connection, syn, PROFILES.linux, { hasListener: true });
    return {
      form: 'one',
      prompt: both(
        `A Linux server keeps a connection in TIME_WAIT with RCV.NXT=${rcvNxt}; the last timestamp it saw of the client was ${tsRecent}. Its program listens. A SYN comes from the same address and port with SEQ=${seq} and TSval=${value}. What does the server answer?`,
        `一台 Linux 服务器有一条连接处于 TIME_WAIT，RCV.NXT=${rcvNxt}；它最后看到的客户端时间戳是 ${tsRecent}。程序正在监听。同一地址和端口发来一个 SYN，SEQ=${seq}，TSval=${value}。服务器回答什么？`,
      ),
      choices: CHOICES,
      answer: reopens ? 'SYN,ACK' : flags === '' ? 'nothing' : flags.includes('RST') ? 'RST' : 'ACK',
      because: both('Look at the timestamp first, then at the number.', '先看时间戳，再看序列号。'),
      explanation: both(
        'An older timestamp is rejected whatever the number; a newer one is accepted whatever the number; with an equal one the number decides: it must lie beyond RCV.NXT.',
        '时间戳更旧，不论序列号一律拒绝；更新，不论序列号一律接受；相等时由序列号决定：必须超过 RCV.NXT。',
      ),
    };
  },
};
