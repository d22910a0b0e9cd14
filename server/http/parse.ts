import 'server-only';
import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import type { Locale } from '@/model/attempt';
import { type Fault, Refusal } from '@/model/problem';
import { readJson } from './read-body';
import { localeOf } from './reader-locale';

/** Filled in on the way: the language that the request itself asks for, right or wrong in its other parts. */
export interface Wish {
  locale: unknown;
}

export async function parseBody<T>(schema: z.ZodType<T>, request: Request, wish: Wish): Promise<T> {
  const said = await readJson(request);
  if (typeof said === 'object' && said !== null && 'locale' in said) wish.locale = said.locale;
  const parsed = schema.safeParse(said, { error: wordsOf(localeOf(request, wish.locale)) });
  if (!parsed.success) throw new Refusal('invalid-body', { errors: faultsOf(parsed.error) });
  return parsed.data;
}

export function parseQuery<T>(schema: z.ZodType<T>, request: Request, wish: Wish): T {
  const said = Object.fromEntries(new URL(request.url).searchParams);
  wish.locale = said.locale;
  const parsed = schema.safeParse(said, { error: wordsOf(localeOf(request, wish.locale)) });
  if (!parsed.success) throw new Refusal('invalid-query', { errors: faultsOf(parsed.error) });
  return parsed.data;
}

function wordsOf(locale: Locale) {
  return (locale === 'zh' ? zhCN() : en()).localeError;
}

const FAULTS_SHOWN = 20;

function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.slice(0, FAULTS_SHOWN).map(({ path, message }) => ({ path: path.join('.'), message }));
}
