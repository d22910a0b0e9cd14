// The words of this folder, in the shape of content/<locale>/words/learning.json.

export const NOTICE_WORDS = {
  unreachable: '',
  fault: '',
  fragile: '',
  refused: '',
  waiting: '',
  saved: '',
  sendNow: '',
  hide: '',
  letGo: '',
};
export type NoticeWords = typeof NOTICE_WORDS;

export const TICK_WORDS = { done: '', part: '' };
export type TickWords = typeof TICK_WORDS;

export const SCORE_WORDS = { right: '' };
export type ScoreWords = typeof SCORE_WORDS;

export const CONTINUE_WORDS = {
  begin: '',
  beginAt: '',
  go: '',
  atSection: '',
  atChapter: '',
  right: '',
  finished: '',
  finishedAt: '',
};
export type ContinueWords = typeof CONTINUE_WORDS;
