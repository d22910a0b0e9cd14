import 'server-only';
import type { TcpState } from '@/engine/tcp/state';
import { both, type Choice } from '../kind';

type Named = Exclude<TcpState, 'LISTEN' | 'SYN_SENT' | 'SYN_RECEIVED'>;

/** When each state holds: said to who named it wrongly. */
const HOLDS: Readonly<Record<Named, Pick<Choice, 'wrong' | 'misconception'>>> = {
  ESTABLISHED: {
    wrong: both(
      'A side leaves ESTABLISHED as soon as it sends a FIN or receives one.',
      '只要发出或收到 FIN，这一侧就离开了 ESTABLISHED。',
    ),
    misconception: 67,
  },
  FIN_WAIT_1: {
    wrong: both(
      'FIN_WAIT_1 holds from the own FIN until it is acknowledged, or until the peer’s FIN comes.',
      'FIN_WAIT_1 从发出自己的 FIN 开始，到它被确认或收到对端的 FIN 为止。',
    ),
    misconception: 67,
  },
  FIN_WAIT_2: {
    wrong: both(
      'FIN_WAIT_2 holds while the own FIN is acknowledged and the peer’s FIN has not come yet.',
      'FIN_WAIT_2 的条件是：自己的 FIN 已被确认，而对端的 FIN 还没有到。',
    ),
    misconception: 73,
  },
  CLOSING: {
    wrong: both(
      'CLOSING holds where the peer’s FIN came before the acknowledgment of the own one: the FINs crossed.',
      'CLOSING 只出现在对端的 FIN 先于对自己 FIN 的确认到达时，也就是两个 FIN 在途中交错。',
    ),
    misconception: 67,
  },
  TIME_WAIT: {
    wrong: both(
      'TIME_WAIT begins when a side that has sent its FIN before it heard the peer’s has received that one and had its own acknowledged, and ends with its clock.',
      'TIME_WAIT 属于在收到对端 FIN 之前就已发出 FIN 的一侧：收到对端的 FIN、自己的 FIN 也被确认时开始，计时到期时结束。',
    ),
    misconception: 3,
  },
  CLOSE_WAIT: {
    wrong: both(
      'CLOSE_WAIT holds where the peer’s FIN came first and the own application has not closed yet.',
      'CLOSE_WAIT 的条件是：先收到了对端的 FIN，而自己的应用还没有关闭。',
    ),
    misconception: 3,
  },
  LAST_ACK: {
    wrong: both(
      'LAST_ACK holds at the side that heard a FIN first and then sent its own, until that is acknowledged.',
      'LAST_ACK 属于先收到 FIN、后发出自己 FIN 的一侧，到这个 FIN 被确认为止。',
    ),
    misconception: 5,
  },
  CLOSED: {
    wrong: both(
      'CLOSED comes with the acknowledgment of the own FIN at the side that closed last, and with the end of the clock at the side that waits.',
      '后关闭的一侧在自己的 FIN 被确认时进入 CLOSED；等待的一侧则要等计时到期。',
    ),
    misconception: 70,
  },
};

export function stateChoices(states: readonly Named[]): Choice[] {
  return states.map((state) => ({ value: state, text: both(state, state), ...HOLDS[state] }));
}
