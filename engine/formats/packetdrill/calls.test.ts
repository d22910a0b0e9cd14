import { describe, expect, it } from 'vitest';
import { runScript } from './run-script';
import type { StackName } from './stacks';
import type { Verdict } from './verdict';

const FILES: Readonly<Record<string, string>> = {
  './set.sh': '# a comment\nsysctl -q net.ipv4.tcp_timestamps=0; true && sleep 0.1\n',
};

function run(text: string, stack: StackName = 'linux'): Verdict {
  return runScript(text, stack, (file) => FILES[file] ?? null);
}

const SOCKET = '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3';
const NON_BLOCKING = '+0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0';
const OPENING = [SOCKET, NON_BLOCKING, '+0 connect(3, ..., ...) = -1 EINPROGRESS (x)', '+0 > S 0:0(0) <...>'];
const OPEN = [...OPENING, '+.01 < S. 0:0(0) ack 1 win 30000 <mss 1000>', '+0 > . 1:1(0) ack 1'];
const LISTENING = [SOCKET, '+0 bind(3, ..., ...) = 0', '+0 listen(3, 1) = 0'];
const HALF_OPEN = [...LISTENING, '+0 < S 0:0(0) win 30000 <mss 1000>', '+0 > S. 0:0(0) ack 1 <mss 1460>'];
const WAITING = [...HALF_OPEN, '+.01 < . 1:1(0) ack 1 win 30000'];
const SERVING = [...WAITING, '+0 accept(3, ..., ...) = 4'];
const RESET = '+.01 < R. 1:1(0) ack 1 win 0';

