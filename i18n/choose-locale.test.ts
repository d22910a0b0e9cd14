import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale';

describe('the language of a reader who asks for /', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr-CH, fr;q=0.9, zh-Hant;q=0.7, en;q=0.5', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['en;q=0.3,zh;q=0.4', 'zh'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [';;;q=,,zh;q=x', 'en'],
  ])('Accept-Language: %s → %s', (header, locale) => {
    expect(chooseLocale(undefined, header)).toBe(locale);
  });

  it('prefers what was chosen before, and ignores what the book does not have', () => {
    expect(chooseLocale('zh', 'en')).toBe('zh');
    expect(chooseLocale('de', 'zh')).toBe('zh');
    expect(chooseLocale(undefined, null)).toBe('en');
  });
});
