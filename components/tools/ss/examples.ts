/** Recorded outputs that a reader may try, and the word by which each is called. */
export const EXAMPLES = [
  { name: 'proxy', file: 'proxy-out-of-ports.txt' },
  { name: 'web', file: 'web-server-harmless.txt' },
  { name: 'leak', file: 'close-wait-leak.txt' },
  { name: 'everything', file: 'everything.txt' },
] as const;
