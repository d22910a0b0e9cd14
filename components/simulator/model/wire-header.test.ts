import { describe, expect, it } from 'vitest';
import { FIGURES, speechOf } from '../testing/figures';
import { figureRun } from './figure-run';
import { readWireHeader, wireHeader } from './wire-header';

const SETTINGS = [{}, { timestamps: true }, { profile: 'linux' }] as const;

it('says of every segment what the run says of it', () => {
  for (const [name, figure] of FIGURES) {
    for (const settings of SETTINGS) {
      const { timeline } = figureRun(figure, settings, speechOf('en', name));
      for (const segment of timeline.segments) {
        const { fields, flags, options, octets } = wireHeader(segment, timeline);
        const value = Object.fromEntries(fields.map((field) => [field.name, field.value]));
        expect(value).toMatchObject({
          sourcePort: segment.sourcePort,
          destinationPort: segment.destinationPort,
          seq: segment.seq,
          ack: segment.ack ?? 0,
          offset: octets.length / 4,
          reserved: 0,
          urgent: 0,
        });
        const set = flags.filter(({ isSet }) => isSet).map((flag) => flag.name);
        expect(set.sort()).toEqual(segment.flags.split(', ').sort());
        const stamps = options.find((option) => option.name === 'timestamps')?.values ?? null;
        expect(stamps).toEqual(segment.timestamps && [segment.timestamps.value, segment.timestamps.echo]);
        expect(options.some((option) => option.name === 'mss')).toBe(segment.flags.includes('SYN'));
        expect(20 + options.reduce((sum, option) => sum + option.octets, 0)).toBe(octets.length);
        expect(fields.reduce((sum, field) => sum + field.bits, 0)).toBe(160);
      }
    }
  }
});

it('is the header of RFC 9293, octet by octet', () => {
  const figure = FIGURES.get('old-duplicate') ?? expect.fail();
  const { timeline } = figureRun(figure, { timestamps: true }, speechOf('en', 'old-duplicate'));
  const syn = timeline.segments[0] ?? expect.fail();
  const { octets } = wireHeader(syn, timeline);
  expect(
    Buffer.from(octets)
      .toString('hex')
      .replaceAll(/(.{8})/g, '$1 '),
  ).toMatchInlineSnapshot(`"9c400050 00000bb8 00000000 9002ffff a2c30000 020405b4 0101080a 00000001 00000000 "`);
});

describe('options as others write them', () => {
  const withOptions = (...octets: number[]) => {
    const tcp = new Uint8Array(20 + octets.length);
    tcp[12] = ((20 + octets.length) / 4) << 4;
    tcp.set(octets, 20);
    return readWireHeader(tcp).options.map(({ name, values }) => [name, ...values]);
  };

  it('are read, known or not', () => {
    expect(withOptions(4, 2, 1, 1)).toEqual([['sackPermitted'], ['nop'], ['nop']]);
    expect(withOptions(254, 4, 1, 2)).toEqual([['other', 254]]);
    expect(withOptions(0, 2, 4, 5)).toEqual([]);
  });

  it('end where they do not fit', () => {
    expect(withOptions(1, 2, 0, 0)).toEqual([['nop']]);
    expect(withOptions(2, 9, 1, 1)).toEqual([]);
    expect(withOptions(1, 1, 1, 8)).toEqual([['nop'], ['nop'], ['nop']]);
  });

  it('may be cut off', () => {
    const tcp = new Uint8Array(22);
    tcp[12] = 0xf0;
    tcp.set([2, 4], 20);
    expect(readWireHeader(tcp)).toMatchObject({ options: [] });
  });
});