describe('calls', () => {
  const passing: [what: string, lines: readonly string[]][] = [
    ['bind() twice', [SOCKET, '+0 bind(3, ..., ...) = 0', '+0 bind(3, ..., ...) = -1 EINVAL (x)']],
    ['listen() twice', [...LISTENING, '+0 listen(3, 5) = 0']],
    ['listen() without a port of one’s own', [SOCKET, '+0 listen(3, 1) = 0']],
    ['listen() on a connection', [...OPEN, '+0 listen(3, 1) = -1 EINVAL (x)']],
    ['accept() where nothing listens', [SOCKET, '+0 accept(3, ..., ...) = -1 EINVAL (x)']],
    ['accept4() of what waits', [...WAITING, '+0 accept4(3, ..., ..., 0) = 4']],
    ['accept() that waits', [...HALF_OPEN, '+0...0.010 accept(3, ..., ...) = 4', '+.01 < . 1:1(0) ack 1 win 30000']],
    ['connect() while it opens', [...OPENING, '+0 connect(3, ..., ...) = -1 EALREADY (x)']],
    ['connect() once it is open', [...OPEN, '+0 connect(3, ..., ...) = -1 EISCONN (x)']],
    [
      'connect() that waits for its answer',
      [
        SOCKET,
        '+0...0.010 connect(3, ..., ...) = 0',
        '+0 > S 0:0(0) <...>',
        '+.01 < S. 0:0(0) ack 1 win 30000 <mss 1000>',
        '+0 > . 1:1(0) ack 1',
      ],
    ],
    [
      'a socket born non-blocking',
      ['0 socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0) = 3', '+0 connect(3, ..., ...) = -1 EINPROGRESS (x)'],
    ],
    ['read() where there is no connection', [SOCKET, '+0 read(3, ..., 9) = -1 ENOTCONN (x)']],
    ['write() where there is no connection', [SOCKET, '+0 write(3, ..., 9) = -1 EPIPE (x)']],
    ['shutdown() where there is no connection', [SOCKET, '+0 shutdown(3, SHUT_WR) = -1 ENOTCONN (x)']],
    ['shutdown() of what was reset', [...OPEN, RESET, '+0 shutdown(3, SHUT_WR) = -1 ENOTCONN (x)']],
    ['shutdown() for reading: no FIN, an end', [...OPEN, '+0 shutdown(3, SHUT_RD) = 0', '+0 read(3, ..., 9) = 0']],
    [
      'shutdown() for both',
      [...OPEN, '+0 shutdown(3, SHUT_RDWR) = 0', '+0 > F. 1:1(0) ack 1', '+0 read(3, ..., 9) = 0'],
    ],
    [
      'write() after shutdown()',
      [...OPEN, '+0 shutdown(3, SHUT_WR) = 0', '+0 > F. 1:1(0) ack 1', '+0 write(3, ..., 1) = -1 EPIPE (x)'],
    ],
    [
      'send() with flags that change nothing',
      [...OPEN, '+0 send(3, ..., 5, MSG_NOSIGNAL|MSG_DONTWAIT) = 5', '+0 > P. 1:6(5) ack 1'],
    ],
    ['sendto() with none', [...OPEN, '+0 sendto(3, ..., 5, 0, ..., ...) = 5', '+0 > P. 1:6(5) ack 1']],
    ['recv() that need not wait', [...SERVING, '+0 recv(4, ..., 9, MSG_DONTWAIT) = -1 EAGAIN (x)']],
    [
      'recv() of what is there',
      [...SERVING, '+0 < P. 1:6(5) ack 1 win 30000', '+0 > . 1:1(0) ack 6', '+0 recv(4, ..., 9, 0) = 5'],
    ],
    [
      'read() that waits',
      [...SERVING, '+0...0.010 read(4, ..., 9) = 5', '+.01 < P. 1:6(5) ack 1 win 30000', '+0 > . 1:1(0) ack 6'],
    ],
    [
      'read() of a reset, then of the end',
      [...OPEN, RESET, '+0 read(3, ..., 9) = -1 ECONNRESET (x)', '+0 read(3, ..., 9) = 0'],
    ],
    ['a result that nobody asks for', [...OPEN, '+0 write(3, ..., 9) = ...', '+0 > P. 1:10(9) ack 1']],
    ['EWOULDBLOCK, the other name of EAGAIN', [...OPEN, '+0 read(3, ..., 9) = -1 EWOULDBLOCK (x)']],
    ['FIONREAD', [...OPEN, '+0 ioctl(3, FIONREAD, [0]) = 0', '+0 ioctl(3, FIONREAD, ...) = 0']],
    ['close() of a listener forgets who knocks', [...HALF_OPEN, '+0 close(3) = 0']],
    ['close() of a listener resets who waits', [...WAITING, '+0 close(3) = 0', '+0 > R. 1:1(0) ack 1']],
    [
      'close() of a listener leaves who was let in',
      [...SERVING, '+0 close(3) = 0', '+0 write(4, ..., 5) = 5', '+0 > P. 1:6(5) ack 1'],
    ],
    [
      'SO_LINGER 0 aborts',
      [
        ...OPEN,
        '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0',
        '+0 close(3) = 0',
        '+0 > R. 1:1(0) ack 1',
      ],
    ],
    [
      'SO_LINGER off changes nothing',
      [
        ...OPEN,
        '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=0, linger=9}, 8) = 0',
        '+0 close(3) = 0',
        '+0 > F. 1:1(0) ack 1',
      ],
    ],
    [
      'SO_LINGER waits for the ACK of the FIN',
      [
        ...OPEN,
        '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=2}, 8) = 0',
        '+0...0.050 close(3) = 0',
        '+0 > F. 1:1(0) ack 1',
        '+.05 < . 1:1(0) ack 2 win 30000',
      ],
    ],
    [
      'what is set can be read',
      [
        SOCKET,
        '+0 setsockopt(3, SOL_SOCKET, SO_REUSEPORT, [1], 4) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_REUSEPORT, [1], [4]) = 0',
        '+0 setsockopt(3, SOL_SOCKET, SO_SNDBUF, [4096], 4) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_SNDBUF, [8192], [4]) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_SNDBUF, ..., [4]) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0',
      ],
    ],
    [
      'buffers that nobody set',
      [
        ...OPEN,
        '+0 getsockopt(3, SOL_SOCKET, SO_SNDBUF, [16384], [4]) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_RCVBUF, [...], [4]) = 0',
      ],
    ],
    [
      'TCP_NOOPT',
      [
        SOCKET,
        NON_BLOCKING,
        '+0 setsockopt(3, IPPROTO_TCP, TCP_NOOPT, [1], 4) = 0',
        '+0 connect(3, ..., ...) = -1 EINPROGRESS (x)',
        '+0 > S 0:0(0)',
      ],
    ],
    ['close() of a socket that never did anything', [SOCKET, '+0 ioctl(3, SIOCINQ, [0]) = 0', '+0 close(3) = 0']],
    [
      'two sockets and one port',
      [
        ...LISTENING,
        '+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 4',
        '+0 bind(4, ..., ...) = -1 EADDRINUSE (x)',
        '+0 listen(4, 1) = -1 EADDRINUSE (x)',
      ],
    ],
    [
      'a value by its name',
      [
        SOCKET,
        '+0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, O_RDWR, 4) = 0',
        '+0 getsockopt(3, SOL_SOCKET, SO_REUSEADDR, [2], [4]) = 0',
      ],
    ],
    [
      'fields within fields',
      [
        ...OPEN,
        '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {{x=1}, {onoff=1, linger=0}}, 8) = 0',
        '+0 close(3) = 0',
        '+0 > R. 1:1(0) ack 1',
      ],
    ],
    [
      'the other branch of a condition',
      ['#ifdef FreeBSD', '0 socket(..., SOCK_DGRAM, 0) = 3', '#else', SOCKET, '#endif', '+0 close(3) = 0'],
    ],
    ['a command without a time, an option without a value', ['--send_omit_free', '`true`', SOCKET, '+0 close(3) = 0']],
    [
      'a client that says nothing of its options',
      [...LISTENING, '+0 < S 0:0(0) win 30000 <...>', '+0 > S. 0:0(0) ack 1 <...>'],
    ],
    ['a packet of any number', [...OPEN, '+0 write(3, ..., 5) = 5', '+0 > P. ...(5) ack 1']],
    ['empty brackets are no options', [...OPEN, '+0 write(3, ..., 5) = 5', '+0 > P. 1:6(5) ack 1 <>']],
    [
      'what TCP_INFO counts',
      [
        ...OPEN,
        '+0 write(3, ..., 5) = 5',
        '+0 > P. 1:6(5) ack 1',
        '+0 %{ assert tcpi_unacked != 0\nassert tcpi_unacked <= 1\nassert tcpi_unacked >= 1\nassert tcpi_unacked < 2\nassert tcpi_unacked > 0\nassert tcpi_retransmits == 0\nassert tcpi_backoff == 0\nassert (tcpi_snd_cwnd == 10), tcpi_snd_cwnd }%',
      ],
    ],
    [
      'a shell script and what it sets',
      [
        '0 `./set.sh`',
        `+${SOCKET}`,
        NON_BLOCKING,
        '+0 connect(3, ..., ...) = -1 EINPROGRESS (x)',
        '+0 > S 0:0(0) <mss 1460,nop,nop,sackOK,nop,wscale 7>',
      ],
    ],
    [
      'settings set, read and restored',
      [
        '0 `./set_sysctls.py /proc/sys/net/ipv4/tcp_timestamps=0`',
        '+0 `sysctl -n net.ipv4.tcp_timestamps | grep 0`',
        '+0 `/tmp/sysctl_restore_7.sh`',
        '+0 `sysctl -n net.ipv4.tcp_timestamps | grep -v 0`',
      ],
    ],
    [
      'sockets that nobody holds, and a port',
      [
        ...OPEN,
        '+0 close(3) = 0',
        '+0 > F. 1:1(0) ack 1',
        '+0 `sockstat -4 -p 8080 | grep -c FIN_WAIT_1 | grep 1`',
        '+0 `sockstat -6 | grep -c FIN_WAIT_1 | grep 0`',
      ],
    ],
    [
      'tcpdrop of a half-open one',
      [...HALF_OPEN, '+0 `tcpdrop -s SYN_RCVD`', '+0 `sockstat -4 | grep -c SYN_RCVD | grep 0`'],
    ],
  ];

  it.each(passing)('%s', (_, lines) => {
    expect(run(lines.join('\n'))).toEqual({ outcome: 'passed' });
  });
});

