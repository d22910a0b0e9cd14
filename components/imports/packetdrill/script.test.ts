import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { traceScript } from '@/engine/formats/packetdrill/trace-script';
import { viewOf } from '../../simulator/model/figure-run';
import { layOut } from '../../simulator/scene/lay-out';
import { wordsOf } from '../../simulator/testing/figures';
import { walkSpeech } from '../walk/walk-speech';
import { startOf, type WalkAction, walk } from '../walk/walk-state';
import { guessStack } from './guess-stack';
import { sayReason } from './reasons';
import { readScriptFiles } from './script-files';
import { scriptHeader } from './script-header';
import { scriptPicture } from './script-picture';

const ROOT = path.join(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, 'fixtures/packetdrill');
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');
const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pkt'));
const speech = walkSpeech('en', wordsOf('en'), { title: "it's {a} <b>", description: '' });
const traceOf = (name: string) => traceScript(read(name), guessStack(read(name)), () => read('settings.sh'));

function viewOfScript(name: string) {
  const { timeline } = traceOf(name);
  if (timeline === null) throw new Error(name);
  return viewOf(scriptPicture(timeline), speech);
}

describe('for whom a script was written', () => {
  it.each([
    ['linux-serves.pkt', 'linux'],
    ['freebsd-time-wait.pkt', 'freebsd'],
  ])('%s: %s', (name, stack) => expect(guessStack(read(name))).toBe(stack));

  it('is Linux where nothing says otherwise', () => expect(guessStack('0 socket(...) = 3')).toBe('linux'));
});

describe('the picture of a script', () => {
  it('counts as the script does', () => {
    const view = viewOfScript('linux-serves.pkt');
    const told = view.timeline.segments.map(({ flags, seq, ack }) => `${flags} ${seq} ${ack}`);
    expect(told.slice(0, 5)).toEqual(['SYN 0 null', 'SYN, ACK 0 1', 'ACK 1 1', 'PSH, ACK 1 1', 'ACK 1 41']);
    expect(told.slice(-3)).toEqual(['ACK 2377 42', 'FIN, ACK 2377 42', 'ACK 42 2378']);
  });

  it.each(NAMES)('%s has level arrows, no two at one height, each with its label', (name) => {
    const view = viewOfScript(name);
    for (const size of ['wide', 'phone'] as const) {
      const { arrows, texts } = layOut(view.timeline, size, size === 'wide' ? 692 : 374, view.sceneWords);
      const heights = arrows.map(({ path: [from, to] }) => {
        expect(from?.y).toBe(to?.y);
        return from?.y ?? 0;
      });
      expect(new Set(heights).size).toBe(heights.length);
      if (size === 'wide') for (const { segment } of arrows) expect(texts.get(segment.id)?.label).toBeTruthy();
    }
  });

  it('has the options that the script writes', () => {
    const { timeline, packets } = traceOf('linux-serves.pkt');
    const [syn] = timeline?.segments ?? [];
    if (syn === undefined) throw new Error('no segment');
    const { options, fields } = scriptHeader(syn, packets.get(0));
    expect(options.map(({ name, values }) => [name, ...values])).toEqual([
      ['mss', 1200],
      ['sackPermitted'],
      ['timestamps', 700, 0],
      ['nop'],
      ['windowScale', 3],
    ]);
    expect(fields.find(({ name }) => name === 'window')?.value).toBe(40_000);
  });

  it('bears a name that means something in messages', () => {
    expect(speech.plain('figure.title')).toBe("it's {a} <b>");
  });
});

describe('walking', () => {
  const view = viewOfScript('linux-serves.pkt');
  const go = (...actions: WalkAction[]) => actions.reduce((state, action) => walk(view, state, action), startOf(view));

  it('steps over the moments and picks what each is about, until somebody picks', () => {
    const [first, second] = view.steps;
    expect(go({ type: 'step', by: 1 })).toMatchObject({
      ms: second?.atMs,
      picked: second?.rows.at(-1)?.segments.at(-1),
    });
    expect(go({ type: 'step', by: 1 }, { type: 'step', by: -1 }).ms).toBe(first?.atMs);
    expect(go({ type: 'pick', id: 3 }, { type: 'step', by: 10 })).toMatchObject({ picked: 3 });
    expect(go({ type: 'step', by: 99 }).ms).toBe(view.steps.at(-1)?.atMs);
  });

  it('plays again from the start', () => {
    expect(go({ type: 'moment', ms: view.endMs, isPlaying: false }, { type: 'play' })).toMatchObject({
      ms: view.startMs,
      isPlaying: true,
    });
    expect(go({ type: 'speed' }).speed).toBe(2);
  });
});

describe('reasons', () => {
  const wordsFor = (locale: string) =>
    JSON.parse(readFileSync(path.join(ROOT, `content/${locale}/words/imports.json`), 'utf8')).packetdrill.reasons;

  it.each([
    ['expected R 2:2(0), sent . 2:2(0) ack 2', '应为 R 2:2(0)，实际发送的是 . 2:2(0) ack 2'],
    ['expected F. 1:1(0) ack 1, nothing sent by 0.3 s', '应为 F. 1:1(0) ack 1，但到 0.3 s 为止什么也没有发送'],
    ['read() fails with EAGAIN, expected 5', 'read() 以 EAGAIN 失败，应为 5'],
    ['write() = 9, expected -1 EPIPE', 'write() 返回 9，应为 -1 EPIPE'],
    ['the file ./a.sh', '没有文件 ./a.sh；请和脚本一起打开'],
    ['F. 1:1(0) sent at 0.2 s, expected at 0.1 s (tolerance 0.004 s)', 'F. 1:1(0) sent 在 0.2 s，应在 0.1 s'],
    ["a time expected at 'x y'", '“x y”处看不懂：这里应为 a time'],
    ['IPv6', 'IPv6'],
  ])('%s', (reason, zh) => {
    expect(sayReason(reason, wordsFor('zh'))).toBe(zh);
    expect(sayReason(reason, wordsFor('en'))).toEqual(expect.stringMatching(/\S/));
  });
});

describe('files', () => {
  const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name);

  it('are a script and what it runs', async () => {
    const list = [file('set.sh', 'true'), file('a.pkt', '0 socket()')];
    expect(await readScriptFiles(list, 100)).toEqual({ script: '0 socket()', files: { 'set.sh': 'true' } });
  });

  it.each<[string, File[], string]>([
    ['too long', [file('a.pkt', 'x'.repeat(101))], 'tooLong'],
    ['no text', [file('a.pcap', Uint8Array.of(0xd4, 0xc3, 0, 2))], 'notText'],
    ['empty', [file('a.pkt', ' \n')], 'empty'],
  ])('that are %s are refused', async (_, list, refused) => {
    expect(await readScriptFiles(list, 100)).toEqual({ refused });
  });
});
