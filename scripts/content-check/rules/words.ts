import path from 'node:path';
import { parse as parseMessage } from '@formatjs/icu-messageformat-parser';
import type { Locale } from '@/model/attempt';
import { type Book, LOCALES, NAMES } from '../book';
import type { JsonFile, JsonPath } from '../json-file';
import { error, type Problem } from '../problem';

/** The words of the interface: same files, same keys, same placeholders in both languages, and every message can be read. */
export function checkWords({ words }: Book): Problem[] {
  const owners = new Set(LOCALES.flatMap((locale) => [...words[locale].keys()].map((file) => path.basename(file))));
  return [...owners].sort().flatMap((owner) => {
    const en = words.en.get(`content/en/words/${owner}`);
    const zh = words.zh.get(`content/zh/words/${owner}`);
    if (!en || !zh) {
      const locale: Locale = en ? 'zh' : 'en';
      return [error('words', `content/${locale}/words/${owner}`, null, `there is no ${NAMES[locale]} file`)];
    }
    return compare(en, zh);
  });
}

function compare(en: JsonFile, zh: JsonFile): Problem[] {
  const english = messagesOf(en);
  const chinese = messagesOf(zh);
  return [
    ...missing(en, english.messages, zh, chinese.messages, 'Chinese'),
    ...missing(zh, chinese.messages, en, english.messages, 'English'),
    ...[...english.messages].flatMap(([key, ours]) => {
      const theirs = chinese.messages.get(key);
      if (!theirs) return [];
      // What is nothing in one language may be nothing in both, an arrow without a label, say.
      if (ours.isEmpty !== theirs.isEmpty) {
        const [empty, message] = ours.isEmpty ? ([en, ours] as const) : ([zh, theirs] as const);
        return [error('words', empty.file, empty.lineOf(message.path), `"${key}" is empty in one language alone`)];
      }
      if (ours.names === theirs.names) return [];
      const message = `"${key}" is filled with {${theirs.names}}, in English with {${ours.names}}`;
      return [error('words', zh.file, zh.lineOf(theirs.path), message)];
    }),
    ...english.problems,
    ...chinese.problems,
  ];
}

interface Message {
  readonly path: JsonPath;
  /** Names of what is filled in, sorted. */
  readonly names: string;
  readonly isEmpty: boolean;
}

function messagesOf(file: JsonFile): { messages: Map<string, Message>; problems: Problem[] } {
  const messages = new Map<string, Message>();
  const problems: Problem[] = [];
  const visit = (value: unknown, at: JsonPath): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) visit(child, [...at, key]);
      return;
    }
    if (typeof value !== 'string') {
      problems.push(error('words', file.file, file.lineOf(at), `"${at.join('.')}" is no text`));
      return;
    }
    try {
      const names = [...namesIn(parseMessage(value))].sort().join(', ');
      messages.set(at.join('.'), { path: at, names, isEmpty: value === '' });
    } catch (cause) {
      const message = `"${at.join('.')}" is no ICU message: ${(cause as Error).message}`;
      problems.push(error('words', file.file, file.lineOf(at), message));
    }
  };
  visit(file.value, []);
  return { messages, problems };
}

type Element = ReturnType<typeof parseMessage>[number];

/** Everything a caller must give: arguments, also those inside plural and select branches, and tags. */
function namesIn(elements: readonly Element[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    // Literal text and `#` carry a value but take none.
    if (element.type !== 0 && element.type !== 7) names.add(element.value);
    if ('children' in element) for (const name of namesIn(element.children)) names.add(name);
    if ('options' in element && element.options) {
      for (const option of Object.values(element.options)) for (const name of namesIn(option.value)) names.add(name);
    }
  }
  return names;
}

function missing(
  from: JsonFile,
  here: ReadonlyMap<string, Message>,
  to: JsonFile,
  there: ReadonlyMap<string, Message>,
  language: string,
): Problem[] {
  return [...here]
    .filter(([key]) => !there.has(key))
    .map(([key, { path: at }]) =>
      error('words', from.file, from.lineOf(at), `"${key}" is not in the ${language} words (${to.file})`),
    );
}
