import 'server-only';
import { capacityOf, OCTETS_PER_ENTRY } from '@/diagnosis/ports/capacity';
import { both, type Kind } from '../kind';
import { count } from '../say';
import { shortLoad } from '../scenes/loads';

export const memoryOfEntries: Kind = {
  id: 'memory-of-entries',
  revision: 1,
  topic: 'operations',
  skill: 'diagnosis',
  depth: 'junior',
  chapter: 'in-production',
  section: 'what-an-entry-costs',
  sources: ['measured on Linux 6.18'],
  title: both('What entries cost in memory', '表项占多少内存'),
  make(chance) {
    const entries = chance.pick([chance.int(1000, 20_000, 100), chance.int(20_000, 400_000, 1000)]);
    const load = shortLoad({ requestsPerSecond: entries / 60, destinations: 100, lowPort: 1, highPort: 65_535 });
    const round = (octets: number) => Math.round(octets / 10_000) / 100;
    const answer = round(capacityOf(load).octetsOfEntries);
    return {
      form: 'number',
      prompt: both(
        `On Linux 6.18 an entry in TIME_WAIT is an object of ${OCTETS_PER_ENTRY} octets, a full socket one of 2,368. A server has ${count(entries)} entries in TIME_WAIT on its listening port. How much memory do they take themselves, in MB (10^6 octets)? Within 2 % is right.`,
        `在 Linux 6.18 上，一个 TIME_WAIT 表项是 ${OCTETS_PER_ENTRY} 个八位组的对象，一个完整的套接字是 2,368 个。一台服务器的监听端口上有 ${count(entries)} 个 TIME_WAIT 表项。它们本身占多少内存，以 MB（10^6 个八位组）计？误差在 2 % 以内即可。`,
      ),
      unit: 'MB',
      answer,
      tolerance: Math.max(0.01, Math.round(answer * 2) / 100),
      slips: [
        {
          value: round(entries * 2368),
          feedback: both(
            'The full socket is gone: what waits is a small object.',
            '完整的套接字已经没有了：等待的是一个小对象。',
          ),
          misconception: 11,
        },
        {
          value: round(entries * (2368 + OCTETS_PER_ENTRY)),
          feedback: both('The small object replaces the socket.', '小对象取代了套接字。'),
          misconception: 11,
        },
        {
          value: round(entries * 2 * OCTETS_PER_ENTRY),
          feedback: both('One entry for one connection on this side.', '这一侧每条连接只有一个表项。'),
          misconception: 11,
        },
      ],
      otherwise: both(`${OCTETS_PER_ENTRY} octets for each.`, `每个 ${OCTETS_PER_ENTRY} 个八位组。`),
      explanation: both(
        `${count(entries)} × ${OCTETS_PER_ENTRY} octets are ${answer} MB, without a descriptor and without a buffer. Memory is seldom the trouble.`,
        `${count(entries)} × ${OCTETS_PER_ENTRY} 个八位组等于 ${answer} MB，没有描述符，也没有缓冲区。内存很少成为问题。`,
      ),
    };
  },
};
