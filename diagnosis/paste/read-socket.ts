import type { TcpState } from '../../engine/tcp/state';
import type { SocketRow } from './paste';
import { readDigits, readEndpoint } from './read-endpoint';
import { stateNamed } from './state-names';

/** First words of rows of other protocols, as `ss -an` and `netstat -an` print them. */
const OTHERS = new Set(
  'udp udp6 udplite udplite6 raw raw6 icmp icmp6 u_str u_dgr u_seq unix nl p_raw p_dgr v_str v_dgr sctp sctp6 dccp tipc ti_st xdp mptcp ???'.split(
    ' ',
  ),
);

/** iproute2 4.17 and 4.18 leave no space between a long state and what is queued: `CLOSE-WAIT1`, `FIN-WAIT-20`. */
const GLUED = /^([A-Z]{3,6}(?:-[A-Z]{3,4})?(?:-[12])?)\d{1,10}$/;

/** 'other': a socket, but not of TCP. 'cut-off': it began as one. Null: no socket at all. */
export type ReadSocket = SocketRow | 'other' | 'cut-off' | 'no-state' | null;

/**
 * One line of `ss` or `netstat`, as its words.
 * @param filtered the state of rows that name none, where the command asked for one state only
 */
export function readSocket(words: readonly string[], filtered: TcpState | null): ReadSocket {
  const [first = '', second = ''] = words;
  const state = stateNamed(first);
  if (state !== null) return isCount(second) ? row(words, state, 3) : words.length === 1 ? 'cut-off' : null;
  const glued = GLUED.exec(first);
  if (glued !== null && stateNamed(glued[1]) !== null) return row(words, stateNamed(glued[1]) ?? 'CLOSED', 2);
  if (first === 'tcp' || first === 'tcp6' || first === 'tcp4') return rowOfTcp(words, second);
  if (OTHERS.has(first)) return words.length > 3 ? 'other' : null;
  return isCount(first) && isCount(second) ? rowWithoutState(words, filtered) : null;
}

/** `netstat` says how much is queued and then the state at the end; `ss` with several families the state first. */
function rowOfTcp(words: readonly string[], second: string): ReadSocket {
  const state = stateNamed(second);
  if (state !== null) return row(words, state, 4);
  if (!isCount(second)) return words.length < 6 ? 'cut-off' : null;
  const last = stateNamed(words[5]);
  if (last === null) return words.length <= 6 ? 'cut-off' : null;
  return row(words, last, 3);
}

function rowWithoutState(words: readonly string[], filtered: TcpState | null): ReadSocket {
  const found = row(words, filtered ?? 'TIME_WAIT', 2);
  if (found === null || typeof found === 'string') return null;
  return filtered !== null || found.timeWaitSeconds !== null ? found : 'no-state';
}

/** The two endpoints stand at `at`, and what else is said after them. */
function row(words: readonly string[], state: TcpState, at: number): ReadSocket {
  const local = readEndpoint(words[at]);
  const remote = readEndpoint(words[at + 1]);
  if (local === null || remote === null) return 'cut-off';
  const isWaiting = state === 'TIME_WAIT' || state === 'FIN_WAIT_2';
  return { state, local, remote, timeWaitSeconds: isWaiting ? secondsLeft(words, at + 2) : null };
}

/** `timer:(timewait,57sec,0)` of ss, `timewait (57.04/0/0)` of netstat. */
export function secondsLeft(words: readonly string[], from: number): number | null {
  for (let index = from; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word.startsWith('timer:(timewait,')) return secondsOf(word.slice('timer:(timewait,'.length));
    // Of the languages of net-tools only Japanese has a word of its own for this timer.
    if (word !== 'timewait' && word !== '時間待ち') continue;
    const seconds = Number.parseFloat((words[index + 1] ?? '').slice(1));
    if (Number.isFinite(seconds)) return seconds;
  }
  return null;
}

/** `1min2sec`, `57sec`, `916ms`. */
function secondsOf(text: string): number | null {
  const [, minutes, seconds, ms] = /^(?:(\d{1,6})min)?(?:(\d{1,6})sec)?(?:\.?(\d{1,6})ms)?/.exec(text) ?? [];
  if (minutes === undefined && seconds === undefined && ms === undefined) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds ?? 0) + Number(ms ?? 0) / 1000;
}

function isCount(word: string): boolean {
  return readDigits(word) !== null;
}
