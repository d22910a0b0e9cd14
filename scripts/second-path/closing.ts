import { numbers, option, type Solve, SPACE, words } from './shown';

/** A close by hand: who is in which state is a matter of adding up flights. */
const PLAIN =
  /takes (\d+) ms one way .* The \w+ calls close\(\) at 0 s; the \w+’s application calls close\(\) (\d+) ms after .* lasts ([\d.]+) s\. .* at ([\d.]+) s\?/;

export const stateOfCloser: Solve = (shown) => {
  const [oneWay = 0, gap = 0, wait = 0, at = 0] = numbers(shown, PLAIN);
  const now = at * 1000;
  const finBack = oneWay + gap + oneWay;
  if (now < 2 * oneWay) return option(shown, 'FIN_WAIT_1');
  if (now < finBack) return option(shown, 'FIN_WAIT_2');
  return option(shown, now < finBack + wait * 1000 ? 'TIME_WAIT' : 'CLOSED');
};

export const whoWaits: Solve = (shown) => {
  const [oneWay = 0, client = 0, server = 0] = numbers(
    shown,
    /takes (\d+) ms one way.* client calls close\(\) at ([\d.]+) s, the server at ([\d.]+) s/,
  );
  if (Math.abs(client - server) * 1000 < oneWay) return option(shown, 'Both');
  return option(shown, client < server ? 'Only the client' : 'Only the server');
};

export const endOfTimeWait: Solve = (shown) => {
  const [oneWay = 0, msl = 0, gap = 0] = numbers(
    shown,
    /takes (\d+) ms one way .* MSL is (\d+) s\. .* close\(\) (\d+) ms after/,
  );
  return (oneWay + gap + oneWay + 2 * msl * 1000) / 1000;
};

export const acknowledgmentNumber: Solve = (shown) => {
  const [isn = 0, octets = 0] = numbers(shown, /SEQ=(\d+)\. .* sent (\d+) octets/);
  return (isn + 1 + octets + 1) % SPACE;
};

export const synArrives: Solve = (shown) => {
  if (shown.prompt.includes('nobody listens')) return option(shown, 'A RST');
  if (shown.prompt.includes('no connection is left')) return option(shown, 'A SYN,ACK');
  const [state = ''] = words(shown, /is in ([A-Z_0-9]+) with/);
  const [rcvNxt = 0, seq = 0] = numbers(shown, /RCV\.NXT=(\d+), RCV\.WND=\d+\. A SYN with SEQ=(\d+)/);
  return option(shown, state === 'TIME_WAIT' && seq > rcvNxt ? 'A SYN,ACK' : 'An ACK that says');
};

export const stateOfFollower: Solve = (shown) => {
  const [oneWay = 0, gap = 0, , at = 0] = numbers(shown, PLAIN);
  const now = at * 1000;
  if (now < oneWay) return option(shown, 'ESTABLISHED');
  if (now < oneWay + gap) return option(shown, 'CLOSE_WAIT');
  return option(shown, now < oneWay + gap + 2 * oneWay ? 'LAST_ACK' : 'CLOSED');
};

export const simultaneousState: Solve = (shown) => {
  const [oneWay = 0, server = 0, wait = 0, at = 0] = numbers(
    shown,
    /takes (\d+) ms one way.* server at ([\d.]+) s\. .* lasts ([\d.]+) s\. .* at ([\d.]+) s\?/,
  );
  const [asked] = words(shown, /is the (client|server)’s end/);
  const closes = { client: 0, server: server * 1000 };
  const [own, other] = asked === 'client' ? [closes.client, closes.server] : [closes.server, closes.client];
  const now = at * 1000;
  const heardFin = other + oneWay;
  // The other side acknowledges our FIN as it arrives there.
  const heardAck = own + 2 * oneWay;
  if (now < heardFin) return option(shown, 'FIN_WAIT_1');
  if (now < heardAck) return option(shown, 'CLOSING');
  return option(shown, now < heardAck + wait * 1000 ? 'TIME_WAIT' : 'CLOSED');
};

