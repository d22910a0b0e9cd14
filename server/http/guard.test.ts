import { describe, expect, it } from 'vitest';
import { Refusal } from '@/model/problem';
import { isTrustedHost, refuseOtherOrigins } from './guard';

describe('a host', () => {
  it.each([
    'localhost:3000',
    '127.0.0.1',
    '192.168.1.20:8080',
    '[::1]:3000',
    'LAB-PC-7',
    'lab.local:3000',
    'book.localhost',
    'host.docker.internal:3000',
    'server.lan.',
  ])('%s cannot be a stranger’s', (host) => {
    expect(isTrustedHost(host)).toBe(true);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'x y', 'a@b.c', ''])(
    '“%s” is trusted only when it is named',
    (host) => {
      expect(isTrustedHost(host)).toBe(false);
    },
  );

  it('that is named is trusted with any port, and no other is', () => {
    const trusted = 'Book.School.example, second.example:8443';
    for (const host of ['book.school.example', 'book.school.example:443', 'second.example']) {
      expect(isTrustedHost(host, trusted)).toBe(true);
    }
    for (const host of ['school.example', 'book.school.example.evil.example', 'xbook.school.example']) {
      expect(isTrustedHost(host, trusted)).toBe(false);
    }
  });
});

describe('a write', () => {
  const refused = (headers: Record<string, string>) => {
    try {
      refuseOtherOrigins(new Request('http://localhost:3000/api/attempts', { method: 'POST', headers }));
      return false;
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return true;
    }
  };

  it.each([
    [{ host: 'lab:3000', origin: 'http://lab:3000' }, false],
    [{ host: 'lab', origin: 'http://lab' }, false],
    [{ host: 'lab:80', origin: 'http://lab' }, false],
    [{ host: 'book.example', origin: 'https://book.example' }, false],
    [{ host: 'book.example:443', origin: 'https://book.example' }, false],
    [{ host: 'lab:3000', 'sec-fetch-site': 'same-origin', origin: 'http://lab:3000' }, false],
    [{ host: 'inside:3000', 'sec-fetch-site': 'same-origin', origin: 'https://book.example' }, false],
    [{ host: 'lab:3000' }, false],
    [{ host: 'lab:3000', origin: 'http://lab' }, true],
    [{ host: 'lab:3000', origin: 'http://lab:4000' }, true],
    [{ host: 'lab:3000', origin: 'http://evil.example' }, true],
    [{ host: 'lab:3000', origin: 'null' }, true],
    [{ host: 'lab:3000', origin: '' }, true],
    [{ host: 'lab:3000', 'sec-fetch-site': 'cross-site', origin: 'http://lab:3000' }, true],
    [{ host: 'lab:3000', 'sec-fetch-site': 'same-site' }, true],
  ])('with %j is refused: %s', (headers, expected) => {
    expect(refused(headers as Record<string, string>)).toBe(expected);
  });
});
