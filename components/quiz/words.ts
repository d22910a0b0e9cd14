// The words of a quiz, in the shape of content/<locale>/words/quiz.json.

export const QUIZ_WORDS = {
  count: '',
  noScript: '',
  kind: { one: '', several: '', order: '', match: '', number: '', predict: '' },
  hint: { order: '', match: '' },
  action: { answer: '', again: '', sendNow: '', answerAgain: '', inText: '', inFigure: '' },
  state: { unsent: '', sending: '', saved: '', kept: '', refused: '' },
  kept: { unreachable: '', fault: '', fragile: '' },
  refused: {
    title: '',
    'question-changed': '',
    'unknown-question': '',
    'response-does-not-fit': '',
    'id-taken': '',
    other: '',
  },
  missing: { choice: '', several: '', match: '', number: '' },
  verdict: {
    right: '',
    partly: '',
    wrong: '',
    rightChosen: '',
    rightAnswer: '',
    wrongChosen: '',
    wrongPicked: '',
    missed: '',
    rightPlace: '',
    wrongPlace: '',
    rightPair: '',
    wrongPair: '',
    rightValue: '',
  },
  earlier: { right: '', wrong: '', revised: '', otherLanguage: '' },
  label: {
    up: '',
    down: '',
    moved: '',
    drag: '',
    paired: '',
    left: '',
    right: '',
    unpaired: '',
  },
};
/** The words, and what stands between two sentences. */
export type QuizWords = typeof QUIZ_WORDS & { sentenceGap: string };
