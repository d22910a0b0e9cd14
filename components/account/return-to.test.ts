import { describe, expect, it } from 'vitest';
import { returnTo, withPlace } from './return-to';

const ORIGIN = 'https://book.example';

describe('the way back', () => {
  it.each([
    ['/en/chapters/reason-two#the-old-ack', '/en/chapters/reason-two#the-old-ack'],
    ['/zh/play/last-ack-lost#v1/at=3', '/zh/play/last-ack-lost#v1/at=3'],
    ['/zh', '/zh'],
    ['/en/tools/ports?range=1', '/en/tools/ports?range=1'],
  ])('leads to %s', (from, expected) => {
    expect(returnTo(`?from=${encodeURIComponent(from)}`, ORIGIN, '/en/me')).toBe(expected);
  });

  it.each([
    '',
    'https://evil.example/en',
    '//evil.example/en',
    '/\\evil.example/en',
    '/\t/evil.example/en',
    '/en/../../evil',
    'javascript:alert(1)',
    '/api/me/export',
    '/english',
    '/en/sign-in',
    'en/me',
  ])('never leads to “%s”', (from) => {
    expect(returnTo(`?from=${encodeURIComponent(from)}`, ORIGIN, '/en/me')).toBe('/en/me');
  });

  it('is remembered with the section that is being read', () => {
    const place = new URL('https://book.example/en/chapters/reason-two#a') as unknown as Location;
    const href = withPlace('/en/sign-in', place, '#b');
    expect(returnTo(new URL(href, ORIGIN).search, ORIGIN, '/')).toBe('/en/chapters/reason-two#b');
    expect(withPlace('/en/sign-in', place, null)).toContain('%23a');
  });
});