describe('settings of FreeBSD', () => {
  const SYN = [SOCKET, NON_BLOCKING, '+0 connect(3, ..., ...) = -1 EINPROGRESS (x)'];
  const passing: [what: string, lines: readonly string[]][] = [
    ['without RFC 1323', ['0 `sysctl -w net.inet.tcp.rfc1323=0`', ...SYN, '+0 > S 0:0(0) <mss 1460,sackOK,eol,eol>']],
    ['a closed port that says nothing', ['0 `sysctl -w net.inet.tcp.blackhole=2`', ...SYN, '+0 > S 0:0(0) <...>']],
    [
      'no delayed ACK',
      [
        '0 `sysctl -w net.inet.tcp.delayed_ack=0`',
        ...SYN,
        '+0 > S 0:0(0) <...>',
        '+.01 < S. 0:0(0) ack 1 win 30000 <mss 1000>',
        '+0 > . 1:1(0) ack 1',
        '+.01 < P. 1:6(5) ack 1 win 30000',
        '+0 > . 1:1(0) ack 6',
      ],
    ],
    [
      'a SYN obeyed as of old',
      [
        '0 `sysctl -w net.inet.tcp.insecure_syn=1`',
        ...SYN,
        '+0 > S 0:0(0) <...>',
        '+.01 < S. 0:0(0) ack 1 win 30000 <mss 1000>',
        '+0 > . 1:1(0) ack 1',
        '+.01 < S 1:1(0) win 30000 <mss 1000>',
        '+0 > R. 1:1(0) ack 1',
      ],
    ],
  ];

  it.each(passing)('%s', (_, lines) => {
    expect(run(lines.join('\n'), 'freebsd')).toEqual({ outcome: 'passed' });
  });
});

