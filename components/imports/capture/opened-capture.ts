import { CaptureError } from '@/engine/formats/capture/capture-error';
import { type Conversation, conversationsIn } from '@/engine/formats/capture/infer/conversation';
import { inferTimeline } from '@/engine/formats/capture/infer/infer-timeline';
import { MAX_FILE_OCTETS } from '@/engine/formats/capture/limits';
import type { Capture } from '@/engine/formats/capture/packet';
import { readingCapture } from '@/engine/formats/capture/read/read-capture';
import { type FromWorker, MOST_SEGMENTS, type Refusal, type Walked } from './capture-message';
import { capturePicture } from './capture-picture';
import { type ConversationSummary, summaryOf } from './summary';

/** A file that has been read: its conversations can be asked for one by one. */
export interface OpenedCapture {
  readonly capture: Capture;
  readonly conversations: readonly Conversation[];
}

/** More than a reader looks through; the states of all of them are not worked out. */
const MOST_LISTED = 500;
/** Word is given after so many packets, and after every conversation that has at least so many, or when so many have been added up. */
const EVERY = 2000;

/** A file that is not even worth reading; told before any of it is in memory. */
export function refusalOfSize(octets: number): Refusal | null {
  return octets > MAX_FILE_OCTETS ? { problem: 'too-large', atByte: MAX_FILE_OCTETS, packets: 0, what: null } : null;
}

/**
 * Reads a capture and works out how each of its connections ended. Says on the way how far it is; at last gives what the page lists, or why there
 * is nothing to list. Total: whatever the octets are, it ends, and throws nothing.
 */
export function* openCapture(
  name: string,
  bytes: Uint8Array,
): Generator<FromWorker, { readonly answer: FromWorker; readonly opened: OpenedCapture | null }, undefined> {
  const refuse = (refusal: Refusal) => ({ answer: { type: 'refused', ...refusal } as const, opened: null });
  let capture: Capture;
  try {
    const steps = readingCapture(bytes, EVERY);
    let step = steps.next();
    while (step.done !== true) {
      yield { type: 'reading', done: step.value, all: bytes.length };
      step = steps.next();
    }
    capture = step.value;
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    return refuse({ problem: error.problem, atByte: error.atByte, packets: 0, what: error.what });
  }
  const { total, packets, skipped } = capture;
  if (packets.length === 0) {
    return refuse({ problem: total === 0 ? 'no-packets' : 'no-tcp', atByte: 0, packets: total, what: null });
  }
  const conversations = conversationsIn(capture);
  const listed: ConversationSummary[] = [];
  let since = 0;
  for (const [id, conversation] of conversations.slice(0, MOST_LISTED).entries()) {
    const count = conversation.packets.length;
    listed.push(summaryOf(id, count, inferTimeline({ ...capture, packets: conversation.packets })));
    since += count;
    if (since < EVERY) continue;
    since = 0;
    yield { type: 'inferring', done: id + 1, all: Math.min(conversations.length, MOST_LISTED) };
  }
  const file = { name, packets: total, tcp: packets.length, skipped, all: conversations.length, listed };
  return { answer: { type: 'opened', file }, opened: { capture, conversations } };
}

/** One conversation, a part of it, with the states of both ends. */
export function walkCapture(
  { capture, conversations }: OpenedCapture,
  id: number,
  at: readonly string[] | null,
  from: number,
): Walked {
  const packets = conversations[id]?.packets ?? [];
  const [one] = packets;
  const isSelf = one !== undefined && one.source === one.destination && one.sourcePort === one.destinationPort;
  const isTold = packets.some(({ direction }) => direction !== null);
  if (isSelf) return { id, at, isTold, picture: null, headers: [] };
  const timeline = inferTimeline({ ...capture, packets }, { at: at ?? [] });
  const picture = capturePicture(timeline, from, MOST_SEGMENTS);
  const headers = new Map(packets.map((packet) => [packet.number, packet.header]));
  return {
    ...{ id, at, isTold, picture },
    // Copied, so that the file itself is not sent along.
    headers: picture.facts.map((fact) => (headers.get(fact.packets[0] ?? -1) ?? new Uint8Array(0)).slice()),
  };
}
