import { advance, distance, isBefore, seqNumber } from '../../../tcp/sequence-number';
import type { Frame } from '../write/frames';

/** The names of `tcp.analysis.*` of tshark that this model predicts. */
export type Finding =
  | 'retransmission'
  | 'fast_retransmission'
  | 'spurious_retransmission'
  | 'out_of_order'
  | 'duplicate_ack'
  | 'reused_ports'
  | 'lost_segment'
  | 'ack_lost_segment'
  | 'keep_alive'
  | 'keep_alive_ack'
  | 'window_update'
  | 'zero_window'
  | 'zero_window_probe'
  | 'zero_window_probe_ack';

/** What tshark remembers of one direction of a conversation. Zero stands for "not seen", as in tshark. */
interface Flow {
  base: number | null;
  next: number;
  nextMs: number;
  lastAck: number;
  lastAckMs: number;
  duplicateAcks: number;
  window: number;
  maxToBeAcked: number;
  lastFindings: ReadonlySet<Finding>;
}

interface Conversation {
  readonly flows: ReadonlyMap<string, Flow>;
  synMs: number | null;
  firstRttMs: number;
}

/** The fields of a frame in the header's terms. */
interface Seen {
  readonly atMs: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly hasAck: boolean;
}

const FAST_RETRANSMISSION_MS = 20;
const OUT_OF_ORDER_MS = 3;

/**
 * What `tcp.analysis` says of each frame that passes one interface: a second writing of the rules that the Wireshark user's guide gives under
 * "TCP Analysis", with its order of precedence. It judges by numbers and moments alone, as tshark must, and knows nothing of the run.
 */
export function analyse(frames: readonly Frame[]): ReadonlySet<Finding>[] {
  const conversations = new Map<string, Conversation>();
  return frames.map((frame) => {
    const { segment } = frame;
    const from = `${segment.from}:${segment.sourcePort}`;
    const to = `${segment.to}:${segment.destinationPort}`;
    const key = [from, to].sort().join(' ');
    const seen = seenIn(frame);
    const found = new Set<Finding>();
    const conversation = conversationOf(conversations, key, [from, to], seen, found);
    const forward = conversation.flows.get(from);
    const reverse = conversation.flows.get(to);
    if (forward === undefined || reverse === undefined) throw new Error(`no flow ${key}`);
    forward.base ??= seen.syn ? seen.seq : seqNumber(seen.seq - 1);
    if (seen.hasAck) reverse.base ??= seqNumber(seen.ack - 1);
    judge(seen, forward, reverse, conversation.firstRttMs, found);
    timeHandshake(conversation, seen);
    forward.lastFindings = found;
    return found;
  });
}

function seenIn({ atMs, segment }: Frame): Seen {
  const { seq, ack, length, window, flags } = segment;
  const has = (flag: string) => flags.split(', ').includes(flag);
  const bits = { syn: has('SYN'), fin: has('FIN'), rst: has('RST'), hasAck: ack !== null };
  return { atMs, seq, ack: ack ?? 0, length, window, ...bits };
}

/** A SYN with another number than the first opens the next conversation of these ports; a SYN-ACK with another number is "ports reused" too. */
function conversationOf(
  all: Map<string, Conversation>,
  key: string,
  [from, to]: readonly [string, string],
  seen: Seen,
  found: Set<Finding>,
): Conversation {
  const known = all.get(key);
  const base = known?.flows.get(from)?.base ?? null;
  const isOther = seen.syn && base !== null && base !== seen.seq;
  if (isOther) found.add('reused_ports');
  if (known !== undefined && !(isOther && !seen.hasAck)) {
    const flow = known.flows.get(from);
    if (isOther && flow !== undefined) flow.base = seen.seq;
    return known;
  }
  const flows = new Map([from, to].map((end) => [end, newFlow()]));
  const fresh = { flows, synMs: null, firstRttMs: 0 };
  all.set(key, fresh);
  return fresh;
}

function newFlow(): Flow {
  const zeros = { next: 0, nextMs: 0, lastAck: 0, lastAckMs: 0, duplicateAcks: 0, window: 0, maxToBeAcked: 0 };
  return { base: null, ...zeros, lastFindings: new Set() };
}

/** From the last SYN to the first segment with ACK and without SYN: tshark's first round trip. */
function timeHandshake(conversation: Conversation, { syn, hasAck, atMs }: Seen): void {
  if (syn && !hasAck) conversation.synMs = atMs;
  else if (!syn && hasAck && conversation.synMs !== null && conversation.firstRttMs === 0) {
    conversation.firstRttMs = atMs - conversation.synMs;
  }
}

