import { describe, expect, it } from 'vitest';
import { checkItem } from '@/scripts/generated-check/check-item';
import { checkKind } from '@/scripts/generated-check/check-kind';
import { SOLVERS } from '@/scripts/second-path/solvers';
import { loadPlaces } from '@/server/content/places';
import { faceOf, generate, type Item, itemId, itemOf } from './generate';
import { KINDS } from './kinds';

/** `npm run check:generated` takes 10,000 of each. */
const SEEDS = 40;

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('the kind %s', (_, kind) => {
  it('makes items that hold, and hardly ever the same twice', () => {
    const { faults, distinct } = checkKind(kind, SEEDS);
    expect(faults).toEqual([]);
    expect(distinct).toBeGreaterThan(SEEDS / 3);
  });
});

describe('the kinds', () => {
  it('are thirty or more, each once, and read up in sections that exist', async () => {
    expect(KINDS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
    expect(Object.keys(SOLVERS).sort()).toEqual(KINDS.map(({ id }) => id).sort());
    const { chapters } = await loadPlaces();
    for (const { id, chapter, section } of KINDS) {
      const sections = chapters.find((each) => each.chapter === chapter)?.sections;
      expect.soft(sections, `${id}: ${chapter}#${section}`).toContain(section);
    }
  });

  it('make the same item of the same id, and none of an id that is not theirs', () => {
    const [kind] = KINDS;
    if (!kind) throw new Error('there are no kinds');
    const id = itemId(kind, 123_456_789);
    expect(faceOf(itemOf(id) as Item)).toBe(faceOf(generate(kind, 123_456_789)));
    for (const other of [
      `${id}-1`,
      'generated-no-such-kind-1',
      `generated-${kind.id}-00`,
      `generated-${kind.id}-zzzzzzz`,
      kind.id,
    ]) {
      expect([other, itemOf(other)]).toEqual([other, null]);
    }
  });
});

describe('a fault in an item', () => {
  const solve = SOLVERS['state-of-closer'];
  const kind = KINDS.find(({ id }) => id === 'state-of-closer');
  if (!kind || !solve) throw new Error('the kind is gone');
  const item = generate(kind, 7);
  const spoilt = (change: (copy: Item) => void): Item => {
    const copy = { ...item, question: structuredClone(item.question) };
    change(copy);
    return copy;
  };

  it('is not there unless it is planted', () => expect(checkItem(item, solve)).toEqual([]));

  it.each<[string, (copy: Item) => void, RegExp]>([
    [
      'another key',
      ({ question }) => {
        const { file, key } = question;
        const wrong = file.kind === 'one' ? file.options.find(({ misconception }) => misconception !== null) : null;
        if (wrong) Object.assign(key, { option: wrong.id });
      },
      /the second path finds/,
    ],
    [
      'a number that only one language says',
      ({ question }) => Object.assign(question.file.prompt, { zh: question.file.prompt.zh.replace(/\d/, '99') }),
      /do not say the same numbers/,
    ],
    [
      'two options that say the same',
      ({ question: { file } }) => {
        if (file.kind === 'one') Object.assign(file.options[1]?.text ?? {}, { zh: file.options[0]?.text.zh });
      },
      /two options say the same/,
    ],
    [
      'a wrong option that stands for nothing',
      ({ question: { file } }) => {
        if (file.kind === 'one') for (const option of file.options) option.misconception = null;
      },
      /must name the misconception/,
    ],
    [
      'a hole in a template',
      ({ question }) => Object.assign(question.file.prompt, { en: `${question.file.prompt.en} undefined` }),
      /undefined/,
    ],
  ])('is found: %s', (_, change, fault) => {
    const told = (() => {
      try {
        return checkItem(spoilt(change), solve).join('\n');
      } catch (error) {
        return String(error);
      }
    })();
    expect(told).toMatch(fault);
  });
});
