// What a capture may cost. Work and memory grow with the number of octets and packets and with nothing else.

/** 64 MiB. */
export const MAX_FILE_OCTETS = 64 * 1024 * 1024;
/** Some seconds of work and some hundred megabytes of memory. */
export const MAX_PACKETS = 100_000;
/** The longest packet that libpcap captures; a longer one is a sign of a broken length. */
export const MAX_PACKET_OCTETS = 262_144;
/** Over all sections of a file. */
export const MAX_INTERFACES = 1_000;
/** VLAN tags, and extension headers of IPv6, that may stand before what matters. */
export const MAX_NESTED_HEADERS = 8;
