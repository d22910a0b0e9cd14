import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';

export const leastMsl: Kind = {
  id: 'least-msl',
  revision: 1,
  topic: 'two-msl',
  skill: '2msl-argument',
  depth: 'senior',
  chapter: 'how-long',
  section: 'what-it-assumes',
  sources: ['RFC 9293 §3.6.1', 'RFC 6298 §5.5', 'RFC 1323 App. B.2'],
  title: both('The MSL that is just enough', '刚好够用的 MSL'),
  make(chance) {
    const oneWayMs = chance.int(10, 100, 10);
    const gapMs = chance.int(100, 1000, 100);
    const lost = chance.int(1, 4);
    const ack = { match: { from: 'client', to: 'server', flags: 'ACK', occurrence: 2 }, action: 'drop' as const };
    const fins = Array.from({ length: lost }, (_, n) => ({
      match: { from: 'server', to: 'client', flags: 'FIN,ACK', occurrence: n + 2 },
      action: 'drop' as const,
    }));
    const scene = {
      oneWayMs,
      client: [{ call: 'close', atMs: 0 }],
      server: follows(gapMs),
      faults: [ack, ...fins],
    } as const;
    const works = (mslMs: number) =>
      takeMeasure(run(closing({ ...scene, mslMs })), { measure: 'leftBy', socket: 's1', state: 'LAST_ACK' }) === 'ACK';
    // The least MSL for which it works, by halving: a longer wait never does harm here.
    let [fails, holds] = [0, 120_000];
    while (holds - fails > 50) {
      const middle = Math.round((fails + holds) / 2);
      if (works(middle)) holds = middle;
      else fails = middle;
    }
    const neededMs = Math.floor(holds / 500) * 500;
    const scenario = closing({ ...scene, mslMs: neededMs + 100 });
    const repeatMs = 1000 * (2 ** (lost + 1) - 1);
    return {
      form: 'number',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way. The client calls close(); the server does ${gapMs} ms after the FIN has reached it. The client’s last ACK is lost, and so are the first ${lost} retransmissions of the server’s FIN; the next one arrives. The server’s retransmission timeout is 1000 ms at first. Which MSL must be exceeded so that the client is still in TIME_WAIT then and can acknowledge?`,
        `报文段单程需要 ${oneWayMs} ms。客户端调用 close()；FIN 到达服务器 ${gapMs} ms 之后服务器也调用。客户端的最后一个 ACK 丢失，服务器 FIN 的前 ${lost} 次重传也丢失；再下一次到达。服务器的重传超时起初为 1000 ms。MSL 必须超过多少秒，客户端那时才仍处于 TIME_WAIT、还能确认？`,
      ),
      unit: 's',
      answer: neededMs / 1000,
      tolerance: 0.01,
      slips: [
        {
          value: repeatMs / 1000,
          feedback: both('That is the whole wait. TIME_WAIT lasts two MSL.', '这是整段等待。TIME_WAIT 是两个 MSL。'),
          misconception: 70,
        },
        {
          value: (lost + 1) / 2,
          feedback: both('The server’s interval doubles with each retransmission.', '服务器每重传一次，间隔就加倍。'),
          misconception: 62,
        },
        {
          value: repeatMs / 1000 / 4,
          feedback: both('The MSL is half of TIME_WAIT, not a quarter.', 'MSL 是 TIME_WAIT 的一半，不是四分之一。'),
          misconception: 6,
        },
        {
          value: (2 * repeatMs) / 2 / 1000 + 1,
          feedback: both('The first interval is one RTO, not two.', '第一个间隔是一个 RTO，不是两个。'),
          misconception: 63,
        },
      ],
      otherwise: both(
        'How long after the first FIN does the one that arrives come? Half of that.',
        '到达的那个 FIN 比第一个晚多久？取一半。',
      ),
      explanation: both(
        `The retransmissions come 1, 3, 7 … s after the first FIN; the one that arrives is number ${lost + 1}, ${repeatMs / 1000} s after it. TIME_WAIT, two MSL, must last longer than that. Delay and gap do not matter: both FINs travel equally long.`,
        `重传分别在第一个 FIN 之后 1、3、7 …… s；到达的是第 ${lost + 1} 次，晚 ${repeatMs / 1000} s。TIME_WAIT 即两个 MSL 必须比它更长。时延和间隔不起作用：两个 FIN 在路上的时间一样长。`,
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
