import type { Capture, CapturedPacket } from '../packet';

/** All packets between two sockets' addresses, whatever connections they belong to. */
export interface Conversation {
  readonly ends: readonly [End, End];
  /** In the order of the file. */
  readonly packets: readonly CapturedPacket[];
}

export interface End {
  readonly host: string;
  readonly port: number;
}

/** Index of an end: who sent something, or who is looked at. */
export type Side = 0 | 1;

export function other(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** The sender of the first packet is end 0. */
export function conversationsIn({ packets }: Pick<Capture, 'packets'>): Conversation[] {
  const found = new Map<string, { ends: [End, End]; packets: CapturedPacket[] }>();
  for (const packet of packets) {
    const source = `${packet.source} ${packet.sourcePort}`;
    const destination = `${packet.destination} ${packet.destinationPort}`;
    const key = source < destination ? `${source} ${destination}` : `${destination} ${source}`;
    const known = found.get(key);
    if (known !== undefined) known.packets.push(packet);
    else {
      const ends: [End, End] = [
        { host: packet.source, port: packet.sourcePort },
        { host: packet.destination, port: packet.destinationPort },
      ];
      found.set(key, { ends, packets: [packet] });
    }
  }
  return [...found.values()];
}

export function senderOf({ ends }: Conversation, { source, sourcePort }: CapturedPacket): Side {
  return ends[0].host === source && ends[0].port === sourcePort ? 0 : 1;
}
