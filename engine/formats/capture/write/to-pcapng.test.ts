import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../simulation/scenario';
import { BOOK, runAt } from '../testing/runs';
import { addressesOf } from './addresses';
import { checksum } from './checksum';
import { framesOf } from './frames';
import { toPcapng } from './to-pcapng';
import { windowField, windowScales } from './window-scale';

function figure(name: string): Scenario {
  const found = BOOK.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return found.scenario;
}

describe('toPcapng', () => {
  it('gives the same octets for the same run', () => {
    const [one, two] = [toPcapng(runAt(1, figure('old-duplicate'))), toPcapng(runAt(1, figure('old-duplicate')))];
    expect(one).toEqual(two);
  });

  it('refuses a host that the run has not, and names those that it has', () => {
    const timeline = runAt(1, figure('two-clients'));
    expect(() => toPcapng(timeline, { host: 'router' })).toThrow(/no host 'router'.*client1, server, client2/);
  });
});

describe('frames', () => {
  it('show a lost segment where it was sent only', () => {
    const frames = framesOf(runAt(1, figure('last-ack-lost')));
    const lost = frames.filter(({ segment }) => segment.fate === 'lost');
    expect(lost.map(({ direction }) => direction)).toEqual(['out', 'out']);
  });

  it('show a copy that the network made where it arrives only', () => {
    const scenario = figure('four-way-close');
    const match = { from: 'client', to: 'server', flags: 'FIN,ACK' };
    const frames = framesOf(runAt(1, scenario, { faults: [{ match, action: 'duplicate', byMs: 30 }] }));
    const fins = frames.filter(({ segment }) => segment.kind === 'fin' && segment.from === 'client');
    expect(fins.map(({ host, direction }) => `${direction} ${host}`)).toEqual(['out client', 'in server', 'in server']);
  });

  it('never show an answer before what it answers', () => {
    for (const { scenario } of BOOK) {
      const seen = new Set<number>();
      const timeline = runAt(1, scenario);
      for (const { direction, segment } of framesOf(timeline)) {
        if (direction === 'in') seen.add(segment.id);
        const cause = timeline.entries[segment.sentIn]?.cause;
        if (direction === 'out' && cause?.type === 'segment') expect(seen).toContain(cause.segment);
      }
    }
  });
});

describe('addresses', () => {
  it('are those of the scenario where they are IPv4 and tell the hosts apart', () => {
    const addresses = addressesOf(
      ['10.0.0.1', 'fe80::1', '10.0.0.1', '192.0.2.2', '1.2.3.256'].map((address) => ({ address })),
    );
    expect(addresses.map(({ octets, substitutedFor }) => [octets.join('.'), substitutedFor])).toEqual([
      ['10.0.0.1', null],
      ['192.0.2.2', 'fe80::1'],
      ['192.0.2.3', '10.0.0.1'],
      ['192.0.2.4', '192.0.2.2'],
      ['192.0.2.5', '1.2.3.256'],
    ]);
  });
});

describe('windows', () => {
  it('need no scaling while sixteen bits hold them', () => {
    expect(windowScales(runAt(1, figure('whole-life')))).toBeNull();
  });

  it('are scaled on every segment but the SYN once one of them is larger', () => {
    const scenario = figure('whole-life');
    const hosts = scenario.hosts.map((host) => (host.id === 'client' ? { ...host, window: 1_048_576 } : host));
    const scales = windowScales(runAt(1, { ...scenario, hosts }));
    expect([scales?.get('client'), scales?.get('server')]).toEqual([5, 0]);
    expect(windowField(1_048_576, true, 5)).toBe(65_535);
    expect(windowField(1_048_576, false, 5)).toBe(32_768);
  });
});

describe('checksum', () => {
  it('is that of the example in RFC 1071 §3', () => {
    expect(checksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7))).toBe(~0xddf2 & 0xffff);
  });

  it('takes an odd last octet as the high half of a word', () => {
    expect(checksum(Uint8Array.of(0xab))).toBe(~0xab00 & 0xffff);
  });
});
