/** The Internet checksum over several stretches, each of even length but the last (RFC 1071). */
export function checksum(...stretches: readonly Uint8Array[]): number {
  let sum = 0;
  for (const stretch of stretches) {
    for (let at = 0; at < stretch.length; at += 2) sum += ((stretch[at] ?? 0) << 8) | (stretch[at + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}
