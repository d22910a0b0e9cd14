/** Scripts of our own to try, by the name of their file in fixtures/packetdrill; the words for each are the page's. */
export const SCRIPT_EXAMPLES = [
  { name: 'serves', file: 'linux-serves.pkt' },
  { name: 'timeWait', file: 'freebsd-time-wait.pkt' },
  { name: 'crosses', file: 'rfc9293-crosses.pkt' },
  { name: 'differs', file: 'examples/differs.pkt' },
  { name: 'unsupported', file: 'examples/unsupported.pkt' },
] as const;

/** What some of them run. */
export const SCRIPT_FILES = ['settings.sh'] as const;
