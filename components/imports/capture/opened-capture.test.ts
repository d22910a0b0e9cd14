import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_OCTETS } from '@/engine/formats/capture/limits';
import { type FromWorker, MOST_SEGMENTS } from './capture-message';
import { openCapture, refusalOfSize, walkCapture } from './opened-capture';

const FOLDER = path.join(import.meta.dirname, '../../../engine/formats/fixtures');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.pcap'));
const read = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)));

function open(bytes: Uint8Array, name = 'x.pcap') {
  const told: FromWorker[] = [];
  const steps = openCapture(name, bytes);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { told, ...step.value };
    told.push(step.value);
  }
}

function refusal(bytes: Uint8Array): string {
  const { answer, opened } = open(bytes);
  expect(opened).toBeNull();
  return answer.type === 'refused' ? answer.problem : answer.type;
}

function listOf(name: string) {
  const { answer } = open(read(name));
  if (answer.type !== 'opened') throw new Error(answer.type);
  return answer.file.listed;
}

describe('what a real kernel did', () => {
  it.each(FILES)('%s is listed and can be walked', (name) => {
    const { answer, opened } = open(read(name), name);
    expect(answer).toMatchObject({ type: 'opened', file: { name, all: 1 } });
    if (opened === null) throw new Error('not opened');
    const { picture, headers } = walkCapture(opened, 0, null, 0);
    expect(picture?.timeline.segments).toHaveLength(opened.capture.packets.length);
    expect(headers.every((header) => header.length >= 20)).toBe(true);
  });

  it('says which side holds TIME_WAIT', () => {
    expect(listOf('close-client-first-data.pcap')).toMatchObject([{ timeWait: { who: 'left', isCertain: true } }]);
    expect(listOf('timewait-syn-newer.pcap')).toMatchObject([{ timeWait: { who: 'right' }, incarnations: 2 }]);
    expect(listOf('simultaneous-close.pcap')).toMatchObject([{ timeWait: { who: 'both' } }]);
    expect(listOf('handshake-ack-lost.pcap')).toMatchObject([{ timeWait: { who: 'none', isCertain: true } }]);
  });

  it('says how each end was seen to finish', () => {
    const [client, server] = listOf('close-client-first-data.pcap')[0]?.finished ?? [];
    expect(client).toEqual({ lastSeenIn: 'TIME_WAIT', isCertain: expect.any(Boolean) });
    expect(server).toEqual({ by: 'last-ack' });
  });

  it('takes a place of the capture that only the reader knows', () => {
    const { opened } = open(read('half-close.pcap'));
    if (opened === null) throw new Error('not opened');
    const left = walkCapture(opened, 0, null, 0).picture?.ends[0];
    const { picture, isTold } = walkCapture(opened, 0, [left?.address ?? ''], 0);
    expect(isTold).toBe(false);
    expect(picture?.connections.map(({ isWatched }) => isWatched)).toEqual([true, false]);
  });
});

describe('a file that is no good', () => {
  const whole = read('half-close.pcap');
  const header = whole.slice(0, 24);

  it.each<[what: string, bytes: Uint8Array, problem: string]>([
    ['empty', new Uint8Array(0), 'empty'],
    ['text', new TextEncoder().encode('GET / HTTP/1.1'), 'not-a-capture'],
    ['compressed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), 'compressed'],
    ['cut short', whole.slice(0, -3), 'truncated'],
    ['without a packet', header, 'no-packets'],
    ['without TCP', withoutTcp(whole), 'no-tcp'],
  ])('%s', (_, bytes, problem) => {
    expect(refusal(bytes)).toBe(problem);
  });

  it('too large is told by its size alone', () => {
    expect(refusalOfSize(MAX_FILE_OCTETS + 1)).toMatchObject({ problem: 'too-large' });
    expect(refusalOfSize(MAX_FILE_OCTETS)).toBeNull();
  });

  it('whatever is wrong with it, there is an answer', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, octet, cut) => {
        const spoilt = whole.slice(0, whole.length - (cut % 40));
        spoilt[at] = octet;
        const { answer, opened } = open(spoilt);
        if (opened !== null) for (const id of opened.conversations.keys()) walkCapture(opened, id, null, 0);
        expect(['opened', 'refused']).toContain(answer.type);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a long capture', () => {
  it('says how far it is, and is walked in parts', () => {
    const { told, opened } = open(repeated(read('half-close.pcap'), 400));
    expect(told.some(({ type }) => type === 'reading')).toBe(true);
    if (opened === null) throw new Error('not opened');
    const first = walkCapture(opened, 0, null, 0).picture;
    const second = walkCapture(opened, 0, null, MOST_SEGMENTS).picture;
    expect(first?.timeline.segments).toHaveLength(MOST_SEGMENTS);
    expect(second?.from).toBe(MOST_SEGMENTS);
    expect(second?.facts[0]?.id).toBe(MOST_SEGMENTS);
    const { scenario, entries } = second?.timeline ?? { scenario: { originMs: 0 }, entries: [] };
    expect(entries.every(({ atMs }) => atMs >= scenario.originMs)).toBe(true);
  });
});

/** Every packet's protocol becomes UDP (the files are Ethernet, little-endian pcap). */
function withoutTcp(bytes: Uint8Array): Uint8Array {
  const spoilt = bytes.slice();
  const view = new DataView(spoilt.buffer);
  for (let at = 24; at < spoilt.length; at += 16 + view.getUint32(at + 8, true)) spoilt[at + 16 + 14 + 9] = 17;
  return spoilt;
}

/** The packets again and again, a minute apart. */
function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const body = bytes.slice(24);
  const out = new Uint8Array(24 + body.length * times);
  out.set(bytes.slice(0, 24));
  const view = new DataView(out.buffer);
  for (let time = 0; time < times; time += 1) {
    const start = 24 + time * body.length;
    out.set(body, start);
    for (let at = start; at < start + body.length; at += 16 + view.getUint32(at + 8, true)) {
      view.setUint32(at, view.getUint32(at, true) + time * 60, true);
    }
  }
  return out;
}
