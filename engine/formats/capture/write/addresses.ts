import type { HostSpec } from '../../../simulation/scenario';

export interface HostAddress {
  readonly octets: Uint8Array;
  /** Why it is not the scenario's, or null where it is. */
  readonly substitutedFor: string | null;
}

/**
 * The IPv4 address of each host. Scenarios may write anything there; what is no IPv4 address, or another host's already,
 * is replaced by one that RFC 5737 keeps for documentation, since two hosts with one address cannot be told apart in a capture.
 */
export function addressesOf(hosts: readonly Pick<HostSpec, 'address'>[]): HostAddress[] {
  const taken = new Set<string>();
  return hosts.map(({ address }, index) => {
    const octets = parseIpv4(address);
    if (octets !== null && !taken.has(octets.join('.'))) {
      taken.add(octets.join('.'));
      return { octets, substitutedFor: null };
    }
    let last = index + 1;
    while (taken.has(`192.0.2.${last}`)) last += 1;
    taken.add(`192.0.2.${last}`);
    return { octets: Uint8Array.of(192, 0, 2, last), substitutedFor: address };
  });
}

function parseIpv4(text: string): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return Uint8Array.from(parts, Number);
}
