import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script';
import { STACKS, type StackName } from './stacks';
import type { Verdict } from './verdict';

const FOLDER = path.join(import.meta.dirname, '../../../fixtures/packetdrill');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.pkt'))
  .map((file) => file.replace('.pkt', ''));

function read(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.pkt`), 'utf8');
}

function readBeside(file: string): string | null {
  try {
    return readFileSync(path.join(FOLDER, file), 'utf8');
  } catch {
    return null;
  }
}

function run(text: string, stack: StackName): Verdict {
  return runScript(text, stack, readBeside);
}

function stackOf(name: string): StackName {
  const stack = name.split('-')[0] ?? '';
  if (!(stack in STACKS)) throw new RangeError(`no profile ${stack}`);
  return stack as StackName;
}

describe('our own scripts', () => {
  it.each(NAMES)('%s', (name) => {
    expect(run(read(name), stackOf(name))).toEqual({ outcome: 'passed' });
  });

  it('tell one profile from another', () => {
    for (const name of NAMES) {
      const others = (Object.keys(STACKS) as StackName[]).filter((stack) => stack !== stackOf(name));
      expect(others.map((stack) => run(read(name), stack).outcome)).not.toContain('passed');
    }
  });
});

describe('a wrong expectation is found', () => {
  const wrong: [what: string, script: string, from: string, to: string][] = [
    ['a flag too many', 'linux-serves', '> . 1:1(0) ack 41', '> P. 1:1(0) ack 41'],
    ['a flag too few', 'linux-serves', '> F. 2377', '> . 2377'],
    ['a SYN', 'linux-serves', '> S. 0:0(0) ack 1', '> S 0:0(0)'],
    ['a sequence number', 'linux-serves', 'F. 2377:2377(0)', 'F. 2378:2378(0)'],
    ['an acknowledgment number', 'linux-serves', '> . 1:1(0) ack 41', '> . 1:1(0) ack 40'],
    ['a length', 'linux-serves', '> P. 1:2377(2376)', '> P. 1:2376(2375)'],
    ['a greater length', 'linux-serves', '> P. 1:2377(2376)', '> P. 1:2378(2377)'],
    ['an MSS', 'linux-serves', '<mss 1460', '<mss 1400'],
    ['the order of options', 'linux-serves', 'ecr 700,nop,wscale 7', 'ecr 700,wscale 7,nop'],
    ['an option too few', 'linux-connects', '<mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7>', ''],
    ['a timestamp', 'linux-serves', 'TS val 190 ecr 830', 'TS val 240 ecr 830'],
    ['an echoed timestamp', 'linux-serves', 'TS val 70 ecr 750', 'TS val 70 ecr 751'],
    ['a time too late', 'linux-serves', '+.038~+.042', '+.050~+.052'],
    ['a time too early', 'linux-serves', '+.038~+.042', '+.010~+.020'],
    ['the time of a retransmission', 'linux-connects', '+1 > S', '+1.1 > S'],
    ['a packet that is not sent', 'linux-serves', '+0 > F. 2377', '+0 > . 1:1(0) ack 42\n +0 > F. 2377'],
    ['a packet left out', 'linux-serves', '> S. 0:0(0) ack 1 <mss', '< . 7:7(0) ack 1 win 1 <mss'],
    ['a result', 'linux-serves', 'read(4, ..., 100) = 40', 'read(4, ..., 100) = 41'],
    ['octets that wait', 'linux-serves', 'SIOCINQ, [40]', 'SIOCINQ, [39]'],
    ['an errno', 'linux-connects', '-1 ECONNREFUSED', '-1 ETIMEDOUT'],
    ['an error that does not come', 'linux-connects', 'write(5, ..., 1) = 1', 'write(5, ..., 1) = -1 EPIPE (x)'],
    ['a pending error', 'linux-connects', '[ECONNRESET]', '[0]'],
    ['when a call ends', 'linux-connects', '+.1...0.150 connect', '+.1...0.170 connect'],
    ['a call that blocks', 'linux-connects', '+.1...0.150 connect', '+.1 connect'],
    ['a state of TCP_INFO', 'rfc9293-crosses', 'TCPI_CLOSING', 'TCPI_FIN_WAIT_1'],
    ['a number of TCP_INFO', 'linux-serves', 'tcpi_unacked == 0', 'tcpi_unacked == 1'],
    ['a state of sockstat', 'freebsd-time-wait', 'grep -c FIN_WAIT_1', 'grep -c ESTABLISHED'],
    ['a count of sockstat', 'freebsd-time-wait', 'grep -c TIME_WAIT | grep 1', 'grep -c TIME_WAIT | grep 2'],
    ['a setting', 'freebsd-time-wait', 'insecure_rst | grep 1', 'insecure_rst | grep 0'],
    ['a buffer', 'freebsd-listens', '[65536]', '[65700]'],
    ['a shift count', 'freebsd-time-wait', 'wscale 6', 'wscale 7'],
  ];

  it.each(wrong)('%s', (_, name, from, to) => {
    const text = read(name);
    expect(text).toContain(from);
    expect(run(text.replace(from, to), stackOf(name)).outcome).toBe('failed');
  });

  it('is named by its line', () => {
    const text = read('linux-serves').replace('F. 2377:2377(0)', 'F. 2378:2378(0)');
    const line = text.split('\n').findIndex((one) => one.includes('F. 2378')) + 1;
    expect(run(text, 'linux')).toEqual({
      outcome: 'failed',
      line,
      reason: 'expected F. 2378:2378(0) ack 42, sent F. 2377:2377(0) ack 42',
    });
  });
});

describe('what is not modelled is skipped, with its line and its reason', () => {
  const socket = '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n';
  const skipped: [reason: string, text: string][] = [
    ['IPv6', '--ip_version=ipv6\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3'],
    ['TCP Fast Open', `${socket}+0 < S 0:0(0) win 1 <mss 1460,FO abcd>`],
    ['TCP MD5 signatures', `${socket}+0 > S 0:0(0) <md5 00>`],
    ['SACK blocks', `${socket}+0 > . 1:1(0) ack 1 <nop,nop,sack 2:3>`],
    ['ECN', `${socket}+0 > SEW 0:0(0)`],
    ['icmp packets', `${socket}+0 < icmp unreachable`],
    ['fields of the IP header', `${socket}+0 > [ect0] . 1:1(0) ack 1`],
    ['the call poll()', `${socket}+0 poll(3, 1, 0) = 1`],
    ['the socket option SO_KEEPALIVE', `${socket}+0 setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, [1], 4) = 0`],
    ['sysctl net.ipv4.tcp_mtu_probing=1', `${socket}+0 \`sysctl -w net.ipv4.tcp_mtu_probing=1\``],
    ['the command `reboot`', `${socket}+0 \`reboot\``],
    ['the file ./missing.sh', `${socket}+0 \`./missing.sh\``],
    ['a socket of SOCK_DGRAM, IPPROTO_UDP', '0 socket(..., SOCK_DGRAM, IPPROTO_UDP) = 3'],
  ];

  it.each(skipped)('%s', (reason, text) => {
    expect(run(text, 'linux')).toEqual({ outcome: 'skipped', line: text.startsWith(socket) ? 2 : 1, reason });
  });
});

describe('what is no script fails, with its line', () => {
  const broken: [text: string, reason: string][] = [
    ['0 socket(', "a value expected at ''"],
    ['0 socket(1) 3', "'=' expected at '3'"],
    ['zero socket() = 3', "a time expected at 'zero socket() = 3'"],
    ['0 < S 0:1(0) win 1', 'sequence numbers 0:1(0) do not fit their length'],
    ['#endif', '#endif without #ifdef'],
    ['#ifdef Linux', '#ifdef without #endif'],
    ['#ifdef Linux\n#ifdef FreeBSD\n#endif', '#ifdef inside the one of line 1'],
    ['0 close(3) = 0', 'descriptor 3 is not open'],
  ];

  it.each(broken)('%s', (text, reason) => {
    expect(run(text, 'linux')).toMatchObject({ outcome: 'failed', reason });
  });
});
