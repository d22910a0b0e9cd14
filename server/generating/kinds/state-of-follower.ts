import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { drawPlainClose, momentIn, SIDE, staysOf } from '../scenes/plain-close';
import { stateChoices } from '../scenes/state-choices';

export const stateOfFollower: Kind = {
  id: 'state-of-follower',
  revision: 1,
  topic: 'closing',
  skill: 'states',
  depth: 'junior',
  chapter: 'why-time-wait',
  section: 'the-passive-side',
  sources: ['RFC 9293 §3.6', 'RFC 9293 Fig. 12'],
  title: both('State of the side that closes second', '后关闭一方的状态'),
  make(chance) {
    const { second, oneWayMs, scenario, told } = drawPlainClose(chance);
    const timeline = run(scenario);
    const stays = staysOf(timeline, second).map((stay) => ({
      ...stay,
      toMs: Math.min(stay.toMs, stay.fromMs + 10_000),
    }));
    const atMs = momentIn(chance.pick(stays), chance);
    const socket = second === 'client' ? 'c1' : 's1';
    return {
      form: 'one',
      prompt: both(
        `${told.en} In which state is the ${SIDE[second].en}’s end at ${seconds(atMs)} s?`,
        `${told.zh}在 ${seconds(atMs)} s 时，${SIDE[second].zh}一侧处于什么状态？`,
      ),
      choices: stateChoices(['ESTABLISHED', 'CLOSE_WAIT', 'LAST_ACK', 'TIME_WAIT', 'CLOSED']),
      answer: String(takeMeasure(timeline, { measure: 'state', socket, atMs })),
      because: both(
        'Count the flights: what has arrived by then decides, not what has been sent.',
        '把路上的时间算进去：起决定作用的是那时已经到达的报文段，而不是已经发出的。',
      ),
      explanation: both(
        `The FIN arrives after ${oneWayMs} ms and ends ESTABLISHED. CLOSE_WAIT lasts until the application closes, LAST_ACK one round trip more, until the FIN is acknowledged. Then all is over at once: this side does not wait.`,
        `FIN 在 ${oneWayMs} ms 后到达，ESTABLISHED 结束。CLOSE_WAIT 持续到应用关闭，LAST_ACK 再持续一个往返，直到 FIN 被确认。此后立刻结束：这一侧不用等待。`,
      ),
      play: { scenario, atMs },
    };
  },
};
