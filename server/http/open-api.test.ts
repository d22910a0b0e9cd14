import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import en from '@/content/en/words/problems.json';
import zh from '@/content/zh/words/problems.json';
import { PROBLEMS } from '@/model/problem';
import { openApi } from './open-api';
import { OPERATIONS } from './operations';

describe('the description of the API', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(openApi()));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('would not pass with a fault in it', async () => {
    const spoiled = JSON.parse(JSON.stringify(openApi()).replace('"in":"query"', '"in":"kwery"'));
    expect((await new Validator().validate(spoiled)).valid).toBe(false);
  });

  it('refers only to schemas that it holds', () => {
    const text = JSON.stringify(openApi());
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    const { components } = JSON.parse(text);
    expect(new Set(referred).size).toBeGreaterThan(5);
    for (const name of referred) expect(Object.keys(components.schemas)).toContain(name);
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  });

  it('names every address that there is, and no other', () => {
    const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' });
    const addresses = files
      .filter((file) => file.endsWith('route.ts') && !file.startsWith('[...path]'))
      .map((file) => `/api/${file.replace(/\/route\.ts$/, '')}`);
    expect(addresses.sort()).toEqual([...new Set(OPERATIONS.map(({ path }) => path))].sort());
  });

  it('says of every refusal what it is, in both languages', () => {
    const slugs = Object.keys(PROBLEMS).sort();
    expect(Object.keys(en).sort()).toEqual(slugs);
    expect(Object.keys(zh).sort()).toEqual(slugs);
    const placeholders = (words: { detail: string }) => words.detail.match(/\{\w+/g)?.sort() ?? [];
    for (const slug of slugs as (keyof typeof en)[]) {
      expect([...new Set(placeholders(zh[slug]))]).toEqual([...new Set(placeholders(en[slug]))]);
    }
  });
});
