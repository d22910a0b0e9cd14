import type { TcpState } from '@/engine/tcp/state';
import type { Point } from '../geometry';

/** Where the columns, rows and outer ways of the state diagram lie. Coordinates name centres; lengths in CSS pixels. */
export interface DiagramSize {
  readonly isSmall: boolean;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly x: { readonly left: number; readonly centre: number; readonly closing: number; readonly right: number };
  readonly y: {
    readonly closed: number;
    readonly listen: number;
    readonly syn: number;
    readonly established: number;
    readonly bus: number;
    readonly fin: number;
    readonly last: number;
    /** The ways back to CLOSED: below everything, and above it. */
    readonly below: number;
    readonly above: number;
  };
  readonly outerLeft: number;
  readonly outerRight: number;
  /** Distances of parallel arrows from the middle of a node: beside each other, and further out. */
  readonly port: number;
  readonly farPort: number;
  readonly sidePort: number;
  readonly corner: number;
}

const LARGE: DiagramSize = {
  isSmall: false,
  left: 18,
  width: 924,
  height: 790,
  nodeWidth: 136,
  nodeHeight: 44,
  x: { left: 190, centre: 480, closing: 440, right: 770 },
  y: { closed: 68, listen: 190, syn: 316, established: 424, bus: 496, fin: 572, last: 704, below: 766, above: 18 },
  outerLeft: 36,
  outerRight: 924,
  port: 20,
  farPort: 35,
  sidePort: 13,
  corner: 10,
};

const SMALL: DiagramSize = {
  isSmall: true,
  left: 0,
  width: 358,
  height: 520,
  nodeWidth: 82,
  nodeHeight: 32,
  x: { left: 62, centre: 179, closing: 179, right: 292 },
  y: { closed: 46, listen: 122, syn: 206, established: 284, bus: 336, fin: 390, last: 468, below: 508, above: 12 },
  outerLeft: 7,
  outerRight: 351,
  port: 13,
  farPort: 22,
  sidePort: 9,
  corner: 6,
};

/** For the narrowest phones, and for the picture that the server draws: as high as the other. */
const SMALLEST: DiagramSize = {
  ...SMALL,
  width: 296,
  nodeWidth: 74,
  x: { left: 51, centre: 149, closing: 149, right: 243 },
  outerLeft: 6,
  outerRight: 290,
  port: 12,
  farPort: 20,
};

/** The largest that fits into `width`. */
export function diagramSize(width: number): DiagramSize {
  if (width >= LARGE.width) return LARGE;
  return width >= SMALL.width ? SMALL : SMALLEST;
}

export function nodeCentre(size: DiagramSize, state: TcpState): Point {
  const { x, y } = size;
  switch (state) {
    case 'CLOSED':
      return { x: x.centre, y: y.closed };
    case 'LISTEN':
      return { x: x.centre, y: y.listen };
    case 'SYN_RECEIVED':
      return { x: x.left, y: y.syn };
    case 'SYN_SENT':
      return { x: x.right, y: y.syn };
    case 'ESTABLISHED':
      return { x: x.centre, y: y.established };
    case 'FIN_WAIT_1':
      return { x: x.left, y: y.fin };
    case 'FIN_WAIT_2':
      return { x: x.left, y: y.last };
    case 'CLOSING':
      return { x: x.closing, y: y.fin };
    case 'TIME_WAIT':
      return { x: x.closing, y: y.last };
    case 'CLOSE_WAIT':
      return { x: x.right, y: y.fin };
    case 'LAST_ACK':
      return { x: x.right, y: y.last };
  }
}
