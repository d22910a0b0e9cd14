import type { Locale } from '@/model/attempt';
import type { Item } from '@/server/generating/generate';
import { checkQuestion } from '@/server/grading/check-question';
import { grade } from '@/server/grading/grade';
import { toPublicQuestion } from '@/server/grading/to-public-question';
import type { Found, Shown, Solve } from '../second-path/shown';

/** Everything that is wrong with one item, in words. */
export function checkItem({ question, exhibit }: Item, solve: Solve): string[] {
  const { file, key } = question;
  const faults = checkQuestion(file, () => undefined).map(({ at, message }) => `${at.join('.')}: ${message}`);
  const shown = { en: showOf(question, 'en', exhibit?.text), zh: showOf(question, 'zh', exhibit?.text) };
  faults.push(...checkTexts(shown.en, 'en'), ...checkTexts(shown.zh, 'zh'));
  if (numbersIn(shown.en) !== numbersIn(shown.zh)) faults.push('the two languages do not say the same numbers');
  if (file.kind === 'number') faults.push(...checkNumber(file.key, file.mistakes, file.prompt.en));
  const right = key.kind === 'number' ? key : null;
  const found = solve(shown.en);
  const isFound = right
    ? typeof found === 'number' && Math.abs(found - right.value) <= Math.max(right.tolerance, 1e-6)
    : key.kind === 'one'
      ? found === key.option
      : key.kind === 'order' && same(found, key.items);
  if (!isFound) faults.push(`the second path finds ${JSON.stringify(found)}, the key is ${JSON.stringify(key)}`);
  const solution = key.kind === 'number' ? { kind: key.kind, value: key.value } : key;
  if (!grade(question, solution, 'zh').correct) faults.push('the key itself is graded as wrong');
  return faults;
}

function showOf({ file }: Item['question'], locale: Locale, exhibit: string | undefined): Shown {
  const shown = toPublicQuestion(file, locale);
  return {
    prompt: shown.prompt,
    exhibit: exhibit ?? null,
    options: shown.kind === 'one' ? shown.options : [],
    items: shown.kind === 'order' ? shown.items : [],
  };
}

/** Templates leave such traces where something was missing. */
function checkTexts({ prompt, options, items }: Shown, locale: Locale): string[] {
  const texts = [prompt, ...[...options, ...items].map(({ text }) => text)];
  const spoilt = texts.filter((text) => /undefined|NaN|null|\[object|Infinity/.test(text));
  const told = new Set([...options, ...items].map(({ text }) => text));
  return [
    ...spoilt.map((text) => `${locale}: "${text}"`),
    ...(told.size === options.length + items.length ? [] : [`${locale}: two options say the same`]),
  ];
}

function numbersIn({ prompt, options, items }: Shown): string {
  const texts = [prompt, ...[...options, ...items].map(({ text }) => text)].join(' ').replace(/(\d),(?=\d{3})/g, '$1');
  return (texts.match(/\d+(\.\d+)?/g) ?? []).sort().join(' ');
}

/** The largest number that somebody may be asked to write down: a sequence number. */
const MOST = 2 ** 32;

function checkNumber(
  key: { readonly value: number; readonly tolerance: number } | object,
  mistakes: readonly { readonly value: number }[],
  prompt: string,
): string[] {
  if (!('value' in key)) return ['a generated number has a value'];
  const { value } = key;
  const faults: string[] = [];
  if (!Number.isFinite(value) || value < 0 || value >= MOST) faults.push(`${value} is out of a person’s range`);
  if (String(Number(value.toFixed(3))).replace('.', '').length > 10) faults.push(`${value} has too many digits`);
  if (mistakes.some((mistake) => !Number.isFinite(mistake.value))) faults.push('a mistake is no number');
  if (prompt.length > 900) faults.push(`the prompt has ${prompt.length} characters`);
  return faults;
}

function same(found: Found, wanted: readonly string[]): boolean {
  return Array.isArray(found) && found.length === wanted.length && wanted.every((id, place) => found[place] === id);
}
