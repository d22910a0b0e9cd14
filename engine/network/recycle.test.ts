import { describe, expect, it } from 'vitest';
import { takeMeasure } from '../simulation/take-measure';
import { recycling } from '../testing/network-runs';

const NAT = '203.0.113.1';

describe('tcp_tw_recycle of Linux 4.11', () => {
  const connected = (recycles: number, address: string) =>
    takeMeasure(recycling(recycles, address), { measure: 'connectResult', socket: 'behind' });

  it('drops every SYN of a host whose clock is behind that of another with the same address', () => {
    const timeline = recycling(1, NAT);
    expect(connected(1, NAT)).toBe('pending');
    const syns = timeline.segments.filter(
      ({ from, kind, fate }) => from === 'behind' && kind === 'syn' && fate === 'delivered',
    );
    expect(syns.length).toBeGreaterThan(1);
    for (const { processedIn } of syns)
      expect(timeline.entries[processedIn ?? -1]?.rules).toEqual(['listen/recycle-dropped']);
    expect(timeline.segments.filter(({ to }) => to === 'behind')).toEqual([]);
  });

  it('does so by the address, and only where it is set', () => {
    expect(connected(1, '203.0.113.2')).toBe('0');
    expect(connected(0, NAT)).toBe('0');
  });

  it('ends TIME_WAIT after 3.5 RTO, here of 301 ms', () => {
    const lasts = (recycles: number) =>
      takeMeasure(recycling(recycles, NAT), { measure: 'timeInState', socket: 's1', state: 'TIME_WAIT' });
    expect(lasts(1)).toBe(1053.5);
    expect(lasts(0)).toBeGreaterThan(15_000);
  });

  it('forgets after a minute', () => {
    const timeline = recycling(1, NAT, 62_000);
    expect(takeMeasure(timeline, { measure: 'connectResult', socket: 'behind' })).toBe('0');
  });

  it('goes by clocks that others see, and that come back as echoes', () => {
    const timeline = recycling(1, NAT);
    const stamps = timeline.segments
      .filter(({ from }) => from === 'ahead')
      .map(({ timestamps }) => timestamps?.value ?? 0);
    expect(Math.min(...stamps)).toBeGreaterThan(600_000);
    const echoes = timeline.segments.filter(({ to }) => to === 'ahead').map(({ timestamps }) => timestamps?.echo ?? 0);
    expect(Math.min(...echoes)).toBeGreaterThan(600_000);
  });
});
