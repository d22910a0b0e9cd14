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
/** `sentenceGap` stands between two sentences: a space in English, nothing in Chinese. */
export type NoticeWords = typeof NOTICE_WORDS & { sentenceGap: string };

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

export const ME_WORDS = {
  loading: '',
  noScript: '',
  chapters: { title: '', chapter: '', sections: '', simulators: '', questions: '', of: '', tried: '', sum: '' },
  waiting: {
    title: '',
    text: '',
    refusedText: '',
    fragile: '',
    attempt: '',
    reading: '',
    simulation: '',
    'open-answer': '',
    'review-plan': '',
    'open-assessment': '',
    refused: '',
    sendNow: '',
    letGo: '',
  },
  history: {
    title: '',
    text: '',
    answer: '',
    right: '',
    partly: '',
    wrong: '',
    gone: '',
    older: '',
    all: '',
    none: '',
  },
  mastery: {
    title: '',
    text: '',
    picture: '',
    legend: '',
    table: '',
    skill: '',
    now: '',
    weekAgo: '',
    answered: '',
    of: '',
    nextDue: '',
    nextSkill: '',
    nextHeld: '',
    noneDue: '',
  },
  empty: { text: '', action: '' },
  error: { unreachable: '', fault: '', history: '', again: '' },
  data: {
    title: '',
    server: '',
    account: '',
    browser: '',
    nobody: '',
    export: '',
    delete: '',
    deleteAccount: '',
    nothing: '',
  },
  delete: {
    title: '',
    text: '',
    confirm: '',
    cancel: '',
    deleting: '',
    done: '',
    failed: '',
    unreachable: '',
  },
};
export type MeWords = typeof ME_WORDS & { waiting: { sentenceGap: string } };