export const finNumber: Solve = (shown) => {
  const [isn = 0] = numbers(shown, /SEQ=(\d+)\./);
  const [sizes = ''] = words(shown, /\(([\d +]+) octets\)/);
  return (isn + 1 + sizes.split(' + ').reduce((sum, size) => sum + Number(size), 0)) % SPACE;
};

export const whoMaySend: Solve = (shown) => {
  const [one = '', first = '', other = '', second = '', at = ''] = words(
    shown,
    /The (\w+) calls \S+ at ([\d.]+) s; the (\w+) calls close\(\) at ([\d.]+) s\. .* at ([\d.]+) s\?/,
  );
  const able = [
    [one, first],
    [other, second],
  ].flatMap(([side, closes]) => (Number(at) < Number(closes) ? [side] : []));
  if (able.length === 2) return option(shown, 'Both');
  return able[0] === undefined ? option(shown, 'Neither') : option(shown, `Only the ${able[0]}`);
};

export const whatCloseSends: Solve = (shown) => {
  const [oneWay = 0, sent = 0, read = 0, closes = 0] = numbers(
    shown,
    /takes (\d+) ms .* sends (\d+) octets .* reads (\d+) octets .* close\(\) at (\d+) ms/,
  );
  const more = /Another (\d+) octets leave the client at (\d+) ms/.exec(shown.prompt);
  const late = more && Number(more[2]) + oneWay <= closes ? Number(more[1]) : 0;
  return option(shown, sent + late > read ? 'A segment with RST' : 'A segment with FIN');
};

export const segmentsOfAClose: Solve = ({ prompt }) => {
  const together = prompt.includes('go together');
  const plain = together ? 3 : 4;
  if (prompt.includes('Nothing is lost')) return plain;
  // With the server's FIN its ACK is lost too: the client's FIN comes again and is acknowledged alone, then the server's.
  if (together && prompt.includes('server’s FIN the first transmission is lost')) return plain + 3;
  // A FIN that is lost is sent once more and that is all; a lost ACK costs a FIN and an ACK.
  return plain + (prompt.includes('last ACK is lost') ? 2 : 1);
};

export const restartedClock: Solve = (shown) => {
  const [oneWay = 0, gap = 0, lost = 0, rto = 0, wait = 0] = numbers(
    shown,
    /takes (\d+) ms one way.* server (\d+) ms after .* first (\d+) of .* is (\d+) ms at first\. .* lasts ([\d.]+) s/,
  );
  let arrives = 2 * oneWay + gap;
  for (let n = 0, interval = rto; n < lost; n++, interval *= 2) arrives += interval;
  return arrives / 1000 + wait;
};

export const leastMsl: Solve = (shown) => {
  const [lost = 0, rto = 0] = numbers(shown, /first (\d+) retransmissions .* is (\d+) ms at first/);
  let later = 0;
  for (let n = 0, interval = rto; n <= lost; n++, interval *= 2) later += interval;
  return later / 2 / 1000;
};

export const orphanInFinWait2: Solve = (shown) => {
  const [timeout = 0, at = 0] = numbers(shown, /tcp_fin_timeout = (\d+),.* at ([\d.]+) s\?/);
  return option(shown, shown.prompt.includes('calls close()') && at > timeout ? 'CLOSED' : 'FIN_WAIT_2');
};

export const whatACallReturns: Solve = (shown) => {
  if (shown.prompt.includes('shutdown(SHUT_WR)')) return option(shown, 'the error EPIPE');
  if (shown.prompt.includes('SO_LINGER')) return option(shown, 'the error ECONNRESET');
  if (shown.prompt.includes('reads all')) return option(shown, '0, with');
  return option(shown, 'the error ECONNRESET');
};
