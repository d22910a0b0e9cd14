import { describe, expect, it } from 'vitest';
import { DEFAULT_LOAD } from './load';
import { parseQuery, queryOf } from './parse-load';

const parse = (query: string) => parseQuery(new URLSearchParams(query));

describe('a load in an address', () => {
  it('is the default where nothing is said', () => {
    expect(parse('')).toMatchObject({ load: DEFAULT_LOAD, faults: {} });
  });

  it('says only what is particular, and comes back as it went', () => {
    const { typed, load } = parse('rate=1200.5&to=3&reuse=1&low=32768');
    expect(load).toEqual({ ...DEFAULT_LOAD, requestsPerSecond: 1200.5, destinations: 3, reuse: true });
    expect(queryOf(typed)).toBe('?rate=1200.5&to=3&reuse=1');
    expect(parse(queryOf(typed).slice(1)).load).toEqual(load);
    expect(queryOf(parse('').typed)).toBe('');
  });

  it('takes numbers as people write them', () => {
    expect(parse('rate=１,２００&open=.5').load).toMatchObject({ requestsPerSecond: 1200, openSeconds: 0.5 });
  });

  it.each([
    ['rate=much', 'requestsPerSecond', 'not-a-number'],
    ['rate=', 'requestsPerSecond', 'not-a-number'],
    ['rate=1e400', 'requestsPerSecond', 'not-a-number'],
    ['rate=0', 'requestsPerSecond', 'too-small'],
    ['rate=-1', 'requestsPerSecond', 'too-small'],
    ['per=1.5', 'requestsPerConnection', 'not-whole'],
    ['high=65536', 'highPort', 'too-large'],
    ['low=50000&high=49999', 'highPort', 'below-low'],
  ])('%s is at fault, and is kept as it was typed', (query, field, fault) => {
    const parsed = parse(query);
    expect(parsed).toMatchObject({ load: null, faults: { [field]: fault } });
    expect(parsed.typed).toMatchObject({ [field]: new URLSearchParams(query).get(fieldName(field)) });
  });

  it('of one port is a load too', () => {
    expect(parse('low=50000&high=50000').load).toMatchObject({ lowPort: 50_000, highPort: 50_000 });
  });
});

function fieldName(field: string): string {
  return { requestsPerSecond: 'rate', requestsPerConnection: 'per', highPort: 'high' }[field] ?? '';
}
