import { Wire, type WireOptions } from './wire';

/** Where a test may begin. SYN_RECEIVED and FIN_WAIT have two ways in, and they differ. */
export const PLACES = [
  'CLOSED',
  'LISTEN',
  'SYN_SENT',
  'SYN_RECEIVED, passive',
  'SYN_RECEIVED, active',
  'ESTABLISHED',
  'FIN_WAIT_1',
  'FIN_WAIT_1, orphan',
  'FIN_WAIT_2',
  'FIN_WAIT_2, orphan',
  'CLOSE_WAIT',
  'CLOSING',
  'LAST_ACK',
  'TIME_WAIT',
] as const;

export type Place = (typeof PLACES)[number];

/** A connection in that place, brought there by calls and segments. Our ISS is 1000, the peer's 5000. */
export function reach(place: Place, options: WireOptions = {}): Wire {
  const wire = new Wire(options);
  const tsval = options.timestamps ? 100 : undefined;
  const peer = (flags: string, ack = 0) => wire.arrive({ flags, ack, tsval });
  switch (place) {
    case 'CLOSED':
      return wire;
    case 'LISTEN':
      return wire.call({ call: 'listen' });
    case 'SYN_SENT':
      return wire.call({ call: 'connect' });
    case 'SYN_RECEIVED, passive':
      wire.call({ call: 'listen' });
      return peer('SYN');
    case 'SYN_RECEIVED, active':
      wire.call({ call: 'connect' });
      return peer('SYN');
    case 'ESTABLISHED':
      wire.call({ call: 'connect' });
      return peer('SYN,ACK');
    default:
      return close(wire, place, peer);
  }
}

type Closing = Exclude<
  Place,
  'CLOSED' | 'LISTEN' | 'SYN_SENT' | 'SYN_RECEIVED, passive' | 'SYN_RECEIVED, active' | 'ESTABLISHED'
>;

function close(wire: Wire, place: Closing, peer: (flags: string, ack?: number) => Wire): Wire {
  wire.call({ call: 'connect' });
  peer('SYN,ACK');
  switch (place) {
    case 'FIN_WAIT_1':
      return wire.call({ call: 'shutdown' });
    case 'FIN_WAIT_1, orphan':
      return wire.call({ call: 'close' });
    case 'FIN_WAIT_2':
      wire.call({ call: 'shutdown' });
      return peer('ACK');
    case 'FIN_WAIT_2, orphan':
      wire.call({ call: 'close' });
      return peer('ACK');
    case 'CLOSE_WAIT':
      return peer('FIN,ACK');
    case 'LAST_ACK':
      peer('FIN,ACK');
      return wire.call({ call: 'close' });
    case 'CLOSING':
      wire.call({ call: 'close' });
      return peer('FIN,ACK', -1);
    case 'TIME_WAIT':
      wire.call({ call: 'close' });
      peer('ACK');
      return peer('FIN,ACK');
  }
}
