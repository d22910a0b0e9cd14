import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { closing } from '../scenes/closing';
import { stateChoices } from '../scenes/state-choices';

export const orphanInFinWait2: Kind = {
  id: 'orphan-in-fin-wait-2',
  revision: 1,
  topic: 'settings',
  skill: 'fin-timeout',
  depth: 'mid',
  chapter: 'in-production',
  section: 'settings',
  sources: ['Linux `tcp_fin_time`', 'Linux ip-sysctl', 'measured on Linux 6.18'],
  title: both('FIN_WAIT_2 and tcp_fin_timeout', 'FIN_WAIT_2 与 tcp_fin_timeout'),
  make(chance) {
    const oneWayMs = chance.int(5, 50, 5);
    const timeout = chance.int(3, 60);
    const call = chance.pick(['close', 'close', 'shutdown']);
    const isPast = chance.pick([true, false]);
    const atMs = isPast ? chance.int(timeout + 2, timeout + 60) * 1000 : chance.int(1, Math.max(1, timeout - 1)) * 1000;
    const scenario = closing({
      oneWayMs,
      client: [{ call, atMs: 0 }],
      server: [{ call: 'receiveEnd' }],
      profile: 'linux',
      clientHost: { sysctls: { tcp_fin_timeout: timeout } },
      endMs: 200_000,
    });
    const said = call === 'close' ? 'close()' : 'shutdown(SHUT_WR)';
    return {
      form: 'one',
      prompt: both(
        `On Linux with tcp_fin_timeout = ${timeout}, a program calls ${said} at 0 s${call === 'close' ? '' : ' and keeps the socket open to read'}. The FIN is acknowledged within ${2 * oneWayMs} ms, but the peer never closes. In which state is this end at ${seconds(atMs)} s?`,
        `在 tcp_fin_timeout = ${timeout} 的 Linux 上，程序在 0 s 调用 ${said}${call === 'close' ? '' : '，并保持套接字打开以便继续读'}。FIN 在 ${2 * oneWayMs} ms 内得到确认，但对端一直不关闭。在 ${seconds(atMs)} s 时，这一端处于什么状态？`,
      ),
      choices: stateChoices(['FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT', 'CLOSED']),
      answer: String(takeMeasure(run(scenario), { measure: 'state', socket: 'c1', atMs })),
      because: both(
        'tcp_fin_timeout is for FIN_WAIT_2 without an application, and for nothing else.',
        'tcp_fin_timeout 只管没有应用的 FIN_WAIT_2，别的都不管。',
      ),
      explanation: both(
        'After close() nobody owns the connection: Linux drops it from FIN_WAIT_2 after tcp_fin_timeout, without TIME_WAIT. After shutdown(SHUT_WR) the program may still read, and FIN_WAIT_2 lasts as long as the peer keeps its side open.',
        'close() 之后连接不再有主人：Linux 在 tcp_fin_timeout 之后把它从 FIN_WAIT_2 直接丢弃，不经过 TIME_WAIT。shutdown(SHUT_WR) 之后程序还可以读，只要对端不关闭，FIN_WAIT_2 就一直持续。',
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
