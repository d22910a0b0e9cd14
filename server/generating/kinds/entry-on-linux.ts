import 'server-only';
import { PROFILES } from '@/engine/tcp/profile';
import { type Both, both, type Kind } from '../kind';
import { seconds } from '../say';
import { connectionIn, receive, segment } from '../scenes/tcb';

interface Arrival {
  readonly told: Both;
  readonly made: ReturnType<typeof segment>;
}

export const entryOnLinux: Kind = {
  id: 'entry-on-linux',
  revision: 1,
  topic: 'time-wait',
  skill: 'what-it-does',
  depth: 'senior',
  chapter: 'in-production',
  section: 'a-reset-ends-it',
  sources: ['Linux `tcp_timewait_state_process`', 'measured on Linux 6.18'],
  title: both('What restarts or ends an entry on Linux', 'Linux 上什么会重启或结束表项'),
  make(chance) {
    const entered = chance.int(0, 100_000, 500);
    const after = chance.int(1000, 58_000, 500);
    const rcvNxt = chance.int(5000, 60_000, 10);
    const sndNxt = chance.int(5000, 60_000, 10);
    const rcvWnd = 30_000;
    const octets = chance.int(10, 900, 10);
    const inside = rcvNxt + chance.int(10, 20_000, 10);
    const older = rcvNxt - chance.int(1000, 3000, 10);
    const arrivals: readonly Arrival[] = [
      {
        told: both(`the server’s FIN again, SEQ=${rcvNxt - 1}`, `服务器的 FIN 又来一次，SEQ=${rcvNxt - 1}`),
        made: segment({ at: rcvNxt - 1, acks: sndNxt, fin: true }),
      },
      {
        told: both(
          `an old duplicate with ${octets} octets, SEQ=${older}`,
          `一个旧的重复报文段，带 ${octets} 个八位组，SEQ=${older}`,
        ),
        made: segment({ at: older, acks: sndNxt, text: 'x'.repeat(octets) }),
      },
      {
        told: both(`a bare ACK, SEQ=${rcvNxt}`, `一个纯 ACK，SEQ=${rcvNxt}`),
        made: segment({ at: rcvNxt, acks: sndNxt }),
      },
      {
        told: both(`a RST, SEQ=${rcvNxt}`, `一个 RST，SEQ=${rcvNxt}`),
        made: segment({ at: rcvNxt, rst: true }),
      },
      {
        told: both(`a RST, SEQ=${inside}`, `一个 RST，SEQ=${inside}`),
        made: segment({ at: inside, rst: true }),
      },
      { told: both(`a SYN, SEQ=${older}`, `一个 SYN，SEQ=${older}`), made: segment({ at: older, syn: true }) },
    ];
    const { told, made } = chance.pick(arrivals);
    const connection = connectionIn('TIME_WAIT', { sndUna: sndNxt, sndNxt, rcvNxt, rcvWnd });
    const { restartsClock, connection: then } = receive(connection, made, PROFILES.linux, { hasListener: true });
    const arrivesMs = entered + after;
    const endsMs = then.state === 'CLOSED' ? arrivesMs : (restartsClock ? arrivesMs : entered) + 60_000;
    return {
      form: 'number',
      prompt: both(
        `On a Linux server with default settings a connection without timestamps entered TIME_WAIT at ${seconds(entered)} s, with RCV.NXT=${rcvNxt}. At ${seconds(arrivesMs)} s one segment arrives for it: ${told.en}. Nothing follows. At which second is the entry gone?`,
        `在一台默认设置的 Linux 服务器上，一条不用时间戳的连接在 ${seconds(entered)} s 进入 TIME_WAIT，RCV.NXT=${rcvNxt}。在 ${seconds(arrivesMs)} s 它收到一个报文段：${told.zh}。此后再没有别的。这个表项在第几秒消失？`,
      ),
      unit: 's',
      answer: endsMs / 1000,
      tolerance: 0.1,
      slips: [
        {
          value: (entered + 60_000) / 1000,
          feedback: both(
            'That would be so if this segment changed nothing. It does.',
            '如果这个报文段什么也没改变，才是这样。但它改变了。',
          ),
          misconception: 33,
        },
        {
          value: (arrivesMs + 60_000) / 1000,
          feedback: both('This segment does not start the clock anew.', '这个报文段不会让时钟重新开始。'),
          misconception: 33,
        },
        {
          value: arrivesMs / 1000,
          feedback: both(
            'Only a RST at RCV.NXT exactly, or a SYN that is accepted, ends the entry.',
            '只有恰好在 RCV.NXT 的 RST，或被接受的 SYN，才会结束这个表项。',
          ),
          misconception: 66,
        },
        {
          value: (entered + 120_000) / 1000,
          feedback: both('On Linux TIME_WAIT is a constant 60 s.', '在 Linux 上，TIME_WAIT 固定为 60 s。'),
          misconception: 6,
        },
      ],
      otherwise: both(
        'Linux waits 60 s; ask what this segment does to the clock.',
        'Linux 等 60 s；看看这个报文段对时钟做了什么。',
      ),
      explanation: both(
        'FIN, data and bare ACKs start the 60 s anew. A RST ends the entry if its number is RCV.NXT exactly and tcp_rfc1337 is 0; any other RST changes nothing. A SYN that is not newer draws an ACK and leaves the clock alone.',
        'FIN、数据和纯 ACK 会让 60 s 重新开始。RST 的序列号恰好等于 RCV.NXT、且 tcp_rfc1337 为 0 时，表项结束；其他 RST 什么也不改变。不够新的 SYN 换来一个 ACK，不影响时钟。',
      ),
    };
  },
};
