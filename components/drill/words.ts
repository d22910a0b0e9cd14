// The words of a drill, in the shape of content/<locale>/words/drill.json.

export const DRILL_WORDS = {
  choice: { label: '', topic: '', depth: '', kind: '', any: '', none: '', start: '' },
  depth: { junior: '', mid: '', senior: '' },
  drawing: '',
  tally: '',
  noTally: '',
  exhibit: { trace: '', terminal: '' },
  next: '',
  play: '',
  loading: '',
  read: '',
  sources: '',
  fault: { unreachable: '', 'items-used-up': '', other: '' },
};
/** The words, and what stands between two sentences. */
export type DrillWords = typeof DRILL_WORDS & { sentenceGap: string };
