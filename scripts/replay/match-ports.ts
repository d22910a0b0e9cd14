import type { Recorded } from './trace-file';

type Sysctls = Readonly<Record<'A' | 'B', Readonly<Record<string, string>>>>;

/**
 * Ports that the kernel chose are random: the connections are matched in the order of their first SYN, and the prediction is put into the
 * recording's ports. Two connections on one port must be so on both sides, and every chosen port must lie in its host's range.
 */
export function matchPorts(predicted: Recorded, actual: Recorded, sysctls: Sysctls): { predicted: Recorded } | string {
  const named = new Set(actual.calls.flatMap(({ args }) => (typeof args.port === 'number' ? [args.port] : [])));
  const ours = openings(predicted);
  const theirs = openings(actual);
  const toActual = new Map<number, number>();
  const toPredicted = new Map<number, number>();
  for (const [index, { host, port }] of ours.entries()) {
    const other = theirs[index];
    if (other === undefined || (named.has(port) && named.has(other.port))) continue;
    if ((toActual.get(port) ?? other.port) !== other.port || (toPredicted.get(other.port) ?? port) !== port) {
      return `connection ${index + 1}: its port is reused where the other's is not (predicted ${port}, kernel ${other.port})`;
    }
    toActual.set(port, other.port);
    toPredicted.set(other.port, port);
    const [first = 0, last = 65_535] = (sysctls[host].ip_local_port_range ?? '32768 60999').split(/\s+/).map(Number);
    for (const one of [port, other.port]) {
      if (!named.has(one) && (one < first || one > last))
        return `connection ${index + 1}: port ${one} is outside ${first}–${last}`;
    }
  }
  const port = (one: number) => toActual.get(one) ?? one;
  const text = (one: unknown) =>
    typeof one === 'string' ? one.replace(/port (\d+)\)/, (_, digits: string) => `port ${port(Number(digits))})`) : one;
  return {
    predicted: {
      packets: predicted.packets.map((p) => ({ ...p, srcPort: port(p.srcPort), dstPort: port(p.dstPort) })),
      states: predicted.states.map((s) => ({ ...s, lport: port(s.lport), rport: port(s.rport) })),
      calls: predicted.calls.map((c) => ('result' in c ? { ...c, result: text(c.result) } : c)),
    },
  };
}

/** Each first SYN, and the port it came from. */
function openings({ packets }: Recorded): { host: 'A' | 'B'; port: number }[] {
  const seen = new Set<string>();
  return packets.flatMap(({ flags, fate, dir, srcPort, dstPort, inc }) => {
    const key = `${dir} ${srcPort} ${dstPort} ${inc}`;
    if (flags !== 'S' || fate === 'injected' || seen.has(key)) return [];
    seen.add(key);
    return [{ host: dir === 'A>B' ? ('A' as const) : ('B' as const), port: srcPort }];
  });
}
