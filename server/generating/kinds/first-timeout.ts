import 'server-only';
import { run } from '@/engine/simulation/run';
import { both, type Kind } from '../kind';
import { closing, follows } from '../scenes/closing';

export const firstTimeout: Kind = {
  id: 'first-timeout',
  revision: 1,
  topic: 'last-ack',
  skill: 'last-ack',
  depth: 'senior',
  chapter: 'reason-two',
  section: 'a-long-enough-wait',
  sources: ['RFC 6298 §2.2', 'RFC 6298 §2.4'],
  title: both('The timeout from one round trip', '由一次往返得出的超时时间'),
  make(chance) {
    const oneWayMs = chance.int(20, 480, 2);
    const scenario = closing({ oneWayMs, client: [{ call: 'close', atMs: 0 }], server: follows(200) });
    const timer = run(scenario).timers.find(
      ({ lane, timer: name, fromMs }) => lane === 'client' && name === 'retransmission' && fromMs >= scenario.originMs,
    );
    if (!timer) throw new Error('no timer was started');
    const rttMs = 2 * oneWayMs;
    return {
      form: 'number',
      prompt: both(
        `Opening a connection, a client measured one round trip, ${rttMs} ms, and none since. Which retransmission timeout does it set for the FIN that it sends next, by RFC 6298 (at least 1 s)?`,
        `打开连接时，客户端测得一次往返时间 ${rttMs} ms，此后没有再测。按 RFC 6298（最少 1 s），它为接下来发出的 FIN 设定多长的重传超时？`,
      ),
      unit: 'ms',
      answer: timer.durationMs,
      tolerance: 1,
      slips: [
        {
          value: rttMs,
          feedback: both(
            'RTO = SRTT + 4 × RTTVAR, and RTTVAR is half of the first measurement.',
            'RTO = SRTT + 4 × RTTVAR，而 RTTVAR 是首次测量值的一半。',
          ),
          misconception: 62,
        },
        {
          value: 2 * rttMs,
          feedback: both(
            'SRTT and four times RTTVAR; RTTVAR begins at half a round trip.',
            '是 SRTT 加四倍 RTTVAR；RTTVAR 起初为半个往返。',
          ),
          misconception: 63,
        },
        {
          value: 3 * rttMs,
          feedback: both('It is never less than 1 s.', '它不会小于 1 s。'),
          misconception: 62,
        },
        {
          value: 1000,
          feedback: both(
            '1 s is the least. This round trip is long enough for more.',
            '1 s 是下限。这里的往返时间足以让它更长。',
          ),
          misconception: 62,
        },
      ],
      otherwise: both(
        'SRTT = R, RTTVAR = R / 2, RTO = SRTT + 4 × RTTVAR, at least 1 s.',
        'SRTT = R，RTTVAR = R / 2，RTO = SRTT + 4 × RTTVAR，最少 1 s。',
      ),
      explanation: both(
        `SRTT = ${rttMs} ms, RTTVAR = ${oneWayMs} ms, so SRTT + 4 × RTTVAR = ${3 * rttMs} ms; what is less than 1000 ms becomes 1000 ms.`,
        `SRTT = ${rttMs} ms，RTTVAR = ${oneWayMs} ms，所以 SRTT + 4 × RTTVAR = ${3 * rttMs} ms；不足 1000 ms 的取 1000 ms。`,
      ),
    };
  },
};
