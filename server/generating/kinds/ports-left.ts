import 'server-only';
import { run } from '@/engine/simulation/run';
import type { Chance } from '../chance';
import { both, type Kind } from '../kind';
import { clientHost, type Fate, LOOKED_AT_MS, type Opened, printSs, ssLines } from '../scenes/client-host';
import { drawAddress } from '../scenes/numbers';

function drawOpened(chance: Chance, fates: readonly Fate[], least: number, most: number): Opened[] {
  return Array.from({ length: chance.int(least, most) }, () => ({
    server: chance.pick(['a', 'a', 'b'] as const),
    fate: chance.pick(fates),
  }));
}

export const portsLeft: Kind = {
  id: 'ports-left',
  revision: 1,
  topic: 'ports',
  skill: 'port-range',
  depth: 'mid',
  chapter: 'in-production',
  section: 'ports',
  sources: ['Linux ip-sysctl', 'Linux `__inet_hash_connect`', 'measured on Linux 6.18'],
  title: both('How many ports are left', '还剩多少个端口'),
  make(chance) {
    const addresses = {
      client: drawAddress(chance),
      a: `192.0.2.${chance.int(10, 99)}`,
      b: `198.51.100.${chance.int(10, 99)}`,
    };
    const opened: Opened[] = [
      ...drawOpened(chance, ['stays open', 'closed by us', 'closed by us', 'closed by them', 'left open by us'], 5, 12),
      { server: 'b', fate: 'closed by us' },
      { server: 'a', fate: 'closed by us' },
    ];
    const first = chance.int(30_000, 60_000, 100);
    const size = opened.length + chance.int(2, 12);
    const ports = [first, first + size - 1] as const;
    const timeline = run(clientHost({ addresses, opened, ports, tries: size + 1 }));
    const results = timeline.entries.filter(({ cause }) => cause.type === 'return' && /^t\d/.test(cause.socket));
    const answer = results.filter(({ cause }) => cause.type === 'return' && cause.result === '0').length;
    const lines = ssLines(timeline, LOOKED_AT_MS);
    const toA = lines.filter(({ peer }) => peer.startsWith(`${addresses.a}:`));
    const waiting = toA.filter(({ state }) => state === 'TIME_WAIT').length;
    const range = `net.ipv4.ip_local_port_range = ${ports[0]}\t${ports[1]}`;
    return {
      form: 'number',
      prompt: both(
        `A host with default settings, but for its port range, lists its connections. How many more can it open to ${addresses.a}:443 at this moment, before connect() fails with EADDRNOTAVAIL?`,
        `一台主机除端口范围外都用默认设置，下面列出了它的连接。此刻它到 ${addresses.a}:443 还能再打开多少条连接，之后 connect() 才会以 EADDRNOTAVAIL 失败？`,
      ),
      exhibit: {
        type: 'terminal',
        text: `$ sysctl net.ipv4.ip_local_port_range\n${range}\n${printSs(lines, addresses.client)}`,
      },
      unit: '',
      answer,
      tolerance: 0,
      slips: [
        {
          value: size - lines.length,
          feedback: both(
            'Ports toward the other server are free for this one: what must be unique is the four-tuple.',
            '通往另一台服务器的端口，对这台服务器来说仍然空闲：必须唯一的是四元组。',
          ),
          misconception: 32,
        },
        {
          value: size - toA.length + waiting,
          feedback: both(
            'TIME_WAIT holds its four-tuple as well: with tcp_tw_reuse at its default only loopback may take it over.',
            'TIME_WAIT 同样占着四元组：tcp_tw_reuse 为默认值时，只有环回地址才可以接管它。',
          ),
          misconception: 8,
        },
        {
          value: size - 1 - toA.length,
          feedback: both('Both ends of the range belong to it.', '端口范围包含首尾两端。'),
          misconception: 12,
        },
        {
          value: size,
          feedback: both('Some of the range is in use toward this server.', '范围内有些端口正用于这台服务器。'),
          misconception: 12,
        },
      ],
      otherwise: both(
        'Size of the range, both ends counted, less the lines with this peer, in whatever state.',
        '用范围的大小（首尾都算）减去对端是它的行数，不论处于什么状态。',
      ),
      explanation: both(
        `The range has ${size} ports. ${toA.length} of them have a connection to this server, ${waiting} of these in TIME_WAIT; those toward the other one do not count.`,
        `范围里有 ${size} 个端口。其中 ${toA.length} 个有通往这台服务器的连接，这里面 ${waiting} 个处于 TIME_WAIT；通往另一台的不算。`,
      ),
    };
  },
};
