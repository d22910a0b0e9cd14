import type { Departure } from '../../network/observer';
import type { Ms } from '../../tcp/ms';
import type { Segment } from '../../tcp/segment';
import type { Direction, Fate, Script, ScriptFault, ScriptMatch } from './script';

export interface Carriage {
  readonly fate: Fate;
  /** When copies arrive; none where it was dropped. */
  readonly arrivals: readonly Ms[];
}

/** The recording's forwarder: a fixed delay, and faults that count the segments that they match. */
export class Forwarder {
  private readonly matched = new Map<ScriptFault, number>();

  constructor(private readonly script: Script) {}

  carry(departure: Departure): Carriage {
    const { sentMs } = departure;
    const arrivesMs = sentMs + this.script.net.delayMs;
    let carriage: Carriage = { fate: 'delivered', arrivals: [arrivesMs] };
    for (const fault of this.script.faults) {
      if (!this.strikes(fault, departure)) continue;
      const otherMs = fault.at ?? sentMs + (fault.delay ?? 0);
      if (fault.action === 'drop') carriage = { fate: 'dropped', arrivals: [] };
      else if (fault.action === 'hold') carriage = { fate: 'held', arrivals: [otherMs] };
      else carriage = { fate: 'duplicated', arrivals: [...carriage.arrivals, otherMs] };
    }
    return carriage;
  }

  private strikes(fault: ScriptFault, departure: Departure): boolean {
    if (!matches(fault.match, departure)) return false;
    const count = (this.matched.get(fault) ?? 0) + 1;
    this.matched.set(fault, count);
    const { nth = 'all' } = fault.match;
    return nth === 'all' || nth.includes(count);
  }
}

export function directionOf({ from }: Pick<Departure, 'from'>): Direction {
  return from.spec.id === 'A' ? 'A>B' : 'B>A';
}

/** The letters of its control bits as a trace prints them. */
export function lettersOf(segment: Segment): string {
  const { fin, syn, rst, psh, ack } = segment;
  return `${fin ? 'F' : ''}${syn ? 'S' : ''}${rst ? 'R' : ''}${psh ? 'P' : ''}${ack === null ? '' : 'A'}`;
}

function matches(match: ScriptMatch, departure: Departure): boolean {
  const { segment, sourcePort, destinationPort } = departure;
  const letters = lettersOf(segment);
  if (match.dir !== directionOf(departure)) return false;
  if (match.flags !== undefined && sorted(match.flags) !== sorted(letters)) return false;
  if (match.has !== undefined && ![...match.has].every((letter) => letters.includes(letter))) return false;
  if (match.not !== undefined && [...match.not].some((letter) => letters.includes(letter))) return false;
  if (match.data !== undefined && match.data !== (segment.text !== '')) return false;
  if (match.inc !== undefined && match.inc !== segment.origin) return false;
  if (match.srcPort !== undefined && match.srcPort !== sourcePort) return false;
  return match.dstPort === undefined || match.dstPort === destinationPort;
}

function sorted(letters: string): string {
  return [...letters.replace('P', '')].sort().join('');
}
