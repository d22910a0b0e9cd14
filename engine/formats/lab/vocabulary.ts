/** One word of a lab script. */
export interface LabWord {
  readonly word: string;
  /** What it is about: the whole scenario, one host, what goes wrong on the way, or what an application calls. */
  readonly about: 'everything' | 'host' | 'network' | 'call';
  /** How it is written; what stands in brackets may be left out. */
  readonly usage: string;
  /** A line that a reader may put into a script as it is. */
  readonly example: string;
}

/** Every word there is. docs/lab.md and content/<language>/words/lab.json explain each. */
export const VOCABULARY: readonly LabWord[] = [
  { word: 'title', about: 'everything', usage: 'title WORDS', example: 'title My experiment' },
  { word: 'profile', about: 'everything', usage: 'profile linux|rfc9293|rfc793', example: 'profile linux' },
  { word: 'time_wait', about: 'everything', usage: 'time_wait TIME', example: 'time_wait 60s' },
  { word: 'msl', about: 'everything', usage: 'msl TIME', example: 'msl 30s' },
  { word: 'seed', about: 'everything', usage: 'seed NUMBER', example: 'seed 7' },
  { word: 'origin', about: 'everything', usage: 'origin TIME', example: 'origin 1s' },
  { word: 'end', about: 'everything', usage: 'end TIME', example: 'end 10s' },
  { word: 'link', about: 'network', usage: 'link [HOST > HOST] TIME', example: 'link 50ms' },
  { word: 'loss', about: 'network', usage: 'loss PERCENT%', example: 'loss 10%' },
  { word: 'reorder', about: 'network', usage: 'reorder PERCENT% by TIME', example: 'reorder 20% by 120ms' },
  {
    word: 'drop',
    about: 'network',
    usage: 'drop HOST > HOST [FLAGS|DATA] [seq N] [connection N] [nth N|every]',
    example: 'drop client > server SYN',
  },
  {
    word: 'delay',
    about: 'network',
    usage: 'delay HOST > HOST [FLAGS|DATA] [seq N] [connection N] [nth N|every] by TIME',
    example: 'delay client > server DATA by 400ms',
  },
  {
    word: 'copy',
    about: 'network',
    usage: 'copy HOST > HOST [FLAGS|DATA] [seq N] [connection N] [nth N|every] by TIME',
    example: 'copy client > server DATA by 900ms',
  },
  { word: 'host', about: 'host', usage: 'host NAME [as client|server|peer]', example: 'host client' },
  { word: 'address', about: 'host', usage: 'address ADDRESS', example: 'address 192.0.2.7' },
  { word: 'isn', about: 'host', usage: 'isn NUMBER [NUMBER …]', example: 'isn 1000 7000' },
  { word: 'window', about: 'host', usage: 'window OCTETS', example: 'window 4000' },
  { word: 'timestamp_clock', about: 'host', usage: 'timestamp_clock +TIME', example: 'timestamp_clock +500s' },
  { word: 'tcp_timestamps', about: 'host', usage: 'tcp_timestamps = 0|1', example: 'tcp_timestamps = 1' },
  { word: 'tcp_tw_reuse', about: 'host', usage: 'tcp_tw_reuse = 0|1|2', example: 'tcp_tw_reuse = 1' },
  {
    word: 'tcp_tw_reuse_delay',
    about: 'host',
    usage: 'tcp_tw_reuse_delay = MILLISECONDS',
    example: 'tcp_tw_reuse_delay = 1000',
  },
  { word: 'tcp_tw_recycle', about: 'host', usage: 'tcp_tw_recycle = 0|1', example: 'tcp_tw_recycle = 1' },
  { word: 'tcp_rfc1337', about: 'host', usage: 'tcp_rfc1337 = 0|1', example: 'tcp_rfc1337 = 1' },
  {
    word: 'tcp_max_tw_buckets',
    about: 'host',
    usage: 'tcp_max_tw_buckets = NUMBER',
    example: 'tcp_max_tw_buckets = 1',
  },
  { word: 'tcp_fin_timeout', about: 'host', usage: 'tcp_fin_timeout = SECONDS', example: 'tcp_fin_timeout = 5' },
  {
    word: 'ip_local_port_range',
    about: 'host',
    usage: 'ip_local_port_range = FIRST LAST',
    example: 'ip_local_port_range = 40000 40001',
  },
  { word: 'socket', about: 'call', usage: 'socket NAME [lane NAME]', example: 'socket c2' },
  { word: 'SO_LINGER', about: 'call', usage: 'SO_LINGER 0', example: 'SO_LINGER 0' },
  { word: 'SO_REUSEADDR', about: 'call', usage: 'SO_REUSEADDR 0|1', example: 'SO_REUSEADDR 0' },
  { word: 'bind', about: 'call', usage: '[TIME] bind PORT', example: 'bind 40000' },
  { word: 'listen', about: 'call', usage: '[TIME] listen PORT', example: 'listen 80' },
  { word: 'accept', about: 'call', usage: '[TIME] accept [SOCKET]', example: 'accept' },
  { word: 'connect', about: 'call', usage: '[TIME] connect HOST:PORT', example: 'connect server:80' },
  { word: 'write', about: 'call', usage: '[TIME] write "TEXT"|OCTETS', example: '+0.1 write "hello"' },
  { word: 'read', about: 'call', usage: '[TIME] read [OCTETS|all]', example: 'read all' },
  { word: 'shutdown', about: 'call', usage: '[TIME] shutdown', example: '+0.1 shutdown' },
  { word: 'close', about: 'call', usage: '[TIME] close', example: '+0.1 close' },
  { word: 'crash', about: 'call', usage: '[TIME] crash', example: '0.5 crash' },
];

/** What people write who know another tool. */
const OTHERWISE_CALLED: Readonly<Record<string, string>> = {
  send: 'write',
  sendto: 'write',
  recv: 'read',
  receive: 'read',
  abort: 'SO_LINGER',
  reset: 'SO_LINGER',
  linger: 'SO_LINGER',
  sleep: 'close',
  lose: 'drop',
  duplicate: 'copy',
  timestamps: 'tcp_timestamps',
  timewait: 'time_wait',
  rtt: 'link',
  exit: 'close',
};

/** The word that was probably meant, or null. */
export function meantWord(typed: string): string | null {
  const plain = typed.toLowerCase();
  const known = OTHERWISE_CALLED[plain];
  if (known !== undefined) return known;
  const begun = VOCABULARY.filter(({ word }) => plain.length >= 3 && word.toLowerCase().startsWith(plain));
  if (begun[0] !== undefined) return begun[0].word;
  const near = VOCABULARY.map(({ word }) => ({ word, distance: editDistance(plain, word.toLowerCase()) }));
  near.sort((a, b) => a.distance - b.distance);
  const [best] = near;
  return best !== undefined && best.distance <= Math.min(2, plain.length - 1) ? best.word : null;
}

/** Levenshtein, for words as short as these. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
