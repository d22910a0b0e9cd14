import type { HostId, HostSpec } from '../../../simulation/scenario';
import type { SegmentRecord, Timeline } from '../../../simulation/timeline';
import { PROFILES } from '../../../tcp/profile';
import { addressesOf } from './addresses';
import { datagram } from './datagram';
import { windowScales } from './window-scale';

/** How each segment looks on the wire, as an IPv4 datagram; the same for its sender and its receiver. */
export function datagramsOf(timeline: Timeline): (segment: SegmentRecord) => Uint8Array {
  const { hosts, profile } = timeline.scenario;
  const addresses = new Map(addressesOf(hosts).map(({ octets }, index) => [hosts[index]?.id, octets]));
  const addressOf = (host: HostId) => addresses.get(host) ?? new Uint8Array(4);
  const mss = new Map(hosts.map((host: HostSpec) => [host.id, PROFILES[host.profile ?? profile].mss]));
  const scales = windowScales(timeline);
  const identifications = identify(timeline.segments);
  return (segment) =>
    datagram({
      segment,
      source: addressOf(segment.from),
      destination: addressOf(segment.to),
      identification: identifications[segment.id] ?? 0,
      mss: mss.get(segment.from) ?? 536,
      windowShift: scales?.get(segment.from) ?? null,
    });
}

/** By segment: each host counts its datagrams from 1, and a copy made by the network is the same datagram again. */
function identify(segments: readonly SegmentRecord[]): number[] {
  const counts = new Map<HostId, number>();
  const identifications: number[] = [];
  for (const { id, from, copyOf } of segments) {
    const count = counts.get(from) ?? 0;
    if (copyOf === null) counts.set(from, count + 1);
    identifications[id] = copyOf === null ? (count + 1) & 0xffff : (identifications[copyOf] ?? 0);
  }
  return identifications;
}
