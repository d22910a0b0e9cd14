import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inferTimeline } from '@/engine/formats/capture/infer/infer-timeline';
import { readCapture } from '@/engine/formats/capture/read/read-capture';
import { toPcapng } from '@/engine/formats/capture/write/to-pcapng';
import { run } from '@/engine/simulation/run';
import type { Timeline } from '@/engine/simulation/timeline';
import { viewOf } from '../../simulator/model/figure-run';
import { layOut } from '../../simulator/scene/lay-out';
import { FIGURES, wordsOf } from '../../simulator/testing/figures';
import { walkSpeech } from '../walk/walk-speech';
import { type CapturePicture, capturePicture } from './capture-picture';

const speech = walkSpeech('en', wordsOf('en'), { title: 'x', description: 'y' });

function runOf(name: string): Timeline {
  const figure = FIGURES.get(name);
  if (figure === undefined) throw new Error(name);
  return run(figure.scenario);
}

/** A run as a capture, opened again. */
function reopened(timeline: Timeline, host?: string): CapturePicture {
  const bytes = toPcapng(timeline, host === undefined ? {} : { host });
  return capturePicture(inferTimeline(readCapture(bytes)), 0, 1000);
}

/** What both say of their segments and states; states from the handshake on, times from the first segment. */
function tell({ segments, intervals, lanes, connections }: Timeline, openEnd: ReadonlySet<string>) {
  const zero = segments[0]?.sentMs ?? 0;
  const at = (ms: number) => Math.round((ms - zero) * 1000) / 1000;
  const side = (host: string) => lanes.findIndex((lane) => lane.host === host);
  return {
    segments: segments.map(({ flags, relativeSeq, length, sentMs, arrivesMs, fate, from, transmission }) =>
      [
        side(from),
        flags,
        relativeSeq,
        length,
        transmission,
        fate,
        at(sentMs),
        fate === 'delivered' ? at(arrivesMs) : '',
      ].join(' '),
    ),
    intervals: intervals
      .map(({ host, connection, state, fromMs, toMs }) => {
        const incarnation = connections.find(({ id }) => id === connection)?.incarnation;
        const end = toMs === null || openEnd.has(state) ? '' : at(toMs);
        return [side(host), incarnation, state, at(fromMs), end].join(' ');
      })
      .sort(),
  };
}

/** How TIME_WAIT ends no capture shows. */
const SILENT = new Set(['TIME_WAIT']);

describe('an exported run, opened again', () => {
  it.each(['four-way-close', 'simultaneous-close', 'three-segments', 'whole-life'])(
    '%s is the same timeline',
    (name) => {
      const timeline = runOf(name);
      expect(tell(reopened(timeline).timeline, SILENT)).toEqual(tell(timeline, SILENT));
    },
  );

  it('is the same at the end that was watched, where only one was', () => {
    const timeline = runOf('four-way-close');
    const only = (told: ReturnType<typeof tell>) => told.intervals.filter((line) => line.startsWith('0 '));
    const host = timeline.scenario.hosts[0]?.id;
    const { timeline: seen } = reopened(timeline, host);
    expect(only(tell(seen, SILENT))).toEqual(only(tell(timeline, SILENT)));
    // The other end is as far away as half a round trip: that the way is equally long both ways is all that is supposed.
    expect(tell(seen, SILENT).segments.map((line) => line.split(' ').slice(-2))).toEqual(
      tell(timeline, SILENT).segments.map((line) => line.split(' ').slice(-2)),
    );
  });

  it('keeps what was lost, and says it', () => {
    const picture = reopened(runOf('last-ack-lost'));
    expect(picture.timeline.segments.filter(({ fate }) => fate === 'lost')).not.toEqual([]);
    expect(picture.facts.filter(({ fate }) => fate === 'lost')).toHaveLength(
      picture.timeline.segments.filter(({ fate }) => fate === 'lost').length,
    );
  });
});

const FOLDER = path.join(import.meta.dirname, '../../../engine/formats/fixtures');

describe('a capture of a real kernel', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.pcap')))('%s is drawn, in order', (name) => {
    const capture = readCapture(new Uint8Array(readFileSync(path.join(FOLDER, name))));
    const { timeline, states } = capturePicture(inferTimeline(capture), 0, 1000);
    expect(timeline.intervals).toHaveLength(states.length);
    const moments = timeline.entries.map(({ atMs }) => atMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    for (const { sentMs, arrivesMs } of timeline.segments) expect(arrivesMs).toBeGreaterThanOrEqual(sentMs);
    for (const { fromMs, toMs } of timeline.intervals) expect(toMs ?? fromMs).toBeGreaterThanOrEqual(fromMs);
    // Nothing acknowledges what is drawn to arrive later.
    for (const answer of timeline.segments) {
      const asked = timeline.segments.filter(
        (one) =>
          one.from === answer.to && one.id < answer.id && one.incarnation === answer.incarnation && one.length > 0,
      );
      const own = asked.find(({ relativeSeq, length }) => relativeSeq + length === answer.ack);
      if (own !== undefined) expect(answer.sentMs).toBeGreaterThanOrEqual(own.arrivesMs - 0.002);
    }
    const view = viewOf(timeline, speech);
    for (const size of ['wide', 'phone'] as const) {
      const layout = layOut(timeline, size, size === 'wide' ? 692 : 374, view.sceneWords);
      expect(layout.arrows).toHaveLength(timeline.segments.length);
    }
    expect(view.steps.length).toBeGreaterThan(3);
  });
});
