import { describe, expect, it } from 'vitest';
import { PROFILES } from './profile';
import { backedOff, sampleOf, withSample } from './round-trip';
import { seqNumber } from './sequence-number';

const none = { srttMs: null, rttvarMs: 0, rtoMs: 1000 };

describe('the retransmission timeout (RFC 6298)', () => {
  const rfc = PROFILES.rfc9293.retransmission;
  const { linux } = PROFILES;

  it('takes the first sample R as SRTT = R, RTTVAR = R/2, and is never below a second', () => {
    expect(withSample(none, 100, rfc)).toEqual({ srttMs: 100, rttvarMs: 50, rtoMs: 1000 });
    expect(withSample(none, 500, rfc)).toEqual({ srttMs: 500, rttvarMs: 250, rtoMs: 1500 });
  });

  it('follows later samples by an eighth and a quarter', () => {
    expect(withSample({ srttMs: 500, rttvarMs: 250, rtoMs: 1500 }, 900, rfc)).toEqual({
      srttMs: 550,
      rttvarMs: 287.5,
      rtoMs: 1700,
    });
  });

  it('is on Linux the round trip and at least 200 ms', () => {
    expect(withSample(none, 20, linux.retransmission).rtoMs).toBe(220);
    expect(withSample(none, 100, linux.retransmission).rtoMs).toBe(300);
  });

  it('doubles, up to its limit', () => {
    expect(backedOff(1000, rfc)).toBe(2000);
    expect(backedOff(100_000, rfc)).toBe(120_000);
  });

  it('is not measured by a segment that was sent twice (Karn)', () => {
    const sent = { seq: seqNumber(1), text: 'x', syn: false, fin: false, sentMs: 100, transmissions: 1 };
    expect(sampleOf([sent], 150)).toBe(50);
    expect(sampleOf([sent, { ...sent, transmissions: 2 }], 150)).toBeNull();
    expect(sampleOf([], 150)).toBeNull();
  });
});
