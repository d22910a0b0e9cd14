import type { QuestionKind } from '@/model/question';
import type { DraftOf, QuestionOf } from './draft';
import type { QuizWords } from './words';

/** What the form of one kind of question is given. */
export interface FormProps<K extends QuestionKind> {
  readonly question: QuestionOf<K>;
  readonly draft: DraftOf<K>;
  /** Absent in the server's markup, where nothing listens yet: native inputs then keep what is put into them. */
  readonly onDraft?: (next: DraftOf<K>) => void;
  /** Tells a screen reader what a step has done. */
  readonly say?: (text: string) => void;
  /** The answer has been given: it can be read, no longer changed. */
  readonly locked: boolean;
  readonly words: QuizWords;
}

/** The ids of a question's parts, by which labels, links and focus find them. */
export function idsOf(questionId: string) {
  return {
    card: `q-${questionId}`,
    prompt: `q-${questionId}-prompt`,
    unit: `q-${questionId}-unit`,
    hint: `q-${questionId}-hint`,
    input: (option: string) => `q-${questionId}-${option}`,
  };
}
