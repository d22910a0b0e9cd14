import 'server-only';
import { capacityOf } from '@/diagnosis/ports/capacity';
import { both, type Kind } from '../kind';
import { drawRange, shortLoad } from '../scenes/loads';

export const connectionRate: Kind = {
  id: 'connection-rate',
  revision: 1,
  topic: 'ports',
  skill: 'port-range',
  depth: 'mid',
  chapter: 'in-production',
  section: 'ports',
  sources: ['Linux ip-sysctl', 'Linux `__inet_hash_connect`'],
  title: both('Connections a second before ports run out', '端口耗尽之前每秒多少连接'),
  make(chance) {
    const range = drawRange(chance);
    const destinations = chance.int(1, 4);
    const sourceAddresses = chance.int(1, 3);
    const load = shortLoad({ ...range, destinations, sourceAddresses });
    const { mostRequestsPerSecond, portsPerFamily, families } = capacityOf(load);
    const answer = Math.round(mostRequestsPerSecond);
    return {
      form: 'number',
      prompt: both(
        `A Linux client with ip_local_port_range = ${range.lowPort} ${range.highPort} and ${sourceAddresses} source addresses opens short connections, spread evenly over ${destinations} backends (one port each), and closes each of them first. TIME_WAIT lasts 60 s; tcp_tw_reuse does not apply. How many connections a second can it keep up for ever? Within 1 % is right.`,
        `一台 Linux 客户端的 ip_local_port_range = ${range.lowPort} ${range.highPort}，有 ${sourceAddresses} 个源地址，它打开短连接，均匀分给 ${destinations} 个后端（各一个端口），每条都由它先关闭。TIME_WAIT 持续 60 s；tcp_tw_reuse 不起作用。它每秒最多能一直保持多少条连接？误差在 1 % 以内即可。`,
      ),
      unit: '/s',
      answer,
      tolerance: Math.max(1, Math.round(answer * 0.01)),
      slips: [
        {
          value: Math.round(portsPerFamily / 60),
          feedback: both(
            'Each pair of source address and backend has the whole range to itself.',
            '每一对源地址与后端，都独享整个端口范围。',
          ),
          misconception: 32,
        },
        {
          value: Math.round((65_535 / 60) * families),
          feedback: both('Only the ports of the range are used for connect().', 'connect() 只用范围内的端口。'),
          misconception: 12,
        },
        {
          value: Math.round((portsPerFamily / 120) * families),
          feedback: both('Linux waits 60 s, not 120.', 'Linux 等 60 s，不是 120 s。'),
          misconception: 6,
        },
      ],
      otherwise: both(
        'Ports of the range, times addresses, times backends, divided by 60 s.',
        '范围内的端口数，乘以地址数，乘以后端数，除以 60 s。',
      ),
      explanation: both(
        `${portsPerFamily} ports × ${sourceAddresses} × ${destinations} = ${portsPerFamily * families} four-tuples, each taken for 60 s: about ${answer} a second.`,
        `${portsPerFamily} 个端口 × ${sourceAddresses} × ${destinations} = ${portsPerFamily * families} 个四元组，每个占用 60 s：约每秒 ${answer} 条。`,
      ),
    };
  },
};
