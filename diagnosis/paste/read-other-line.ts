import type { TcpState } from '../../engine/tcp/state';
import { stateOfFilter } from './state-names';

/** What the lines that are no sockets have told so far. */
export interface Findings {
  readonly summary: Record<string, number>;
  readonly sockstat: Record<string, number>;
  readonly counters: Record<string, number>;
  readonly sysctl: Record<string, string | null>;
  kernel: string | null;
  /** The one state that the last command shown has asked for. */
  filtered: TcpState | null;
}

/** First words of lines that only say what stands below them; the first line of netstat also as net-tools translates it. */
const HEADS = new Set([
  'State',
  'Netid',
  'Recv-Q',
  'Proto',
  'Transport',
  'Active',
  'Aktive',
  'Connexions',
  '稼働中のインターネット接続',
  'Aktivní',
  'Conexões',
  'Aktiivsed',
  '#kernel',
  'sockets:',
]);

const COMMANDS = new Set(
  'ss netstat cat nstat sysctl uname grep egrep watch head tail sudo ip date echo busybox'.split(' '),
);
const ERRORS = /^sysctl: cannot stat \/proc\/sys\/([\w/.-]+):/;
const PROC_FILE = /^\/proc\/sys\/([\w/.-]+):\s*(\S.*)$/;
const SYSCTL = /^-?((?:net|kernel|vm|fs)[./][\w./-]+|(?:tcp|ip_local)_\w+)\s*=\s*(.*)$/;
const COUNTER = /^([A-Z][A-Za-z0-9]+)\s+(\d+)(?:\s+\d+(?:\.\d+)?)?$/;
const SUMMARY = /^TCP:\s+(\d+)\s+\((.*)\)/;
const SOCKSTAT = /^(?:\/proc\/net\/sockstat6?:)?(TCP|UDP|UDPLITE|RAW|FRAG)6?:\s+(?:inuse)\s/;
const SUMMARY_ROW = /^(?:\*|RAW|UDP|TCP|INET|FRAG)\s+\d+\s+(?:\d+|-)\s+(?:\d+|-)$/;
const RELEASE = /^\d{1,2}\.\d{1,3}\.\d{1,4}(?:[-+.][\w.+~-]*)?$/;
const UNAME = /^Linux(?: version)? (?:\S+ )?(\d{1,2}\.\d{1,3}\.\d{1,4}[\w.+~-]*)/;
/** What `ss -i`, `-m` and `-e` say of the socket above. */
const DETAILS = /^(?:cubic|bbr|reno|dctcp|ts|sack|wscale:|rto:|skmem:|users:\(|timer:\(|uid:|ino:)/;

/** A line that is no socket. Says whether it was understood, and writes down what it tells. */
export function readOtherLine(line: string, findings: Findings): boolean {
  const first = line.split(' ', 1)[0]?.split('\t', 1)[0] ?? '';
  if (HEADS.has(first) || line.startsWith('#') || isUsed(line)) {
    notePrompt(line, findings);
    return true;
  }
  return (
    notePrompt(line, findings) ||
    noteSummary(line, findings) ||
    noteSockstat(line, findings) ||
    noteSysctl(line, findings) ||
    noteCounter(line, findings) ||
    noteKernel(line, findings) ||
    DETAILS.test(line)
  );
}

/** `Total: 1234 (kernel 1300)`. */
function isUsed(line: string): boolean {
  return line.startsWith('Total: ') || line.startsWith('sockets: used');
}

/** `root@web:~# ss -tan`, `$ ss -s`: what was asked for. */
function notePrompt(line: string, findings: Findings): boolean {
  const sign = line.slice(0, 80).search(/[#$%>❯] /);
  if (sign < 0) return false;
  const command = line.slice(sign + 2).trim();
  if (!COMMANDS.has(command.split(' ', 1)[0] ?? '')) return false;
  findings.filtered = stateOfFilter(command);
  return true;
}

function noteSummary(line: string, { summary }: Findings): boolean {
  const [, all, parts = ''] = SUMMARY.exec(line) ?? [];
  if (all === undefined) return SUMMARY_ROW.test(line);
  summary.total = Number(all);
  for (const part of parts.split(',')) {
    const [name = '', value = ''] = part.trim().split(/\s+/);
    // Older versions count the IPv6 ones again after a stroke.
    const number = Number.parseInt(value, 10);
    if (/^[a-z]+$/.test(name) && Number.isFinite(number)) summary[name] = number;
  }
  return true;
}

function noteSockstat(line: string, { sockstat }: Findings): boolean {
  if (line.startsWith('/proc/net/sockstat') && line.includes('sockets: used')) return true;
  if (!SOCKSTAT.test(line)) return false;
  const [protocol = '', ...words] = line.replace(/^\/proc\/net\/sockstat6?:/, '').split(/\s+/);
  if (protocol !== 'TCP:') return true;
  for (let index = 0; index + 1 < words.length; index += 2) {
    const value = Number(words[index + 1]);
    if (Number.isFinite(value)) sockstat[words[index] ?? ''] = value;
  }
  return true;
}

function noteSysctl(line: string, { sysctl }: Findings): boolean {
  const missing = ERRORS.exec(line)?.[1];
  if (missing !== undefined) {
    sysctl[dotted(missing)] = null;
    return true;
  }
  const [, name, value] = PROC_FILE.exec(line) ?? SYSCTL.exec(line) ?? [];
  if (name === undefined || value === undefined) return line.startsWith('sysctl: ');
  const full = name.startsWith('tcp_') || name.startsWith('ip_local_') ? `net.ipv4.${name}` : dotted(name);
  sysctl[full] = value.trim();
  return true;
}

function dotted(name: string): string {
  return name.replaceAll('/', '.');
}

function noteCounter(line: string, { counters }: Findings): boolean {
  const [, name, value] = COUNTER.exec(line) ?? [];
  if (name === undefined || value === undefined) return false;
  counters[name] = Number(value);
  return true;
}

function noteKernel(line: string, findings: Findings): boolean {
  const release = RELEASE.test(line) ? line : UNAME.exec(line)?.[1];
  if (release === undefined) return false;
  findings.kernel = release;
  return true;
}
