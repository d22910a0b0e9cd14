import 'server-only';
import { run } from '@/engine/simulation/run';
import { type Both, both, type Kind } from '../kind';
import { seconds } from '../say';
import { closing } from '../scenes/closing';
import { SIDE, type Side } from '../scenes/plain-close';

const NAMED: ReadonlySet<string> = new Set([
  'FIN_WAIT_1',
  'FIN_WAIT_2',
  'CLOSING',
  'TIME_WAIT',
  'CLOSE_WAIT',
  'LAST_ACK',
]);

export const orderOfAClose: Kind = {
  id: 'order-of-a-close',
  revision: 1,
  topic: 'closing',
  skill: 'close-sequence',
  depth: 'mid',
  chapter: 'why-time-wait',
  section: 'the-active-closer',
  sources: ['RFC 9293 Fig. 12', 'RFC 9293 Fig. 13'],
  title: both('Put the states of a close in order', '给关闭过程的状态排序'),
  make(chance) {
    const oneWayMs = chance.int(40, 300, 10);
    // At the very moment of an arrival it would depend on what happens first.
    const byMs = chance.pick([chance.int(10, oneWayMs - 10, 10), chance.int(oneWayMs + 10, oneWayMs * 5, 10)]);
    const first: Side = chance.pick(['client', 'server']);
    const at = first === 'client' ? { client: 0, server: byMs } : { client: byMs, server: 0 };
    const scenario = closing({
      oneWayMs,
      client: [{ call: 'close', atMs: at.client }],
      server: [{ call: 'close', atMs: at.server }],
      timeWaitMs: 10_000,
    });
    const entered = run(scenario)
      .intervals.filter(({ fromMs, state }) => fromMs >= scenario.originMs && NAMED.has(state))
      .sort((a, b) => a.fromMs - b.fromMs);
    // What happens at one and the same moment has no order.
    const strict = entered.filter(({ fromMs }) => entered.filter((other) => other.fromMs === fromMs).length === 1);
    const pieces = strict.map(({ host, state, fromMs }) => {
      const side = SIDE[host === 'client' ? 'client' : 'server'];
      const feedback: Both = both(
        `That happens at ${seconds(fromMs - scenario.originMs)} s.`,
        `这发生在 ${seconds(fromMs - scenario.originMs)} s。`,
      );
      return {
        value: `${host} ${state}`,
        text: both(`The ${side.en} enters ${state}`, `${side.zh}进入 ${state}`),
        feedback,
      };
    });
    const swaps = pieces.flatMap((early, place) =>
      pieces.slice(place + 1, place + 2).map((late) => ({
        earlier: late.value,
        later: early.value,
        feedback: both(
          'A side changes its state when a segment reaches it, not when it is sent.',
          '一方的状态在报文段到达时改变，而不是在发出时。',
        ),
        misconception: 67,
      })),
    );
    return {
      form: 'order',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way; none is lost. The client calls close() at ${seconds(at.client)} s, the server at ${seconds(at.server)} s. In which order are these states entered?`,
        `报文段单程需要 ${oneWayMs} ms，没有丢失。客户端在 ${seconds(at.client)} s 调用 close()，服务器在 ${seconds(at.server)} s 调用。这些状态按什么顺序进入？`,
      ),
      pieces,
      swaps,
      explanation: both(
        'If the second close() comes before the first FIN has arrived, the FINs cross and both sides go by CLOSING; otherwise the second side goes by CLOSE_WAIT and LAST_ACK. The rest is adding up flights.',
        '如果第二个 close() 在第一个 FIN 到达之前调用，两个 FIN 交错，双方都经过 CLOSING；否则后关闭的一方经过 CLOSE_WAIT 和 LAST_ACK。剩下的就是把路上的时间加起来。',
      ),
      play: { scenario, atMs: 0 },
    };
  },
};
