import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script';
import { STACKS, type StackName } from './stacks';
import { traceScript } from './trace-script';

const FOLDER = path.join(import.meta.dirname, '../../../fixtures/packetdrill');
const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pkt'));
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
const beside = (name: string) => (name === './settings.sh' ? read('settings.sh') : null);
const STACK_NAMES = Object.keys(STACKS) as StackName[];

const OPEN = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
+0 connect(3, ..., ...) = -1 EINPROGRESS (x)
+0 > S 0:0(0) <...>
+.01 < S. 700:700(0) ack 1 win 30000 <mss 1000>
+0 > . 1:1(0) ack 1`;

describe('a script that is looked at', () => {
  it.each(NAMES)('%s comes to the same as one that is only run', (name) => {
    for (const stack of STACK_NAMES) {
      const [{ verdict: looked }, ran] = [traceScript(read(name), stack, beside), runScript(read(name), stack, beside)];
      // Where a line cannot be read, one that is played before it may already go otherwise.
      const isEarlier = looked.outcome !== 'passed' && ran.outcome !== 'passed' && looked.line < ran.line;
      if (!isEarlier) expect(looked).toEqual(ran);
    }
  });

  it('has every packet of it, with its line, in its numbers', () => {
    const { timeline, packets, played } = traceScript(OPEN, 'rfc9293', () => null);
    const told = timeline?.segments.map(({ id, from, flags, relativeSeq, rule }) => [
      packets.get(id)?.line,
      from,
      flags,
      relativeSeq,
      rule !== null,
    ]);
    expect(told).toEqual([
      [4, 'tested', 'SYN', 0, true],
      [5, 'script', 'SYN, ACK', 0, false],
      [6, 'tested', 'ACK', 1, true],
    ]);
    expect(packets.get(1)?.options).toEqual([{ kind: 'mss', value: 1000 }]);
    expect(timeline?.intervals.map(({ state, fromMs }) => [state, fromMs])).toEqual([
      ['SYN_SENT', 0],
      ['ESTABLISHED', 10],
    ]);
    expect(timeline?.segments.every(({ fate }) => fate === 'delivered')).toBe(true);
    expect(played.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is played as far as it goes', () => {
    const trace = traceScript(
      `${OPEN}\n+.1 close(3) = 0\n+0 > F. 1:1(0) ack 9\n+0 < . 1:1(0) ack 2 win 9`,
      'linux',
      () => null,
    );
    expect(trace.verdict).toMatchObject({ outcome: 'failed', line: 8 });
    expect(trace.played.at(-1)).toEqual({ line: 7, atMs: 110 });
    expect(trace.timeline?.segments.at(-1)?.flags).toBe('FIN, ACK');
  });

  it('names every line that asks for what is not modelled, and plays what stands before the first', () => {
    const more = '+0 < P. 1:3(2) ack 1 urg 2\n+0 < . 1:1(0) ack 1 <sack 3:5>\n+0 > . 1:1(0) ack 3';
    const trace = traceScript(`${OPEN}\n${more}`, 'linux', () => null);
    expect(trace.unsupported).toEqual([
      { line: 7, reason: 'urgent data' },
      { line: 8, reason: 'SACK blocks' },
    ]);
    expect(trace.verdict).toEqual({ outcome: 'skipped', line: 7, reason: 'urgent data' });
    expect(trace.timeline?.segments).toHaveLength(3);
  });

  it('names what shows only when it is played', () => {
    const trace = traceScript(`${OPEN}\n+0 \`./other.sh\``, 'linux', () => null);
    expect(trace.unsupported).toEqual([{ line: 7, reason: 'the file ./other.sh' }]);
  });

  it('tells a line that is no event once', () => {
    const trace = traceScript(`${OPEN}\n+0 ?? nonsense\nmore of it`, 'linux', () => null);
    expect(trace.verdict).toMatchObject({ outcome: 'failed', line: 7 });
    expect(trace.unsupported).toEqual([]);
  });

  it('has nothing to show where nothing can be read', () => {
    expect(traceScript('--ip_version=ipv6\n', 'linux', () => null)).toMatchObject({
      verdict: { outcome: 'skipped', line: 1 },
      unsupported: [{ line: 1, reason: 'IPv6' }],
      timeline: null,
    });
  });
});
