// The words of the list of questions, in the shape of `list` in content/<locale>/words/interview.json.

export const LIST_WORDS = {
  filter: '',
  search: '',
  searchHint: '',
  topic: '',
  depth: '',
  kind: '',
  result: '',
  all: '',
  clear: '',
  shown: '',
  none: '',
  depths: { junior: '', mid: '', senior: '' },
  kinds: { open: '', one: '', several: '', order: '', match: '', number: '', predict: '' },
  results: { new: '', right: '', wrong: '' },
};
export type ListWords = typeof LIST_WORDS;
