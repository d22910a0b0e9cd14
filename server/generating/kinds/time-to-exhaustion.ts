import 'server-only';
import { capacityOf } from '@/diagnosis/ports/capacity';
import { both, type Kind } from '../kind';
import { drawRange, shortLoad } from '../scenes/loads';

export const timeToExhaustion: Kind = {
  id: 'time-to-exhaustion',
  revision: 1,
  topic: 'ports',
  skill: 'port-range',
  depth: 'junior',
  chapter: 'in-production',
  section: 'ports',
  sources: ['Linux ip-sysctl', 'Linux `__inet_hash_connect`', 'measured on Linux 6.18'],
  title: both('How soon ports run out', '多久耗尽端口'),
  make(chance) {
    const range = drawRange(chance);
    const ports = range.highPort - range.lowPort + 1;
    const enough = Math.ceil(ports / 60);
    const requestsPerSecond = enough + chance.int(Math.ceil(enough / 5), enough * 3, 5);
    const { exhaustedAfterSeconds } = capacityOf(shortLoad({ ...range, requestsPerSecond }));
    if (exhaustedAfterSeconds === null) throw new Error('ports do not run out');
    const round = (value: number) => Math.round(value * 10) / 10;
    const answer = round(exhaustedAfterSeconds);
    return {
      form: 'number',
      prompt: both(
        `A freshly started Linux client with ip_local_port_range = ${range.lowPort} ${range.highPort} opens ${requestsPerSecond} short connections a second to one backend and closes each at once, first. TIME_WAIT lasts 60 s; nothing is reused. After how many seconds does connect() first fail with EADDRNOTAVAIL? Within 2 % is right.`,
        `一台刚启动的 Linux 客户端，ip_local_port_range = ${range.lowPort} ${range.highPort}，每秒向一个后端打开 ${requestsPerSecond} 条短连接，每条都立即由它先关闭。TIME_WAIT 持续 60 s；不复用。多少秒后 connect() 第一次以 EADDRNOTAVAIL 失败？误差在 2 % 以内即可。`,
      ),
      unit: 's',
      answer,
      tolerance: round(answer * 0.02 + 0.1),
      slips: [
        {
          value: round(65_535 / requestsPerSecond),
          feedback: both('Only the ports of the range are used for connect().', 'connect() 只用范围内的端口。'),
          misconception: 12,
        },
        {
          value: 60,
          feedback: both(
            'After 60 s the first ports come free; at this rate they are gone before that.',
            '60 s 后最早的端口才空出来；按这个速率，在那之前就用完了。',
          ),
          misconception: 6,
        },
        {
          value: round(ports / requestsPerSecond + 60),
          feedback: both('The ports are taken one after the other from the start.', '端口从一开始就在一个个被占用。'),
          misconception: 72,
        },
      ],
      otherwise: both('Ports of the range divided by connections a second.', '范围内的端口数除以每秒连接数。'),
      explanation: both(
        `${ports} ports at ${requestsPerSecond} a second last ${answer} s. The first of them comes free after 60 s only.`,
        `${ports} 个端口，每秒用 ${requestsPerSecond} 个，可用 ${answer} s。最早的端口要到 60 s 之后才空出来。`,
      ),
    };
  },
};
