import type { CaptureTimeline } from '../infer/capture-timeline';
import { type Capture, type CapturedPacket, FLAG } from '../packet';

export const A = '192.0.2.1';
export const B = '192.0.2.2';

const BITS: Readonly<Record<string, number>> = { S: FLAG.syn, F: FLAG.fin, R: FLAG.rst, P: FLAG.psh, '.': FLAG.ack };

export interface Line {
  readonly window?: number;
  readonly direction?: 'in' | 'out';
  readonly device?: number;
  readonly windowScale?: number;
  readonly identification?: number;
  readonly payload?: string;
}

/** A capture written as tcpdump prints it: 'ms A>B flags seq ack length'; A has port 4000, B port 80. */
export function capture(lines: readonly (string | readonly [string, Line])[]): Capture {
  const packets = lines.map((line, index) => packetOf(typeof line === 'string' ? [line, {}] : line, index));
  return { format: 'pcap', interfaces: [], packets, total: packets.length, skipped: [], startedAt: null };
}

function packetOf([text, more]: readonly [string, Line], index: number): CapturedPacket {
  const [at, way, flags = '', seq, ack, length] = text.split(' ');
  const isFromA = way === 'A>B';
  const bits = [...flags].reduce((all, flag) => all | (BITS[flag] ?? 0), 0);
  return {
    number: index + 1,
    atByte: 0,
    interface: 0,
    device: more.device ?? null,
    atMs: Number(at),
    isTimed: true,
    direction: more.direction ?? null,
    source: isFromA ? A : B,
    destination: isFromA ? B : A,
    sourcePort: isFromA ? 4000 : 80,
    destinationPort: isFromA ? 80 : 4000,
    identification: more.identification ?? index + 1,
    seq: Number(seq),
    ack: (bits & FLAG.ack) === 0 ? null : Number(ack),
    flags: bits,
    window: more.window ?? 1000,
    checksum: 0,
    length: Number(length),
    header: new Uint8Array(0),
    payload: Uint8Array.from(more.payload ?? '', (character) => character.charCodeAt(0)),
    options: { mss: null, windowScale: more.windowScale ?? null, timestamps: null },
  };
}

export const HANDSHAKE = ['0 A>B S 100 - 0', '20 B>A S. 500 101 0', '20 A>B . 101 501 0'];

/** 'A ESTABLISHED? FIN_WAIT_1' for each end, '?' where it is no certainty. */
export function statesOf({ connections, intervals }: CaptureTimeline): string[] {
  return connections.map(({ id, host, incarnation, closed }) => {
    const own = intervals.filter(({ connection }) => connection === id);
    const states = own.map(({ state, isCertain }) => `${state}${isCertain ? '' : '?'}`);
    return [`${host === A ? 'A' : 'B'}${incarnation}`, ...states, ...(closed === null ? [] : [`(${closed.by})`])].join(
      ' ',
    );
  });
}
