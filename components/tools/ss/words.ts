// The words of this folder, in the shape of content/<locale>/words/tools.json.

export const SS_WORDS = {
  privacy: '',
  label: '',
  noScript: '',
  read: '',
  cancel: '',
  clear: '',
  progress: '',
  failed: '',
  stopped: '',
  examples: { label: '', proxy: '', web: '', leak: '', everything: '' },
  verdict: { harm: '', watch: '', fine: '', nothing: '' },
  sums: '',
  repeated: '',
  others: '',
  leftOut: '',
  places: { seen: '', application: '', proxy: '', kernel: '', never: '' },
  levels: { harm: '', watch: '', fine: '' },
  states: { title: '', state: '', count: '', share: '' },
  closes: { title: '', text: '', accepted: '', opened: '', unclear: '', peer: '' },
  families: {
    title: '',
    text: '',
    assumed: '',
    from: '',
    to: '',
    timeWait: '',
    established: '',
    held: '',
    rate: '',
    work: '',
  },
  services: { title: '', port: '', timeWait: '', established: '', closeWait: '' },
  unread: {
    title: '',
    all: '',
    count: '',
    some: '',
    line: '',
    text: '',
    why: '',
    notKnown: '',
    cutOff: '',
    noState: '',
  },
  sources: '',
};

/** `rules` says a title and a text for each rule, by its id; `sentenceGap` stands between two sentences. */
export type SsWords = typeof SS_WORDS & { rules: RuleWords; sentenceGap: string };
export type RuleWords = Readonly<Record<string, { title: string; text: string }>>;
