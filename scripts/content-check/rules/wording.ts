import type { Locale } from '@/model/attempt';
import { openFile } from '@/server/grading/open-file';
import { type QuestionFile, questionFile } from '@/server/grading/question-file';
import { type Book, LOCALES, NAMES } from '../book';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';
import { likeness } from './likeness';

type Worded = Readonly<Record<Locale, string>>;

interface Asked {
  readonly file: JsonFile;
  readonly prompt: Worded;
  /** Null of an open question. */
  readonly graded: QuestionFile | null;
}

/** How questions are worded, so that nobody can answer them by their form. */
export function checkWording(book: Book): Problem[] {
  const asked: Asked[] = [
    ...[...book.questions.values()].flatMap((file) => {
      const { success, data } = questionFile.safeParse(file.value);
      return success ? [{ file, prompt: data.prompt, graded: data }] : [];
    }),
    ...[...book.openQuestions.values()].flatMap((file) => {
      const { success, data } = openFile.safeParse(file.value);
      return success ? [{ file, prompt: data.prompt, graded: null }] : [];
    }),
  ];
  return [
    ...asked.flatMap(({ file, graded }) => (graded ? [...checkStem(file, graded), ...checkParts(file, graded)] : [])),
    ...checkPrompts(asked),
    ...LOCALES.flatMap((locale) => checkLongest(asked, locale)),
  ];
}

/** Words that turn what is asked round, unless they are emphasised: NOT, 【不】. What is told before may deny what it likes. */
const NEGATED: Readonly<Record<Locale, RegExp>> = {
  en: /\b(not|never|cannot|except|least|false|wrong|incorrect|untrue)\b|n[’']t\b/,
  zh: /(?<!【|会|要|是|能|有|得)不(?!同|久|断|管|论|过|少|足)|并非|错误的|错的|除了|除外|没有哪/,
};

function checkStem(file: JsonFile, { prompt }: QuestionFile): Problem[] {
  return LOCALES.flatMap((locale) => {
    const negated = questionsIn(prompt[locale]).find((sentence) => NEGATED[locale].test(sentence));
    if (!negated) return [];
    const mark = { en: 'NOT', zh: '【不】' }[locale];
    const message = `${NAMES[locale]}: "${negated.trim()}" asks by a negation that is easily overlooked; write ${mark}`;
    return [error('negated', file.file, file.lineOf(['prompt', locale]), message)];
  });
}

/** The sentences that ask; the last one where none ends in a question mark. */
function questionsIn(prompt: string): string[] {
  const sentences = prompt.match(/[^.?!。？！]+[.?!。？！]*/g) ?? [];
  const asking = sentences.filter((sentence) => /[?？]\W*$/.test(sentence));
  return asking.length > 0 ? asking : sentences.slice(-1);
}

const OF_THE_ABOVE: Readonly<Record<Locale, RegExp>> = {
  en: /\b(all|none|any|both|neither|each) of (the|these|those) ?(above|others?|answers|options|statements)?\b/i,
  zh: /(以上|上述|上面)(各|几|三|两|所有)?[项个者]?(选项|说法|答案)?(都|全|皆|均|没)|都(不对|不是|正确|对)$/,
};

const LIKE_PART = 0.96;

/** Each option stands for itself, and no two say the same. */
function checkParts(file: JsonFile, question: QuestionFile): Problem[] {
  return (['options', 'items', 'left', 'right'] as const).flatMap((name) => {
    const parts: readonly { text: Worded }[] = Object.entries(question).find(([key]) => key === name)?.[1] ?? [];
    return LOCALES.flatMap((locale) =>
      parts.flatMap(({ text }, index) => {
        const line = file.lineOf([name, index, 'text', locale]);
        const twin = parts.slice(0, index).find((other) => likeness(other.text[locale], text[locale]) >= LIKE_PART);
        return [
          ...(OF_THE_ABOVE[locale].test(text[locale])
            ? [error('all-of-the-above', file.file, line, `"${text[locale]}" is about the other options`)]
            : []),
          ...(twin ? [error('duplicate', file.file, line, `"${text[locale]}" says what another says already`)] : []),
        ];
      }),
    );
  });
}

const LIKE_PROMPT = 0.7;

function checkPrompts(asked: readonly Asked[]): Problem[] {
  return LOCALES.flatMap((locale) =>
    asked.flatMap(({ file, prompt }, index) => {
      const twin = asked.slice(0, index).find((other) => likeness(other.prompt[locale], prompt[locale]) >= LIKE_PROMPT);
      if (!twin) return [];
      const message = `${NAMES[locale]}: asks nearly what ${twin.file.file} asks`;
      return [error('duplicate', file.file, file.lineOf(['prompt', locale]), message)];
    }),
  );
}

const MOST_SHARE_LONGEST = 0.4;

/** Where one option is right, length must not tell which. */
function checkLongest(asked: readonly Asked[], locale: Locale): Problem[] {
  const choices = asked.flatMap(({ graded }) =>
    graded && (graded.kind === 'one' || graded.kind === 'predict') ? [graded] : [],
  );
  const telling = choices.filter(({ options }) => {
    const right = options.find(({ misconception }) => misconception === null)?.text[locale].length ?? 0;
    return options.every(({ misconception, text }) => misconception === null || text[locale].length < right);
  });
  if (telling.length <= choices.length * MOST_SHARE_LONGEST) return [];
  const names = telling.map(({ id }) => id).join(', ');
  const message = `${NAMES[locale]}: in ${telling.length} of ${choices.length} choices the right option is the longest: ${names}`;
  return [error('longest-key', 'content/questions', null, message)];
}
