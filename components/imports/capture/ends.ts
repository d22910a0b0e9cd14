import type { CaptureSegment, CaptureTimeline } from '@/engine/formats/capture/infer/capture-timeline';

/** One end of a conversation, as it is named in a picture: address and port. */
export interface End {
  readonly id: string;
  readonly address: string;
  readonly port: number;
}

export function endId(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

export function senderOf({ from, sourcePort }: CaptureSegment): string {
  return endId(from, sourcePort);
}

export function receiverOf({ to, destinationPort }: CaptureSegment): string {
  return endId(to, destinationPort);
}

/** The two ends of a conversation from left to right: who opened it stands on the left; where that was not seen, the higher port. */
export function endsOf({ connections, segments }: CaptureTimeline): readonly [End, End] {
  const [first] = segments;
  if (first === undefined) throw new RangeError('a conversation without a segment');
  const a = { id: senderOf(first), address: first.from, port: first.sourcePort };
  const b = { id: receiverOf(first), address: first.to, port: first.destinationPort };
  const opener = connections.find(({ opening }) => opening === 'active');
  const left = opener === undefined ? (a.port >= b.port ? a.id : b.id) : endId(opener.host, opener.localPort);
  return left === b.id ? [b, a] : [a, b];
}
