import type { Connection } from '../../tcp/connection';
import { type Segment, segmentLength } from '../../tcp/segment';
import { advance, type SeqNumber, seqNumber } from '../../tcp/sequence-number';
import { describe as print } from '../wire';

/** What the names in a row's form stand for. */
export interface Moment {
  readonly before: Connection;
  readonly after: Connection;
  /** The segment that is the event, if it is one. */
  readonly arrived: Segment | null;
}

const FORM = /^<SEQ=(?<seq>[^>]+)>(<ACK=(?<ack>[^>]+)>)?<CTL=(?<flags>[A-Z,]+)>(?<data> \+ data)?$/;

/** What a row says is sent, as a wire prints it: '<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>' becomes 'ACK 1001:5001'. */
export function expectedSends(form: string | null, moment: Moment): string[] {
  if (form === null) return [];
  const { seq, ack, flags, data } = FORM.exec(form)?.groups ?? {};
  if (seq === undefined) return [oldestOnQueue(moment)];
  const numbers = ack === undefined ? numberOf(seq, moment) : `${numberOf(seq, moment)}:${numberOf(ack, moment)}`;
  return [`${flags} ${numbers}${data === undefined ? '' : ' "abc"'}`];
}

/** 'oldest unacknowledged data', 'the FIN': the head of the retransmission queue, with the acknowledgment as it is now. */
function oldestOnQueue({ before, after }: Moment): string {
  const oldest = 'send' in before ? before.send.inFlight[0] : undefined;
  if (oldest === undefined || !('receive' in after)) throw new Error('nothing is on the retransmission queue');
  const none = { rst: false, psh: false, window: 0, timestamps: null, origin: 0 };
  return print({ ...oldest, ...none, ack: after.receive.rcvNxt });
}

/** SND.NXT and ISS are those with which the segment left, RCV.NXT is what the event has made of it. */
function numberOf(name: string, { before, after, arrived }: Moment): SeqNumber {
  switch (name) {
    case '0':
      return seqNumber(0);
    case 'ISS':
      return known(name, 'send' in after ? after.send.iss : undefined);
    case 'SND.NXT':
      return known(name, sndNxt(before));
    case 'RCV.NXT':
      return known(name, rcvNxt(after));
    case 'SEG.ACK':
      return known(name, arrived?.ack ?? undefined);
    case 'SEG.SEQ+1':
    case 'SEG.SEQ+SEG.LEN':
      return known(name, arrived === null ? undefined : advance(arrived.seq, segmentLength(arrived)));
    default:
      throw new Error(`${name} is not a name of the table`);
  }
}

function sndNxt(connection: Connection): SeqNumber | undefined {
  if (connection.state === 'TIME_WAIT') return connection.sndNxt;
  return 'send' in connection ? connection.send.sndNxt : undefined;
}

function rcvNxt(connection: Connection): SeqNumber | undefined {
  if (connection.state === 'TIME_WAIT') return connection.rcvNxt;
  return 'receive' in connection ? connection.receive.rcvNxt : undefined;
}

function known(name: string, value: SeqNumber | undefined): SeqNumber {
  if (value === undefined) throw new Error(`${name} has no value here`);
  return value;
}
