import { DEFAULT_LOAD } from './ports/load';

export interface PortRange {
  readonly low: number;
  readonly high: number;
  /** Whether the paste says so; else it is Linux's default. */
  readonly isGiven: boolean;
  /** `ip_local_reserved_ports`: never taken by connect() or bind(0). */
  readonly reserved: ReadonlySet<number>;
}

/** `net.ipv4.ip_local_port_range`, two numbers with any space between; and the ports that are taken out of it. */
export function rangeOf(sysctl: { readonly [name: string]: string | null }): PortRange {
  const reserved = reservedIn(sysctl['net.ipv4.ip_local_reserved_ports'] ?? '');
  const [low, high] = (sysctl['net.ipv4.ip_local_port_range'] ?? '').split(/\s+/).map(Number);
  if (low !== undefined && high !== undefined && low >= 0 && high >= low && high <= 65_535) {
    return { low, high, isGiven: true, reserved };
  }
  return { low: DEFAULT_LOAD.lowPort, high: DEFAULT_LOAD.highPort, isGiven: false, reserved };
}

/** `8080,9000-9010`. */
function reservedIn(list: string): Set<number> {
  const ports = new Set<number>();
  for (const part of list.split(',')) {
    const [first, last] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part)?.slice(1) ?? [];
    if (first === undefined) continue;
    for (let port = Number(first); port <= Math.min(Number(last ?? first), 65_535); port++) ports.add(port);
  }
  return ports;
}
