import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { both, type Kind } from '../kind';
import { seconds } from '../say';
import { closing } from '../scenes/closing';
import { momentIn, SIDE, type Side, staysOf } from '../scenes/plain-close';
import { stateChoices } from '../scenes/state-choices';

export const simultaneousState: Kind = {
  id: 'simultaneous-state',
  revision: 1,
  topic: 'closing',
  skill: 'states',
  depth: 'senior',
  chapter: 'why-time-wait',
  section: 'both-at-once',
  sources: ['RFC 9293 §3.6', 'RFC 9293 Fig. 13'],
  title: both('States while FINs cross', 'FIN 交错时的状态'),
  make(chance) {
    const oneWayMs = chance.int(40, 300, 10);
    const byMs = chance.int(0, oneWayMs - 20, 10);
    const asked = chance.pick(['client', 'server']) satisfies Side;
    const timeWaitMs = chance.int(1, 10) * 1000;
    const scenario = closing({
      oneWayMs,
      client: [{ call: 'close', atMs: 0 }],
      server: [{ call: 'close', atMs: byMs }],
      timeWaitMs,
    });
    const timeline = run(scenario);
    const stays = staysOf(timeline, asked).filter(
      ({ state, fromMs, toMs }) => state !== 'ESTABLISHED' && toMs - fromMs >= 10,
    );
    const atMs = momentIn(chance.pick(stays), chance);
    const socket = asked === 'client' ? 'c1' : 's1';
    return {
      form: 'one',
      prompt: both(
        `A segment takes ${oneWayMs} ms one way; none is lost. The client calls close() at 0 s and the server at ${seconds(byMs)} s. TIME_WAIT lasts ${seconds(timeWaitMs)} s. In which state is the ${SIDE[asked].en}’s end at ${seconds(atMs)} s?`,
        `报文段单程需要 ${oneWayMs} ms，没有丢失。客户端在 0 s 调用 close()，服务器在 ${seconds(byMs)} s 调用 close()。TIME_WAIT 持续 ${seconds(timeWaitMs)} s。在 ${seconds(atMs)} s 时，${SIDE[asked].zh}一侧处于什么状态？`,
      ),
      choices: stateChoices(['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'TIME_WAIT', 'CLOSED']),
      answer: String(takeMeasure(timeline, { measure: 'state', socket, atMs })),
      because: both(
        'The FINs cross, so each side hears the other’s FIN before the ACK of its own.',
        '两个 FIN 在途中交错，所以每一侧都先听到对方的 FIN，后听到对自己 FIN 的确认。',
      ),
      explanation: both(
        'FIN_WAIT_1 until the other’s FIN arrives, CLOSING until the ACK of the own FIN does, then TIME_WAIT on both sides, each by its own clock.',
        '对方的 FIN 到达之前是 FIN_WAIT_1，对自己 FIN 的确认到达之前是 CLOSING，然后两侧都进入 TIME_WAIT，各自计时。',
      ),
      play: { scenario, atMs },
    };
  },
};
