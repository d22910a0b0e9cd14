// The words of a prediction, in the shape of content/<locale>/words/predict.json.

export const PREDICT_WORDS = {
  title: '',
  held: '',
  send: '',
  skip: '',
  noScript: '',
  goesOn: '',
  yours: '',
  earlier: '',
  right: '',
  wrong: '',
  kept: '',
  elsewhereRight: '',
  elsewhereWrong: '',
  skipped: '',
  otherwise: '',
  differ: '',
  happened: '',
  expected: '',
  event: '',
  never: '',
  beside: '',
  again: '',
  why: '',
};
export type PredictWords = typeof PREDICT_WORDS;
