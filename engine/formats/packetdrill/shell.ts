import { Mismatch, Unsupported } from './problem';
import { type Sockets, stateOf } from './sockets';
import type { TestedHost } from './tested-host';

/** Commands of the two suites that prepare the real machine: nothing that is modelled depends on them. */
const IDLE: readonly RegExp[] = [
  /^ip tcp_metrics flush\b/,
  /^ethtool -K \S+ (?:tso off|gso off|gro off| )+$/,
  /^tc qdisc (?:add|replace|delete|del) dev tun0 root(?: (?:pfifo|fq))?$/,
  /^(?:true|:)$/,
  /^sleep [\d.]+$/,
];

/** Interprets the shell idioms of packetdrill suites. A command that ends with an error fails the script, as it does in packetdrill. */
export class Shell {
  private saved: [name: string, value: string][] = [];

  constructor(
    private readonly tested: TestedHost,
    private readonly sockets: Sockets,
    private readonly readFile: (path: string) => string | null,
  ) {}

  run(text: string, line: number): void {
    for (const command of commandsOf(text)) {
      if (!this.pipeline(command, line)) throw new Mismatch(line, `\`${command}\` ends with an error`);
    }
  }

  /** True where its last command succeeds. */
  private pipeline(command: string, line: number): boolean {
    const [first = '', ...filters] = command.split('|').map((part) => part.trim());
    let lines = this.command(first, line);
    let isFound = true;
    for (const filter of filters) {
      const parts = /^grep\s+((?:-[a-zA-Z]+\s+)*)(\S+)$/.exec(filter);
      if (parts === null) throw new Unsupported(line, `the command \`${filter}\``);
      const [, flags = '', pattern = ''] = parts;
      const wanted = pattern.replaceAll(/^["']|["']$/g, '');
      const matching = lines.filter((one) => one.includes(wanted) !== flags.includes('v'));
      isFound = matching.length > 0;
      lines = flags.includes('c') ? [String(matching.length)] : matching;
    }
    return isFound;
  }

  /** Does what a command does and gives what it prints. */
  private command(text: string, line: number): string[] {
    const words = text.split(/\s+/);
    const name = words[0]?.split('/').at(-1) ?? '';
    if (name === 'sysctl') return this.sysctl(words.slice(1), line);
    if (name === 'sockstat') return this.sockstat(words.slice(1));
    if (name === 'tcpdrop') return this.drop(words.slice(1), line);
    if (name === 'set_sysctls.py') return this.setAndSave(words.slice(1), line);
    if (/^sysctl_restore_.*\.sh$/.test(name)) return this.restore(line);
    if (name.endsWith('.sh')) return this.script(words[0] ?? '', line);
    if (!IDLE.some((pattern) => pattern.test(text))) throw new Unsupported(line, `the command \`${text}\``);
    return [];
  }

  private sysctl(words: readonly string[], line: number): string[] {
    const printed: string[] = [];
    for (const word of words) {
      if (word.startsWith('-')) continue;
      const [name = '', value] = splitOnce(word);
      if (value !== undefined) this.tested.setSysctl(name, unquote(value), line);
      else printed.push(this.tested.sysctl(name, line));
    }
    return printed;
  }

  private setAndSave(words: readonly string[], line: number): string[] {
    for (const word of words) {
      const [path = '', value = ''] = splitOnce(word);
      const name = path.replace('/proc/sys/', '').replaceAll('/', '.');
      this.saved.push([name, this.tested.sysctl(name, line)]);
      this.tested.setSysctl(name, unquote(value), line);
    }
    return [];
  }

  private restore(line: number): string[] {
    for (const [name, value] of this.saved.splice(0).reverse()) {
      if (value !== '') this.tested.setSysctl(name, value, line);
    }
    return [];
  }

  /** A script beside the test, such as Google's `defaults.sh`: its commands one by one. */
  private script(path: string, line: number): string[] {
    const text = this.readFile(path);
    if (text === null) throw new Unsupported(line, `the file ${path}`);
    for (const command of commandsOf(text.replaceAll(/^\s*#.*$/gm, ''))) this.pipeline(command, line);
    return [];
  }

  /** One line a socket: who holds it, its port and its state. A connection that no program holds has no name. */
  private sockstat(words: readonly string[]): string[] {
    if (words.includes('-6')) return [];
    const port = words.includes('-p') ? Number(words[words.indexOf('-p') + 1]) : null;
    const owned = this.sockets.all.map((one) => {
      const { endpoint, listensAt, boundPort } = one.socket;
      const ports = endpoint === null ? [listensAt ?? boundPort] : [endpoint.localPort, endpoint.remotePort];
      return { name: 'packetdril', ports, state: stateOf(one) };
    });
    const others = this.sockets.unowned.map(({ localPort, remotePort, connection }) => {
      return { name: '?', ports: [localPort, remotePort], state: connection.state };
    });
    return [...owned, ...others]
      .filter(({ ports }) => port === null || ports.includes(port))
      .map(({ name, ports, state }) => `${name} tcp4 ${ports.join(' ')} ${state.replace('SYN_RECEIVED', 'SYN_RCVD')}`);
  }

  /** tcpdrop -s STATE: the connections in that state are no more. */
  private drop(words: readonly string[], line: number): string[] {
    const [flag, state] = words;
    if (flag !== '-s' || state === undefined) throw new Unsupported(line, 'tcpdrop of one connection');
    this.tested.drop(state.replace('SYN_RCVD', 'SYN_RECEIVED'));
    return [];
  }
}

/** Holds the words of a quoted value together while a command is split. */
const JOINT = '\u0001';

/** Commands one by one: lines, `;`, `&&`; without what only moves their output elsewhere. */
function commandsOf(text: string): string[] {
  return text
    .replaceAll(/\\\n/g, ' ')
    .split(/\n|;|&&/)
    .map((command) =>
      command
        .replaceAll(/\d?>&?\s*\S+/g, '')
        .replaceAll(/\$\(\(([\d*\s()]+)\)\)/g, (_, product: string) => String(multiply(product)))
        .replaceAll(/"([^"]*)"/g, (_, quoted: string) => quoted.replaceAll(' ', JOINT))
        .trim(),
    )
    .filter((command) => command !== '');
}

function multiply(product: string): number {
  return product
    .split('*')
    .map((factor) => Number(factor.replaceAll(/[()\s]/g, '')))
    .reduce((all, factor) => all * factor, 1);
}

function unquote(value: string): string {
  return value.replaceAll(/["']/g, '').replaceAll(JOINT, ' ');
}

function splitOnce(word: string): string[] {
  const index = word.indexOf('=');
  return index < 0 ? [word] : [word.slice(0, index), word.slice(index + 1)];
}
