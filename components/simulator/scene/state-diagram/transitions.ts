import type { TcpState } from '@/engine/tcp/state';
import type { Point } from '../geometry';
import type { DiagramSize } from './sizes';

/** One of the twenty arrows of RFC 9293 figure 5. Its trigger and action are words of the interface, by number. */
export interface Transition {
  readonly number: number;
  readonly from: TcpState;
  readonly to: TcpState;
  path(size: DiagramSize): readonly Point[];
  label(size: DiagramSize): TransitionLabel;
}

/**
 * `over`: trigger above the line and action below it, centred: the arrow is the fraction bar. `left`/`right`: two lines
 * beside a vertical arrow. `badge` is where a small diagram has the arrow's number.
 */
export interface TransitionLabel {
  readonly how: 'over' | 'left' | 'right';
  readonly at: Point;
  readonly badge: Point;
}

type Where = (size: DiagramSize) => readonly (readonly [number, number])[];
type Label = (size: DiagramSize) => readonly ['over' | 'left' | 'right', number, number, number?, number?];

function transition(number: number, from: TcpState, to: TcpState, path: Where, label: Label): Transition {
  return {
    number,
    from,
    to,
    path: (size) => path(size).map(([x, y]) => ({ x, y })),
    label: (size) => {
      const [how, x, y, badgeX = x, badgeY = y] = label(size);
      return { how, at: { x, y }, badge: { x: badgeX, y: badgeY } };
    },
  };
}

const halfWide = (size: DiagramSize) => size.nodeWidth / 2;
const halfHigh = (size: DiagramSize) => size.nodeHeight / 2;
const middle = (a: number, b: number) => (a + b) / 2;

const OPENING: readonly Transition[] = [
  transition(
    1,
    'CLOSED',
    'LISTEN',
    (s) => [
      [s.x.centre - s.port, s.y.closed + halfHigh(s)],
      [s.x.centre - s.port, s.y.listen - halfHigh(s)],
    ],
    (s) => ['left', s.x.centre - s.port, middle(s.y.closed, s.y.listen)],
  ),
  transition(
    2,
    'LISTEN',
    'CLOSED',
    (s) => [
      [s.x.centre + s.port, s.y.listen - halfHigh(s)],
      [s.x.centre + s.port, s.y.closed + halfHigh(s)],
    ],
    (s) => ['right', s.x.centre + s.port, middle(s.y.closed, s.y.listen)],
  ),
  transition(
    3,
    'CLOSED',
    'SYN_SENT',
    (s) => [
      [s.x.centre + halfWide(s), s.y.closed + s.sidePort],
      [s.x.right, s.y.closed + s.sidePort],
      [s.x.right, s.y.syn - halfHigh(s)],
    ],
    (s) => [
      'over',
      s.x.centre + halfWide(s) + 104,
      s.y.closed + s.sidePort,
      s.x.right,
      middle(s.y.closed, s.y.syn) - 30,
    ],
  ),
  transition(
    4,
    'SYN_SENT',
    'CLOSED',
    (s) => [
      [s.x.right + s.farPort, s.y.syn - halfHigh(s)],
      [s.x.right + s.farPort, s.y.closed - s.sidePort],
      [s.x.centre + halfWide(s), s.y.closed - s.sidePort],
    ],
    (s) => ['right', s.x.right + s.farPort, s.y.listen - 20],
  ),
  transition(
    5,
    'LISTEN',
    'SYN_RECEIVED',
    (s) => [
      [s.x.centre - halfWide(s), s.y.listen + s.sidePort],
      [s.x.left + s.port, s.y.listen + s.sidePort],
      [s.x.left + s.port, s.y.syn - halfHigh(s)],
    ],
    (s) => [
      'over',
      s.x.left + s.port + 100,
      s.y.listen + s.sidePort,
      s.x.left + s.port,
      middle(s.y.listen, s.y.syn) + 4,
    ],
  ),
  transition(
    6,
    'SYN_RECEIVED',
    'LISTEN',
    (s) => [
      [s.x.left - s.port, s.y.syn - halfHigh(s)],
      [s.x.left - s.port, s.y.listen - s.sidePort],
      [s.x.centre - halfWide(s), s.y.listen - s.sidePort],
    ],
    (s) => [
      'over',
      s.x.left + s.port + 100,
      s.y.listen - s.sidePort,
      s.x.left - s.port,
      middle(s.y.listen, s.y.syn) + 4,
    ],
  ),
  transition(
    7,
    'LISTEN',
    'SYN_SENT',
    (s) => [
      [s.x.centre + halfWide(s), s.y.listen],
      [s.x.right - s.farPort, s.y.listen],
      [s.x.right - s.farPort, s.y.syn - halfHigh(s)],
    ],
    (s) => ['over', middle(s.x.centre + halfWide(s), s.x.right - s.farPort), s.y.listen],
  ),
  transition(
    8,
    'SYN_SENT',
    'SYN_RECEIVED',
    (s) => [
      [s.x.right - halfWide(s), s.y.syn],
      [s.x.left + halfWide(s), s.y.syn],
    ],
    (s) => ['over', s.x.centre, s.y.syn],
  ),
  transition(
    9,
    'SYN_RECEIVED',
    'ESTABLISHED',
    (s) => [
      [s.x.left + s.farPort, s.y.syn + halfHigh(s)],
      [s.x.left + s.farPort, s.y.established],
      [s.x.centre - halfWide(s), s.y.established],
    ],
    (s) => ['over', middle(s.x.left + s.farPort, s.x.centre - halfWide(s)), s.y.established],
  ),
  transition(
    10,
    'SYN_SENT',
    'ESTABLISHED',
    (s) => [
      [s.x.right, s.y.syn + halfHigh(s)],
      [s.x.right, s.y.established],
      [s.x.centre + halfWide(s), s.y.established],
    ],
    (s) => ['over', middle(s.x.right, s.x.centre + halfWide(s)), s.y.established],
  ),
];

