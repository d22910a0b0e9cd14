import 'server-only';
import { CLOSED, type Connection, LISTEN } from '@/engine/tcp/connection';
import { both, type Choice, type Kind } from '../kind';
import { connectionIn, type Reaction, receive, segment } from '../scenes/tcb';

const CHOICES: readonly Choice[] = [
  {
    value: 'SYN,ACK',
    text: both('A SYN,ACK: a connection is opened', 'SYN,ACK：建立一条新连接'),
    wrong: both(
      'A SYN opens a connection where somebody listens and nothing of the four-tuple is left, or where TIME_WAIT finds it new.',
      '只有在有人监听、且该四元组没有留下任何连接时，或者 TIME_WAIT 判定它是新的 SYN 时，SYN 才会打开连接。',
    ),
    misconception: 25,
  },
  {
    value: 'challenge',
    text: both('An ACK that says where the old connection stands', '一个 ACK，说明旧连接进行到了哪里'),
    wrong: both(
      'A challenge ACK needs a connection to speak of, and one that does not give way to the SYN.',
      '挑战 ACK 的前提是这里还有一条连接，而且它不给这个 SYN 让位。',
    ),
    misconception: 17,
  },
  {
    value: 'RST',
    text: both('A RST', 'RST'),
    wrong: both(
      'A RST answers a SYN only where there is neither connection nor listener. A connection that is there sends a challenge ACK (RFC 5961).',
      '只有既没有连接也没有监听者时，SYN 才会换来 RST。已有的连接发送的是挑战 ACK（RFC 5961）。',
    ),
    misconception: 4,
  },
  {
    value: 'nothing',
    text: both('Nothing', '什么也没有'),
    wrong: both('No state leaves a SYN without an answer.', '没有哪个状态会对 SYN 不作回答。'),
    misconception: 69,
  },
];

const STATES = [
  'CLOSED',
  'LISTEN',
  'ESTABLISHED',
  'FIN_WAIT_1',
  'FIN_WAIT_2',
  'CLOSE_WAIT',
  'LAST_ACK',
  'TIME_WAIT',
  'TIME_WAIT',
] as const;

export const synArrives: Kind = {
  id: 'syn-arrives',
  revision: 1,
  topic: 'last-ack',
  skill: 'challenge-ack',
  depth: 'mid',
  chapter: 'reason-two',
  section: 'who-sends-the-reset',
  sources: ['RFC 9293 §3.10.7', 'RFC 5961 §4', 'RFC 9293 §3.6.1'],
  title: both('What a SYN gets', 'SYN 得到什么回答'),
  make(chance) {
    const state = chance.pick(STATES);
    const sndNxt = chance.int(2000, 60_000, 100);
    const rcvNxt = chance.int(2000, 60_000, 100);
    const rcvWnd = chance.int(2, 60) * 1000;
    const seq = rcvNxt + chance.pick([-1, 1]) * chance.int(100, 1900, 100) + chance.pick([0, 70_000]);
    const told = tell(state, sndNxt, rcvNxt, rcvWnd);
    const reaction = receive(connectionOf(state, sndNxt, rcvNxt, rcvWnd), segment({ at: seq, syn: true }), undefined, {
      hasListener: state !== 'CLOSED',
    });
    return {
      form: 'one',
      prompt: both(
        `${told.en} A SYN with SEQ=${seq} arrives for the same four-tuple; neither side uses timestamps. What goes back, by RFC 9293?`,
        `${told.zh}这时同一个四元组收到一个 SEQ=${seq} 的 SYN；双方都不使用时间戳。按 RFC 9293，发回的是什么？`,
      ),
      choices: CHOICES,
      answer: answerOf(reaction),
      because: both(
        'So it is: look first for what is left of the four-tuple, then for a listener.',
        '正是如此：先看这个四元组还留下什么，再看有没有监听者。',
      ),
      explanation: both(
        'Without connection and listener the answer is a RST, at a listener SYN,ACK. A connection that lives or is closing answers any SYN with a challenge ACK, whatever its number. TIME_WAIT opens anew if the SYN’s number lies beyond RCV.NXT, and otherwise sends an ACK.',
        '既没有连接也没有监听者时回答 RST；有监听者时回答 SYN,ACK。存活着或正在关闭的连接，无论 SYN 的序列号是多少，都回答挑战 ACK。TIME_WAIT 中，如果 SYN 的序列号超过 RCV.NXT，就直接打开新连接，否则回一个 ACK。',
      ),
    };
  },
};

function connectionOf(state: (typeof STATES)[number], sndNxt: number, rcvNxt: number, rcvWnd: number): Connection {
  if (state === 'CLOSED') return CLOSED;
  if (state === 'LISTEN') return LISTEN;
  const finOut = state === 'FIN_WAIT_1' || state === 'LAST_ACK';
  return connectionIn(state, { sndUna: finOut ? sndNxt - 1 : sndNxt, sndNxt, rcvNxt, rcvWnd, finOut });
}

function tell(state: (typeof STATES)[number], sndNxt: number, rcvNxt: number, rcvWnd: number) {
  if (state === 'CLOSED')
    return both(
      `A server program has ended: nobody listens on its port any more, and no connection is left. The last one had SND.NXT=${sndNxt}, RCV.NXT=${rcvNxt}.`,
      `服务器程序已经退出：端口上不再有人监听，也没有任何连接留下。最后一条连接曾有 SND.NXT=${sndNxt}、RCV.NXT=${rcvNxt}。`,
    );
  if (state === 'LISTEN')
    return both(
      `A server program listens, and no connection is left. The last one had SND.NXT=${sndNxt}, RCV.NXT=${rcvNxt}.`,
      `服务器程序正在监听，没有任何连接留下。最后一条连接曾有 SND.NXT=${sndNxt}、RCV.NXT=${rcvNxt}。`,
    );
  return both(
    `A server program listens. One of its connections is in ${state} with SND.NXT=${sndNxt}, RCV.NXT=${rcvNxt}, RCV.WND=${rcvWnd}.`,
    `服务器程序正在监听。它的一条连接处于 ${state}，SND.NXT=${sndNxt}、RCV.NXT=${rcvNxt}、RCV.WND=${rcvWnd}。`,
  );
}

function answerOf({ flags, reopens }: Reaction): string {
  if (reopens) return 'SYN,ACK';
  if (flags === '') return 'nothing';
  if (flags.includes('SYN')) return 'SYN,ACK';
  return flags.includes('RST') ? 'RST' : 'challenge';
}
