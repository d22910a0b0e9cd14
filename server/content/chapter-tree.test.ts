import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Locale } from '@/model/attempt';
import { countWords, type MdxNode, readChapterTree } from './chapter-tree';

const targets = {
  scenarios: new Set(['four-way-close']),
  terms: new Set(['msl']),
  kernelFunctions: new Set(['tcp_fin']),
};

function read(source: string, locale: Locale = 'en') {
  const root = unified().use(remarkParse).use(remarkMdx).parse(source) as MdxNode;
  return { root, ...readChapterTree(root, 'chapter.mdx', locale, targets) };
}

describe('a chapter as a tree of tags', () => {
  it.each([
    ['<Simulatr />', 'chapter.mdx:1:1: <Simulatr> is not a tag of this book'],
    ['\n\nA <toString /> b', 'chapter.mdx:3:3: <toString> is not a tag of this book'],
    ['<Prose>x</Prose>', '<Prose> is not a tag of this book'],
    ['<State name="WAITING" />', '<State> names no TCP state: "WAITING"'],
    ['<Simulator scenario="nope" number="1.1" />', 'wants content/scenarios/nope.json'],
    ['<Simulator scenario="four-way-close" />', '<Simulator> needs number="…"'],
    ['<Term id="mtu">MTU</Term>', 'wants "mtu", which the glossary does not have'],
    ['<Kernel fn="tcp_fine" />', 'wants "tcp_fine"'],
    ['<Rfc n="nine" />', '<Rfc> needs the number of an RFC'],
    ['<Section title="A">x</Section>', '<Section> needs id="…" and title="…"'],
    ['1 + 1 = {1 + 1}', 'chapter.mdx:1:9: chapters hold no {expressions}'],
    ['import x from "y"', 'chapters neither import nor export'],
  ])('refuses %s', (source, message) => {
    expect(() => read(source)).toThrow(message);
  });

  it('lists sections with what there is to read in them, listings left out', () => {
    const { sections } = read(
      '<Opening>\n\nWhy?\n\n</Opening>\n\n<Section id="a" title="First">\n\nThe *last* `ACK` is <Seg>FIN, ACK</Seg>.\n\n```\nss -tan state time-wait\n```\n\n</Section>',
    );
    expect(sections).toEqual([{ id: 'a', title: 'First', words: 6 }]);
  });

  it('gathers text between figures and boxes, inline tags on a line of their own included', () => {
    const { root, figures } = read(
      '<Section id="a" title="A">\n\nOne.\n\n<Rfc n="9293" />\n\n<Simulator scenario="four-way-close" number="1.2" />\n\n- two\n\n<Recap>\n\n1. three\n\n</Recap>\n\n</Section>',
    );
    const section = root.children?.[0];
    expect(section?.children?.map(({ name }) => name)).toEqual(['Prose', 'Simulator', 'Prose', 'Recap']);
    expect(section?.children?.[0]?.children).toHaveLength(2);
    expect(figures).toEqual([{ scenario: 'four-way-close', number: '1.2' }]);
  });

  it('lets the keyboard stop at the first chip of each state in a section only', () => {
    const { root } = read(
      '<Section id="a" title="A">\n\n<State name="CLOSED" /> x <State name="CLOSED" /> <State name="LISTEN" />\n\n</Section>\n\n<Section id="b" title="B">\n\n<State name="CLOSED" /> x\n\n</Section>',
    );
    expect(firsts(root)).toEqual([true, false, true, true]);
  });

  it('hands the references of a comparison down to its sides', () => {
    const { root } = read(
      '<Section id="a" title="A">\n\n<Versus sourceRef="figure 168" protocolRef="RFC 9293 §3.4.2">\n\n<Said>\n\na\n\n</Said>\n\n<Holds>\n\nb\n\n</Holds>\n\n</Versus>\n\n</Section>',
    );
    expect(JSON.stringify(root)).toMatch(/"reference","value":"figure 168".*"reference","value":"RFC 9293 §3.4.2"/);
  });
});

function firsts(node: MdxNode): boolean[] {
  const here = node.name === 'State' ? [node.attributes?.some(({ name }) => name === 'first') ?? false] : [];
  return [...here, ...(node.children ?? []).flatMap(firsts)];
}

describe('length as a language counts it', () => {
  it.each([
    ['en', 'It’s the last ACK: seq=1001.', 6],
    ['zh', '最后的 ACK 丢了。', 6],
    ['zh', '', 0],
  ] as const)('%s: %s', (locale, text, words) => {
    expect(countWords(text, locale)).toBe(words);
  });
});
