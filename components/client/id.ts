/**
 * A name for what the browser is about to send, so that sending it twice is harmless: a version 4 UUID (RFC 9562 §5.4).
 * `crypto.randomUUID` exists only on https and on localhost; a classroom that opens the book over plain http has
 * `crypto.getRandomValues`, so the UUID is made from that everywhere.
 */
export function clientId(): string {
  return uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

/** Sets version and variant in 16 random octets and writes them in the usual form. */
export function uuidFrom(octets: Uint8Array): string {
  const hex = [...octets]
    .map((octet, i) => (i === 6 ? (octet & 0x0f) | 0x40 : i === 8 ? (octet & 0x3f) | 0x80 : octet))
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
