import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chance } from '@/server/generating/chance';
import type { Kind } from '@/server/generating/kind';
import { drawItem } from './draw-item';

const { THREE, rows } = vi.hoisted(() => {
  const both = (en: string, zh: string) => ({ en, zh });
  const kind: Kind = {
    id: 'three',
    revision: 1,
    topic: 'closing',
    skill: 'states',
    depth: 'junior',
    chapter: 'what-is-time-wait',
    section: 'pitfalls',
    sources: ['RFC 9293 §3.6'],
    title: both('Three', '三'),
    make: (chance: Chance) => {
      const n = chance.int(1, 3);
      return {
        form: 'number',
        prompt: both(`Item ${n}`, `第 ${n} 题`),
        unit: '',
        answer: n,
        tolerance: 0,
        slips: [{ value: n + 1, feedback: both('One less', '少一个'), misconception: 61 }],
        otherwise: both('No', '不对'),
        explanation: both('So', '如此'),
      };
    },
  };
  return { THREE: kind, rows: new Map<string, string>() };
});

vi.mock('@/server/generating/kinds', () => ({ KINDS: [THREE] }));
vi.mock('@/server/db/drawn-items', () => ({
  listDigests: async () => [],
  addDrawnItem: async (_: string, { questionId, digest }: { questionId: string; digest: string }) => {
    if ([...rows.values()].includes(digest)) return false;
    rows.set(questionId, digest);
    return true;
  },
}));

describe('a kind with three items', () => {
  beforeEach(() => rows.clear());
  const learner = { id: 'l', isAnonymous: true, name: null, email: null };
  const draw = async () => (await drawItem(learner, { locale: 'en' }, new Date())).question.prompt;

  it('gives each once, whatever other requests draw meanwhile, and then says that they are used up', async () => {
    const drawn = await Promise.all([draw(), draw(), draw()]);
    expect(drawn.sort()).toEqual(['Item 1', 'Item 2', 'Item 3']);
    await expect(draw()).rejects.toMatchObject({ slug: 'items-used-up' });
  });
});
