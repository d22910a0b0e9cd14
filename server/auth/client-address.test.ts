import { createServer, get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, readTrustProxy, tellAddresses } from './client-address';

describe('the address of a client', () => {
  it.each([
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
    ['127.0.0.1', '198.51.100.7', 1, '198.51.100.7'],
    ['127.0.0.1', '203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['127.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
    ['127.0.0.1', '10.0.0.2', 2, '10.0.0.2'],
    ['192.0.2.1', undefined, 1, '192.0.2.1'],
    ['2001:db8:1:2:aaaa::1', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8:1:2:bbbb:0:0:7', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', undefined, 0, '2001:db8:1:2::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
    [undefined, undefined, 0, 'unknown'],
  ])('of socket %s and header %s behind %i proxies is %s', (socket, forwarded, proxies, expected) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
  });

  it('is in the header before any handler sees the request, whatever the client wrote there', async () => {
    tellAddresses('');
    const server = createServer((request, response) => response.end(request.headers['x-forwarded-for']));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const heard = await new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      }).once('error', reject);
    });
    await new Promise((resolve) => server.close(resolve));
    expect(heard).toBe('127.0.0.1');
  });

  it('is asked of as many proxies as TRUST_PROXY says, and of nothing else', () => {
    expect(['', '0', '1', '2'].map(readTrustProxy)).toEqual([0, 0, 1, 2]);
    expect(() => readTrustProxy('true')).toThrow('TRUST_PROXY must be the number of proxies');
  });
});
