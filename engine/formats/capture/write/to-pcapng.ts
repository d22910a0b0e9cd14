import type { HostId } from '../../../simulation/scenario';
import type { Timeline } from '../../../simulation/timeline';
import { addressesOf } from './addresses';
import { enhancedPacket, interfaceDescription, sectionHeader } from './blocks';
import { datagramsOf } from './datagrams-of';
import { type Frame, framesOf } from './frames';
import { OctetWriter } from './octet-writer';

/**
 * The calendar moment of a run's zero: 1 September 1981, the month of RFC 793. It is not 1970, because tools read a time of zero as "no time".
 */
export const RUN_STARTS_AT_SECONDS = 368_150_400;

/**
 * A run as a capture file (pcapng, bare IPv4): one interface for each host, or that of `host` alone. Every frame says in its comment which
 * segment of the run it is. The same run gives the same file, octet for octet.
 *
 * Tools that follow connections (tshark's `tcp.analysis`) want one interface at a time: with all of them in one file they see every segment
 * twice and take the second sight for a retransmission.
 *
 * @throws RangeError where the run has no such host.
 */
export function toPcapng(timeline: Timeline, options: { readonly host?: HostId } = {}): Uint8Array {
  const { hosts } = timeline.scenario;
  const shown = options.host === undefined ? hosts : hosts.filter(({ id }) => id === options.host);
  if (shown.length === 0) {
    throw new RangeError(`no host '${options.host}' in this run, only ${hosts.map(({ id }) => id).join(', ')}`);
  }
  const addresses = new Map(addressesOf(hosts).map((address, index) => [hosts[index]?.id, address]));
  const toDatagram = datagramsOf(timeline);
  const interfaces = new Map(shown.map(({ id }, index) => [id, index]));
  const file = new OctetWriter(true).bytes(sectionHeader(`2MSL, engine ${timeline.engineVersion}`));
  for (const { id, role } of shown) {
    const address = addresses.get(id);
    const note = address?.substitutedFor == null ? '' : `; stands for the address '${address.substitutedFor}'`;
    file.bytes(interfaceDescription(id, `the ${role}'s interface${note}`, address?.octets ?? new Uint8Array(4)));
  }
  for (const frame of framesOf(timeline, options.host)) {
    const interfaceId = interfaces.get(frame.host) ?? 0;
    const { direction, segment } = frame;
    const comment = commentOn(frame);
    file.bytes(
      enhancedPacket({
        interfaceId,
        nanoseconds: toNanoseconds(frame.atMs),
        direction,
        comment,
        data: toDatagram(segment),
      }),
    );
  }
  return file.finish();
}

function toNanoseconds(atMs: number): bigint {
  return BigInt(RUN_STARTS_AT_SECONDS) * 1_000_000_000n + BigInt(Math.round(atMs * 1_000_000));
}

function commentOn({ direction, segment }: Frame): string {
  const { id, incarnation, transmission, fate, copyOf, rule } = segment;
  const parts = [`segment ${id} of the run`, `incarnation ${incarnation}`];
  if (transmission > 1) parts.push(`transmission ${transmission}`);
  if (copyOf !== null) parts.push(`a copy of segment ${copyOf} that the network made`);
  if (direction === 'out' && fate === 'lost') parts.push('lost on its way');
  if (direction === 'out' && fate === 'in flight') parts.push('still on its way when the run ended');
  if (segment.delayedByMs > 0 && copyOf === null) parts.push(`delayed by ${segment.delayedByMs} ms`);
  parts.push(`sent by rule ${rule}`);
  return parts.join(', ');
}
