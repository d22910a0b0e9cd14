import { expect, it } from 'vitest';
import { congestionWindow, grown, segmentsTogether } from './congestion';
import { newSend } from './open';
import { PROFILES } from './profile';
import { seqNumber } from './sequence-number';

const { linux, rfc9293 } = PROFILES;
const context = {
  ...{ nowMs: 0, profile: linux, iss: seqNumber(1), origin: 1, capacity: 1000 },
  ...{ timestamps: false, hasListener: false },
};
const fresh = newSend(context, linux);

/** With so many segments out. */
function sending(segments: number) {
  return { ...fresh, inFlight: Array.from({ length: segments }, () => fresh.inFlight).flat() };
}

it('bounds what is out where the profile does', () => {
  expect(congestionWindow(fresh, linux)).toBe(10);
  expect(congestionWindow({ ...fresh, congestionWindow: 12 }, linux)).toBe(12);
  expect(congestionWindow(fresh, rfc9293)).toBe(Number.POSITIVE_INFINITY);
});

it('lets one more out for each acknowledged, where the window was what held the sender back', () => {
  expect(grown(sending(5), 3, linux).congestionWindow).toBe(13);
  expect(grown(sending(4), 3, linux).congestionWindow).toBeUndefined();
  expect(grown(sending(5), 3, rfc9293).congestionWindow).toBeUndefined();
});

it('hands over in one piece what a millisecond takes, two at least', () => {
  expect(segmentsTogether({ ...fresh, srttMs: 1 }, linux)).toBe(19);
  expect(segmentsTogether({ ...fresh, srttMs: 4 }, linux)).toBe(4);
  expect(segmentsTogether({ ...fresh, srttMs: 100 }, linux)).toBe(2);
  expect(segmentsTogether(fresh, rfc9293)).toBe(Number.POSITIVE_INFINITY);
});
