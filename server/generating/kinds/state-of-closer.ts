import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { drawPlainClose, momentIn, SIDE, staysOf } from '../scenes/plain-close';
import { stateChoices } from '../scenes/state-choices';

export const stateOfCloser: Kind = {
  id: 'state-of-closer',
  revision: 1,
  topic: 'closing',
  skill: 'states',
  depth: 'junior',
  chapter: 'what-is-time-wait',
  section: 'four-segments',
  sources: ['RFC 9293 §3.6', 'RFC 9293 Fig. 12'],
  title: both('State of the side that closes first', '先关闭一方的状态'),
  make(chance) {
    const { first, scenario, told } = drawPlainClose(chance);
    const timeline = run(scenario);
    const atMs = momentIn(chance.pick(staysOf(timeline, first)), chance);
    const socket = first === 'client' ? 'c1' : 's1';
    return {
      form: 'one',
      prompt: both(
        `${told.en} In which state is the ${SIDE[first].en}’s end at ${seconds(atMs)} s?`,
        `${told.zh}在 ${seconds(atMs)} s 时，${SIDE[first].zh}一侧处于什么状态？`,
      ),
      choices: stateChoices(['FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT', 'LAST_ACK', 'CLOSED']),
      answer: String(takeMeasure(timeline, { measure: 'state', socket, atMs })),
      because: both(
        'Count the flights: what has arrived by then decides, not what has been sent.',
        '把路上的时间算进去：起决定作用的是那时已经到达的报文段，而不是已经发出的。',
      ),
      explanation: both(
        'FIN_WAIT_1 lasts one round trip, until the own FIN is acknowledged; FIN_WAIT_2 until the peer’s FIN has arrived; TIME_WAIT from then on for as long as its clock runs; after that there is no connection.',
        'FIN_WAIT_1 持续一个往返，直到自己的 FIN 被确认；FIN_WAIT_2 持续到对端的 FIN 到达；从那时起是 TIME_WAIT，直到计时到期；此后连接不复存在。',
      ),
      play: { scenario, atMs },
    };
  },
};
