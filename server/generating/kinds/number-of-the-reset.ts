import 'server-only';
import { CLOSED } from '@/engine/tcp/connection';
import { PROFILES } from '@/engine/tcp/profile';
import { seqNumber } from '@/engine/tcp/sequence-number';
import { step } from '@/engine/tcp/step';
import { both, type Kind } from '../kind';
import { connectionIn, receive, segment } from '../scenes/tcb';

export const numberOfTheReset: Kind = {
  id: 'number-of-the-reset',
  revision: 1,
  topic: 'last-ack',
  skill: 'challenge-ack',
  depth: 'senior',
  chapter: 'reason-two',
  section: 'who-sends-the-reset',
  sources: ['RFC 9293 §3.10.7.3', 'RFC 9293 §3.5.2', 'measured on Linux 6.18'],
  title: both('The number of the client’s RST', '客户端 RST 的序列号'),
  make(chance) {
    const [sndNxt, rcvNxt] = [chance.int(1000, 60_000, 10), chance.int(1000, 60_000, 10)];
    const iss = chance.int(61_000, 900_000, 10);
    const server = connectionIn('LAST_ACK', { sndUna: sndNxt - 1, sndNxt, rcvNxt, rcvWnd: 60_000, finOut: true });
    const challenge = receive(server, segment({ at: iss, syn: true })).sent;
    const context = {
      nowMs: 1000,
      profile: PROFILES.rfc9293,
      iss: seqNumber(iss),
      origin: 2,
      capacity: 60_000,
      timestamps: false,
      hasListener: false,
    };
    const client = step(CLOSED, { type: 'call', call: { call: 'connect' } }, context).connection;
    const reset = challenge && receive(client, challenge).sent;
    if (!reset?.rst) throw new Error('no reset was sent');
    return {
      form: 'number',
      prompt: both(
        `A server is still in LAST_ACK of an old connection, with SND.NXT=${sndNxt} and RCV.NXT=${rcvNxt}. The client, which has forgotten it, sends a SYN with SEQ=${iss} from the same port. The server answers with a challenge ACK, and the client answers that with a RST. Which number is in the SEQ field of the RST?`,
        `一台服务器还处于旧连接的 LAST_ACK，SND.NXT=${sndNxt}，RCV.NXT=${rcvNxt}。已经忘记旧连接的客户端，从同一端口发出一个 SEQ=${iss} 的 SYN。服务器回答挑战 ACK，客户端再以 RST 回答它。这个 RST 的 SEQ 字段是多少？`,
      ),
      unit: '',
      answer: reset.seq,
      tolerance: 0,
      slips: [
        {
          value: sndNxt,
          feedback: both(
            'That is the challenge ACK’s own SEQ. The RST takes its number from the ACK field.',
            '这是挑战 ACK 自己的 SEQ。RST 的序列号取自它的 ACK 字段。',
          ),
          misconception: 4,
        },
        {
          value: iss + 1,
          feedback: both(
            'With a number of the new connection the RST would not be obeyed by the old one.',
            '如果用新连接的序列号，旧连接就不会服从这个 RST。',
          ),
          misconception: 66,
        },
        {
          value: iss,
          feedback: both(
            'With a number of the new connection the RST would not be obeyed by the old one.',
            '如果用新连接的序列号，旧连接就不会服从这个 RST。',
          ),
          misconception: 66,
        },
        {
          value: rcvNxt + 1,
          feedback: both('The number is taken over as it is.', '这个号原样照搬。'),
          misconception: 61,
        },
      ],
      otherwise: both(
        'A RST that answers an ACK takes its number from that ACK field.',
        '回答 ACK 的 RST，序列号取自那个 ACK 字段。',
      ),
      explanation: both(
        `The challenge ACK is <SEQ=${sndNxt}><ACK=${rcvNxt}>. In SYN_SENT an ACK of something never sent is answered with <SEQ=SEG.ACK><CTL=RST>: exactly the server’s RCV.NXT, so the server obeys it and the next SYN connects.`,
        `挑战 ACK 是 <SEQ=${sndNxt}><ACK=${rcvNxt}>。在 SYN_SENT 中，确认了从未发送过的内容的 ACK，会换来 <SEQ=SEG.ACK><CTL=RST>：正好等于服务器的 RCV.NXT，所以服务器服从它，下一个 SYN 就能建立连接。`,
      ),
    };
  },
};
