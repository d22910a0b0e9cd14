/** Captures to try, where they lie in the repository; the words for each are the page's. */
export const CAPTURE_EXAMPLES = [
  { name: 'kernel', file: 'timewait-syn-newer.pcap' },
  { name: 'lost', file: 'final-ack-lost-1.pcap' },
  { name: 'halfClose', file: 'half-close.pcap' },
] as const;