function judge(seen: Seen, forward: Flow, reverse: Flow, firstRttMs: number, found: Set<Finding>): void {
  judgeAck(seen, forward, reverse, found);
  if (seen.ack !== forward.lastAck) forward.duplicateAcks = 0;
  judgeAckOfUnseen(seen, reverse, found);
  if (seen.length > 0 || seen.syn || seen.fin) judgeRepeat(seen, forward, reverse, firstRttMs, found);
  remember(seen, forward, found);
}

function judgeAck(seen: Seen, forward: Flow, reverse: Flow, found: Set<Finding>): void {
  const { seq, ack, length, window, syn, fin, rst } = seen;
  const isPlain = !syn && !fin && !rst;
  if (length === 1 && seq === forward.next && reverse.window === 0) {
    found.add('zero_window_probe');
    return;
  }
  if (window === 0 && isPlain) found.add('zero_window');
  if (forward.next !== 0 && isBefore(seqNumber(forward.next), seqNumber(seq)) && !rst) found.add('lost_segment');
  if (length <= 1 && seq === advance(seqNumber(forward.next), -1) && isPlain) found.add('keep_alive');
  const saysNothingNew = length === 0 && seq === forward.next && ack === forward.lastAck && isPlain;
  if (!saysNothingNew) return;
  if (window !== 0 && window !== forward.window) found.add('window_update');
  if (window !== forward.window) return;
  if (window !== 0 && reverse.lastFindings.has('keep_alive')) found.add('keep_alive_ack');
  else if (window === 0 && reverse.lastFindings.has('zero_window_probe')) found.add('zero_window_probe_ack');
  else if (window !== 0) {
    forward.duplicateAcks = forward.duplicateAcks === -1 ? 1 : forward.duplicateAcks + 1;
    found.add('duplicate_ack');
  }
}

function judgeAckOfUnseen({ ack, hasAck }: Seen, reverse: Flow, found: Set<Finding>): void {
  const bound = reverse.maxToBeAcked;
  if (bound === 0 || !hasAck || !isBefore(seqNumber(bound), seqNumber(ack))) return;
  if (isBefore(seqNumber(bound), seqNumber(reverse.next))) {
    reverse.maxToBeAcked = reverse.next;
    found.add('ack_lost_segment');
    return;
  }
  if (reverse.duplicateAcks === 0) found.add('ack_lost_segment');
  reverse.duplicateAcks = -1;
}

/** Octets, a SYN or a FIN that do not lie beyond all that was seen: one of four names, or that of a keep-alive. */
function judgeRepeat(seen: Seen, forward: Flow, reverse: Flow, firstRttMs: number, found: Set<Finding>): void {
  const { seq, length, atMs, syn, fin } = seen;
  if (found.has('keep_alive')) return;
  const isRepeat =
    forward.next !== 0 &&
    isBefore(seqNumber(seq), seqNumber(forward.next)) &&
    !(length > 1 && advance(seqNumber(forward.next), -1) === seq);
  if (length > 0 && reverse.lastAck !== 0 && distance(seqNumber(seq + length), seqNumber(reverse.lastAck)) >= 0) {
    found.add('spurious_retransmission');
    return;
  }
  if (!isRepeat) return;
  const sinceAckMs = atMs - reverse.lastAckMs;
  if (reverse.duplicateAcks >= 2 && reverse.lastAck === seq && sinceAckMs < FAST_RETRANSMISSION_MS) {
    found.add('fast_retransmission');
    return;
  }
  const isRecent = atMs - forward.nextMs < (firstRttMs === 0 ? OUT_OF_ORDER_MS : firstRttMs);
  const isLast = forward.next === seqNumber(seq + length + (syn || fin ? 1 : 0));
  found.add(isRecent && !isLast ? 'out_of_order' : 'retransmission');
}

function remember(seen: Seen, forward: Flow, found: ReadonlySet<Finding>): void {
  const { seq, length, syn, fin, atMs, ack, window } = seen;
  const occupies = syn || fin ? 1 : 0;
  const next = seqNumber(seq + length + occupies);
  const isProbe = found.has('zero_window_probe');
  if ((forward.next === 0 || isBefore(seqNumber(forward.next), next)) && !isProbe) {
    forward.next = next;
    forward.nextMs = atMs;
  }
  if ((seq === forward.maxToBeAcked || forward.maxToBeAcked === 0) && !isProbe) forward.maxToBeAcked = forward.next;
  forward.window = window;
  forward.lastAck = ack;
  forward.lastAckMs = atMs;
}