const CLOSING: readonly Transition[] = [
  transition(
    11,
    'SYN_RECEIVED',
    'FIN_WAIT_1',
    (s) => [
      [s.x.left - s.port, s.y.syn + halfHigh(s)],
      [s.x.left - s.port, s.y.fin - halfHigh(s)],
    ],
    (s) => ['left', s.x.left - s.port, s.y.established],
  ),
  transition(
    12,
    'ESTABLISHED',
    'FIN_WAIT_1',
    (s) => [
      [s.x.centre - s.port, s.y.established + halfHigh(s)],
      [s.x.centre - s.port, s.y.bus],
      [s.x.left + s.port, s.y.bus],
      [s.x.left + s.port, s.y.fin - halfHigh(s)],
    ],
    (s) => ['over', middle(s.x.centre - s.port, s.x.left + s.port), s.y.bus],
  ),
  transition(
    13,
    'ESTABLISHED',
    'CLOSE_WAIT',
    (s) => [
      [s.x.centre + s.port, s.y.established + halfHigh(s)],
      [s.x.centre + s.port, s.y.bus],
      [s.x.right, s.y.bus],
      [s.x.right, s.y.fin - halfHigh(s)],
    ],
    (s) => ['over', middle(s.x.centre + s.port, s.x.right), s.y.bus],
  ),
  transition(
    14,
    'CLOSE_WAIT',
    'LAST_ACK',
    (s) => [
      [s.x.right, s.y.fin + halfHigh(s)],
      [s.x.right, s.y.last - halfHigh(s)],
    ],
    (s) => ['right', s.x.right, middle(s.y.fin, s.y.last)],
  ),
  transition(
    15,
    'LAST_ACK',
    'CLOSED',
    (s) => [
      [s.x.right + halfWide(s), s.y.last],
      [s.outerRight, s.y.last],
      [s.outerRight, s.y.above],
      [s.x.centre, s.y.above],
      [s.x.centre, s.y.closed - halfHigh(s)],
    ],
    (s) => ['left', s.outerRight, s.y.established + 10],
  ),
  transition(
    16,
    'FIN_WAIT_1',
    'FIN_WAIT_2',
    (s) => [
      [s.x.left, s.y.fin + halfHigh(s)],
      [s.x.left, s.y.last - halfHigh(s)],
    ],
    (s) => ['right', s.x.left, middle(s.y.fin, s.y.last)],
  ),
  transition(
    17,
    'FIN_WAIT_1',
    'CLOSING',
    (s) => [
      [s.x.left + halfWide(s), s.y.fin],
      [s.x.closing - halfWide(s), s.y.fin],
    ],
    (s) => ['over', middle(s.x.left, s.x.closing), s.y.fin],
  ),
  transition(
    18,
    'FIN_WAIT_2',
    'TIME_WAIT',
    (s) => [
      [s.x.left + halfWide(s), s.y.last],
      [s.x.closing - halfWide(s), s.y.last],
    ],
    (s) => ['over', middle(s.x.left, s.x.closing), s.y.last],
  ),
  transition(
    19,
    'CLOSING',
    'TIME_WAIT',
    (s) => [
      [s.x.closing, s.y.fin + halfHigh(s)],
      [s.x.closing, s.y.last - halfHigh(s)],
    ],
    (s) => ['right', s.x.closing, middle(s.y.fin, s.y.last)],
  ),
  transition(
    20,
    'TIME_WAIT',
    'CLOSED',
    (s) => [
      [s.x.closing, s.y.last + halfHigh(s)],
      [s.x.closing, s.y.below],
      [s.outerLeft, s.y.below],
      [s.outerLeft, s.y.closed],
      [s.x.centre - halfWide(s), s.y.closed],
    ],
    (s) => ['over', middle(s.outerLeft, s.x.closing), s.y.below],
  ),
];

export const TRANSITIONS: readonly Transition[] = [...OPENING, ...CLOSING];

export function transitionBetween(from: TcpState, to: TcpState): Transition | null {
  return TRANSITIONS.find((each) => each.from === from && each.to === to) ?? null;
}
