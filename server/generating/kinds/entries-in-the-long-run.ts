import 'server-only';
import { capacityOf } from '@/diagnosis/ports/capacity';
import { both, type Kind } from '../kind';
import { shortLoad } from '../scenes/loads';

export const entriesInTheLongRun: Kind = {
  id: 'entries-in-the-long-run',
  revision: 1,
  topic: 'operations',
  skill: 'diagnosis',
  depth: 'junior',
  chapter: 'in-production',
  section: 'what-an-entry-costs',
  sources: ['Linux `TCP_TIMEWAIT_LEN`', 'RFC 9112 §9.6'],
  title: both('How many entries in the long run', '长期会有多少表项'),
  make(chance) {
    const rate = chance.int(20, 2000, 10);
    const requestsPerConnection = chance.pick([1, 1, 5, 10, 20, 50]);
    const share = chance.pick([100, 100, 80, 60, 50, 25, 20]);
    const load = shortLoad({
      requestsPerSecond: (rate * share) / 100,
      requestsPerConnection,
      destinations: 100,
      lowPort: 1,
      highPort: 65_535,
    });
    const answer = Math.round(capacityOf(load).entries);
    return {
      form: 'number',
      prompt: both(
        `A Linux web server answers ${rate} requests a second, with ${requestsPerConnection} requests on each connection. Of the connections ${share} % are closed by the server first, the others by the clients first. How many of its connections are in TIME_WAIT in the long run?`,
        `一台 Linux Web 服务器每秒处理 ${rate} 个请求，每条连接承载 ${requestsPerConnection} 个请求。其中 ${share} % 的连接由服务器先关闭，其余由客户端先关闭。长期来看，服务器上有多少条连接处于 TIME_WAIT？`,
      ),
      unit: '',
      answer,
      tolerance: Math.max(1, Math.round(answer * 0.01)),
      slips: [
        {
          value: Math.round((rate / requestsPerConnection) * 60),
          feedback: both('The others wait at their clients.', '其余的在各自的客户端等待。'),
          misconception: 3,
        },
        {
          value: Math.round(((rate * share) / 100) * 60),
          feedback: both('Connections count, not requests.', '要数的是连接，不是请求。'),
          misconception: 11,
        },
        {
          value: 2 * answer,
          feedback: both('Linux waits 60 s, not 120.', 'Linux 等 60 s，不是 120 s。'),
          misconception: 6,
        },
      ],
      otherwise: both(
        'Connections a second that the server closes first, times 60 s.',
        '服务器每秒先关闭的连接数，乘以 60 s。',
      ),
      explanation: both(
        `${rate} / ${requestsPerConnection} connections a second, ${share} % of them closed first by the server, each kept for 60 s (Little’s law): ${answer}.`,
        `每秒 ${rate} / ${requestsPerConnection} 条连接，其中 ${share} % 由服务器先关闭，每条保留 60 s（利特尔法则）：${answer}。`,
      ),
    };
  },
};