describe('what is refused, and in which words', () => {
  const refused: [lines: readonly string[], outcome: 'failed' | 'skipped', reason: string][] = [
    [['0 socket(..., SOCK_STREAM) = 3'], 'skipped', 'a socket of SOCK_STREAM, '],
    [['0 socket(..., SOCK_STREAM, IPPROTO_TCP) = -1 EMFILE (x)'], 'failed', 'expected -1 EMFILE'],
    [[SOCKET, '+0 setsockopt(3, SOL_SOCKET, SO_RCVBUF, HUGE, 4) = 0'], 'skipped', 'the value HUGE'],
    [[SOCKET, '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, [1], 8) = 0'], 'skipped', 'the value nothing'],
    [['0 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 3'], 'skipped', 'IPv6'],
    [[...OPEN, '+0 send(3, ..., 5, MSG_OOB) = 5'], 'skipped', 'the flag MSG_OOB'],
    [[...OPEN, '+0 recv(3, ..., 5, MSG_PEEK) = 5'], 'skipped', 'the flag MSG_PEEK'],
    [[...OPEN, '+0 fcntl(3, F_GETFL) = 2'], 'skipped', 'the number of O_NONBLOCK'],
    [[...OPEN, '+0 fcntl(3, F_DUPFD, 0) = 4'], 'skipped', 'fcntl(F_DUPFD)'],
    [[...OPEN, '+0 ioctl(3, SIOCOUTQ, [0]) = 0'], 'skipped', 'ioctl(SIOCOUTQ)'],
    [[...OPEN, '+0 getsockopt(3, SOL_SOCKET, SO_TYPE, [1], [4]) = 0'], 'skipped', 'the socket option SO_TYPE'],
    [[...OPEN, '+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [7], [4]) = 0'], 'failed', 'SO_ERROR is 0, expected 7'],
    [[...OPEN, '+0 getsockopt(3, SOL_SOCKET, "SO", [7], [4]) = 0'], 'failed', 'a name expected and not "SO"'],
    [[...OPEN, '+0 read(3, ..., size(5)) = 0'], 'skipped', 'the value size(5)'],
    [[...OPEN, '+0 read(3, ..., [1, 2]) = 0'], 'skipped', 'the value [1, 2]'],
    [[...OPEN, '+0 read(3, ..., {a=1, {b=x|y}}) = 0'], 'skipped', 'the value {a=1, {b=x|y}}'],
    [[...OPEN, '+0 read(3, ...) = 0'], 'skipped', 'the value nothing'],
    [[...OPEN, '+0 read(3, ..., ...) = 0'], 'skipped', 'the value ...'],
    [[...OPEN, '+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {linger=2}, 8) = 0'], 'skipped', 'the value nothing'],
    [[SOCKET, '+0 bind(3, ..., ...) = -1 EINVAL (x)'], 'failed', 'bind() = 0, expected -1 EINVAL'],
    [[...SERVING, '+0 read(4, ..., 9) = 5'], 'failed', 'read() blocks'],
    [[...SERVING, '+0...0.010 read(4, ..., 9) = 5'], 'failed', 'read() does not end'],
    [[...OPEN, '+0 > . 1:1(0) ack 1 urg 5'], 'skipped', 'urgent data'],
    [[...OPEN, '+0 > U. 1:1(0) ack 1'], 'skipped', 'urgent data'],
    [[...OPEN, '+0 > 80 > 90 . 1:1(0) ack 1'], 'skipped', 'packets of another port'],
    [[...OPEN, '+0 > . 1:1(0)! ack 1'], 'skipped', 'absolute sequence numbers'],
    [[...OPEN, '+0 > . 1:1(0) ack 1 <tao 5>'], 'skipped', "the TCP option 'tao'"],
    [[...OPEN, '+0 < . ...(5) ack 1 win 5'], 'failed', 'a packet without a sequence number'],
    [[...OPEN, '+0 %{ print(tcpi_state) }%'], 'skipped', 'the code `print(tcpi_state)`'],
    [[...OPEN, '+0 %{ assert tcpi_rto > 5 }%'], 'skipped', "TCP_INFO's tcpi_rto"],
    [[...OPEN, '+0 `sockstat | awk 5`'], 'skipped', 'the command `awk 5`'],
    [[...OPEN, '+0 `tcpdrop 1.2.3.4`'], 'skipped', 'tcpdrop of one connection'],
    [[...OPEN, '+0 `sysctl -n net.core.somaxconn`'], 'skipped', 'sysctl net.core.somaxconn'],
    [
      [...OPEN, '+0 write(3, ..., 5) = 5', '+0 > P. 1:6(5) ack 1 <nop,nop,TS val 1 ecr 2>'],
      'failed',
      'expected <nop,nop,TS val 1 ecr 2>, sent none',
    ],
    [[...OPENING.slice(0, 3), '+0 > S 0:0(0)'], 'failed', 'expected no options, sent <mss 1460'],
  ];

  it.each([
    ['linux', 'EPIPE'],
    ['freebsd', 'ENOTCONN'],
    ['rfc9293', 'ENOTCONN'],
  ] as const)('write() without a connection on %s: %s', (stack, errno) => {
    const lines = (name: string) => [SOCKET, `+0 write(3, ..., 9) = -1 ${name} (x)`].join('\n');
    expect(run(lines(errno), stack)).toEqual({ outcome: 'passed' });
    expect(run(lines(errno === 'EPIPE' ? 'ENOTCONN' : 'EPIPE'), stack)).toMatchObject({ outcome: 'failed', line: 2 });
  });

  it.each(refused)('%j', (lines, outcome, reason) => {
    const verdict = run(lines.join('\n'));
    expect(verdict).toMatchObject({ outcome, line: lines.length });
    expect(verdict).toHaveProperty('reason', expect.stringContaining(reason));
  });
});
