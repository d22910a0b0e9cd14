import 'server-only';
import type { Locale } from '@/model/attempt';
import { type PublicQuestion, publicQuestion } from '@/model/question';
import type { QuestionFile } from './question-file';

interface Worded {
  readonly id: string;
  readonly text: Readonly<Record<Locale, string>>;
}

/**
 * What may be sent of a question before it is answered, in one language. It reads nothing of the key, the feedback, the
 * explanation or the misconceptions, and keeps the order of the file, so nothing in it can depend on them.
 */
export function toPublicQuestion(file: QuestionFile, locale: Locale): PublicQuestion {
  const { id, revision, chapter, section, topic, skill, depth, figure } = file;
  const prompt = file.prompt[locale];
  const about = { id, revision, chapter, section, topic, skill, depth };
  return publicQuestion.parse({ ...about, prompt, figure, ...partsOf(file, locale) });
}

function partsOf(file: QuestionFile, locale: Locale) {
  const inLocale = (parts: readonly Worded[]) => parts.map(({ id, text }) => ({ id, text: text[locale] }));
  switch (file.kind) {
    case 'one':
    case 'several':
    case 'predict':
      return { kind: file.kind, options: inLocale(file.options) };
    case 'order':
      return { kind: file.kind, items: inLocale(file.items) };
    case 'match':
      return { kind: file.kind, left: inLocale(file.left), right: inLocale(file.right) };
    case 'number':
      return { kind: file.kind, unit: file.unit };
  }
}
