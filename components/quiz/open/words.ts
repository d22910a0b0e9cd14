// The words of an open question, in the shape of `open` in content/<locale>/words/interview.json.

export const OPEN_WORDS = {
  label: '',
  how: { legend: '', typed: '', aloud: '' },
  aloudHint: '',
  sure: { legend: '', sure: '', unsure: '', guess: '' },
  reveal: '',
  pass: '',
  needText: '',
  noScript: '',
  state: { sending: '', kept: '', refused: '', revealed: '', judged: '' },
  sendNow: '',
  again: '',
  own: '',
  ownAloud: '',
  ownSkipped: '',
  model: '',
  rubric: '',
  rubricText: '',
  essential: '',
  found: '',
  keep: '',
  score: '',
  met: '',
  missed: '',
  followUps: '',
  deeper: '',
  simulator: '',
  read: '',
  sources: '',
};
/** The words, and what stands between two sentences. */
export type OpenWords = typeof OPEN_WORDS & { sentenceGap: string };
