import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../content-check/check-content';
import { formatProblem } from '../content-check/problem';

/**
 * Each rule of the content check is seen to catch what it is there for: a fault is planted in a copy of the book, and
 * what is said of it beyond what was said before must name the rule, the file and, where there is one, the line.
 */
const root = mkdtempSync(path.join(tmpdir(), '2msl-content-'));
let before: ReadonlySet<string>;

beforeAll(() => {
  cpSync('content', path.join(root, 'content'), { recursive: true });
  before = new Set(said());
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function said(): string[] {
  return checkContent(root).map(formatProblem);
}

/** Changes one file, asks the check, and puts the file back as it was. */
function saidAfter(file: string, change: (source: string) => string | null): string[] {
  const absolute = path.join(root, file);
  const source = existsSync(absolute) ? readFileSync(absolute, 'utf8') : null;
  const changed = change(source ?? '');
  expect(changed).not.toBe(source);
  try {
    if (changed === null) rmSync(absolute);
    else {
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, changed);
    }
    return said().filter((message) => !before.has(message));
  } finally {
    if (source === null) rmSync(absolute);
    else writeFileSync(absolute, source);
  }
}

const EN = 'content/en/chapters/reason-two.mdx';
const ZH = 'content/zh/chapters/reason-two.mdx';
const QUESTION = 'content/questions/reason-two/capture-of-a-late-connect.json';
const PREDICTION = 'content/questions/reason-two/syn-into-last-ack.json';
const OPEN = 'content/open-questions/two-reasons.json';
const OPEN_PARTS = ['modelAnswer', 'points', 'followUps', 'deeper', 'simulator', 'section', 'sources'] as const;
const WORDS = 'content/zh/words/shell.json';

/** Inserts a line before the section called `pitfalls`, which every chapter has. */
const beforePitfalls = (line: string) => (source: string) =>
  source.replace('<Section id="pitfalls"', `${line}\n\n<Section id="pitfalls"`);
const insideRecap = (line: string) => (source: string) => source.replace('<Recap>', `<Recap>\n\n${line}\n`);
const replace = (from: string | RegExp, to: string) => (source: string) => source.replace(from, to);
/** What these tests reach into; the check itself takes nothing for granted. */
interface Content {
  chapters: Record<string, object>;
  site: object;
  chapter: string;
  kind: string;
  prompt: { en: string; zh: string };
  figure: object;
  key: { option: string; items: string[] };
  items: { id: string }[];
  options: [Option, ...Option[]];
}
interface Option {
  id: string;
  text: { en: string; zh: string };
  misconception: number | null;
}
const json = (change: (value: Content) => void) => (source: string) => {
  const value: Content = JSON.parse(source);
  change(value);
  return JSON.stringify(value, null, 2);
};

describe('the content check', () => {
  it('has nothing against the book as it is', () => {
    expect([...before].filter((message) => message.includes(': error ['))).toEqual([]);
  });

  const asks = (name: string) => replace('predict="syn-into-last-ack"', `predict="${name}"`);

  const PREDICTIONS: readonly [string, string, (source: string) => string | null, RegExp][] = [
    [
      'a figure that asks what is no question',
      EN,
      asks('no-such-question'),
      /reason-two\.mdx:\d+: error \[prediction\] there is no question "no-such-question"/,
    ],
    ['a figure that asks no prediction', EN, asks('capture-of-a-late-connect'), /\[prediction\] .*kind "one"/],
    ['a figure that asks about another', EN, asks('state-after-repeated-fin'), /\[prediction\] .*"time-wait-answers"/],
    ['a figure that asks in one language alone', ZH, replace(' predict="syn-into-last-ack"', ''), /\[parity\]/],
    [
      'a moment that gives the answer away',
      PREDICTION,
      replace('"atMs": 1340', '"atMs": 1360'),
      /syn-into-last-ack\.json:\d+: error \[key\] figure\.atMs: at 1360 ms the picture already shows/,
    ],
    [
      'a key that the engine does not give',
      PREDICTION,
      replace('"id": "ACK"', '"id": "SYN,ACK"'),
      /\[key\] .*the engine answers "ACK", which is not among the options/,
    ],
    [
      'a belief that comes out otherwise',
      PREDICTION,
      replace('"profile": "rfc793"', '"profile": "linux"'),
      /\[key\] options\.0\.belief: in this run the engine answers "SYN,ACK", not "RST,ACK"/,
    ],
    [
      'a wrong answer with nothing to show for it',
      PREDICTION,
      json(({ options }) => Object.assign(options[0], { belief: undefined })),
      /\[prediction\] "RST,ACK" is wrong and has no "belief"/,
    ],
  ];

  it.each(PREDICTIONS)('names %s', (_, file, change, expected) => {
    expect(saidAfter(file, change).join('\n')).toMatch(expected);
  });

  const PLANTED: readonly [string, string, (source: string) => string | null, RegExp][] = [
    ['a chapter without its Chinese text', ZH, () => null, /zh\/chapters\/reason-two\.mdx: error \[missing-chapter\]/],
    [
      'a chapter that is not in the book',
      'content/en/chapters/stray.mdx',
      () => '# Stray\n',
      /stray\.mdx: error \[missing-chapter\] .*book\.json/,
    ],
    ['a file that is missing', 'content/misconceptions.json', () => null, /\[missing-file\]/],
    [
      'JSON that cannot be read',
      QUESTION,
      replace('"revision": 1,', '"revision": 1,,'),
      /late-connect\.json:\d+: error \[json\]/,
    ],
    [
      'a key that stands twice',
      QUESTION,
      replace('"revision": 1,', '"revision": 1,\n"revision": 1,'),
      /:4: error \[json\] .*twice/,
    ],
    [
      'a need that comes later',
      'content/book.json',
      json((book) => Object.assign(book.chapters['what-is-time-wait'] ?? {}, { needs: ['reason-two'] })),
      /book\.json:\d+: error \[book\] "what-is-time-wait" needs "reason-two"/,
    ],
    ['MDX that cannot be parsed', EN, insideRecap('<Seg>'), /reason-two\.mdx:\d+: error \[mdx\]/],
    ['a frontmatter without a lead', EN, replace(/^lead: .*$/m, ''), /reason-two\.mdx:1: error \[frontmatter\] lead/],
    ['an import', EN, beforePitfalls("import x from 'y';"), /reason-two\.mdx:\d+: error \[no-code\]/],
    ['an expression', EN, insideRecap('Two and two are {2 + 2}.'), /reason-two\.mdx:\d+: error \[no-code\]/],
    ['a tag that nobody knows', EN, insideRecap('<Blink>now</Blink>'), /\[tag\] <Blink> is not among the tags/],
    ['a tag without what it needs', EN, insideRecap('<Term>MSL</Term>'), /\[tag\] <Term> needs id=/],
    [
      'an attribute that nobody knows',
      EN,
      insideRecap('<Seg kind="x">SYN</Seg>'),
      /\[tag\] <Seg> knows no attribute "kind"/,
    ],
    [
      'a value in braces',
      EN,
      insideRecap('<State name={"LISTEN"} />'),
      /\[tag\] <State> name: write the value in quotes/,
    ],
    [
      'a state that TCP does not have',
      EN,
      insideRecap('<State name="WAITING" />'),
      /\[tag\] "WAITING" is no TCP state/,
    ],
    [
      'a tag in the wrong place',
      EN,
      beforePitfalls('<Pitfall title="x">\n\ny\n\n</Pitfall>'),
      /\[tag\] <Pitfall> must stand directly in <Section>/,
    ],
    [
      'a chapter without its opening',
      EN,
      replace(/<Opening>[\s\S]*<\/Opening>/, ''),
      /\[anatomy\] a chapter begins with <Opening>/,
    ],
    ['a chapter without its questions', EN, replace('<Quiz />', ''), /\[anatomy\] expected 1 <Quiz>, found 0/],
    [
      'closing sections out of order',
      EN,
      replace('id="recap"', 'id="summary"'),
      /\[anatomy\] the last sections must be/,
    ],
    [
      'a section that stands twice',
      EN,
      beforePitfalls('<Section id="recap" title="x">\n\ny\n\n</Section>'),
      /\[anatomy\] section "recap" stands twice/,
    ],
    [
      'a simulator with the wrong number',
      EN,
      replace('number="4.1"', 'number="9.9"'),
      /\[anatomy\] this simulator is number "4\.1"/,
    ],
    [
      'a chapter that is too short',
      ZH,
      replace(/<Section[\s\S]*<\/Section>/, ''),
      /zh\/chapters\/reason-two\.mdx: error \[length\] \d+ characters/,
    ],
    [
      'a chapter that is too long',
      EN,
      insideRecap('word '.repeat(2000)),
      /en\/chapters\/reason-two\.mdx: error \[length\] \d+ words/,
    ],
    [
      'a section in one language alone',
      ZH,
      beforePitfalls('<Section id="more" title="更多">\n\n。\n\n</Section>'),
      /zh.*\[parity\] the languages part here: .*<Section> more/,
    ],
    ['a list with one point less', ZH, insideRecap('- 一点\n'), /zh.*:\d+: error \[parity\] the languages part here/],
    [
      'another figure in the other language',
      ZH,
      replace('scenario="last-ack-lost"', 'scenario="old-duplicate"'),
      /\[parity\] .*<Simulator> old-duplicate/,
    ],
    [
      'a clause cited in one language alone',
      EN,
      insideRecap('<Rfc n="6191" s="2" />'),
      /en.*\[parity\] RFC 6191 §2 is cited here, and not/,
    ],
    [
      'another revision in the other language',
      ZH,
      replace(/^revision: .*$/m, 'revision: 99'),
      /zh.*\[parity\] revision 99/,
    ],
    [
      'a term that the glossary does not have',
      EN,
      insideRecap('<Term id="nonsense">x</Term>'),
      /\[link\] the glossary has no term "nonsense"/,
    ],
    [
      'a figure that does not exist',
      EN,
      replace('scenario="last-ack-lost"', 'scenario="no-such"'),
      /\[link\] there is no figure "no-such"/,
    ],
    [
      'a figure number that the chapter does not have',
      EN,
      insideRecap('See fig. 4.77.'),
      /\[link\] this chapter has no figure 4\.77/,
    ],
    ['an RFC that the book does not cite', EN, insideRecap('<Rfc n="1" />'), /\[link\] RFC 1 is not among/],
    [
      'a clause that the RFC does not have',
      EN,
      insideRecap('<Rfc n="9293" s="3.12" />'),
      /\[link\] RFC 9293 has no section 3\.12/,
    ],
    [
      'a kernel function that is not listed',
      EN,
      insideRecap('<Kernel fn="tcp_nonsense" />'),
      /\[link\] .*no function "tcp_nonsense"/,
    ],
    [
      'a link to a section that is not there',
      EN,
      insideRecap('[there](#nowhere)'),
      /\[link\] #nowhere: this chapter has no such section/,
    ],
    [
      'a link to a chapter that is not there',
      EN,
      insideRecap('[there](/chapters/nothing)'),
      /\[link\] .*no such chapter/,
    ],
    [
      'a link to a section of another chapter',
      EN,
      insideRecap('[there](/chapters/reason-one#nowhere)'),
      /\[link\] .*that chapter has no such section/,
    ],
    [
      'a link to a term that is not there',
      EN,
      insideRecap('[there](/glossary#nowhere)'),
      /\[link\] .*glossary has no such term/,
    ],
    [
      'a link over plain http',
      EN,
      insideRecap('[there](http://example.org)'),
      /\[link\] http:\/\/example\.org: write https/,
    ],
    [
      'a link to a page that is not there',
      EN,
      insideRecap('[there](/tools/nothing?rate=1)'),
      /\[link\] \/tools\/nothing\?rate=1: write https/,
    ],
    [
      'a term in one language alone',
      'content/zh/glossary.json',
      json((terms) => (terms as unknown as unknown[]).pop()),
      /en\/glossary\.json:\d+: error \[glossary\]/,
    ],
    [
      'a word in one language alone',
      WORDS,
      json((words) => Object.assign(words, { stray: '走失' })),
      /zh\/words\/shell\.json:\d+: error \[words\] "stray" is not in the English words/,
    ],
    [
      'a word file in one language alone',
      'content/zh/words/stray.json',
      () => '{"a": "一"}',
      /en\/words\/stray\.json: error \[words\] there is no English file/,
    ],
    [
      'a figure without words',
      'content/zh/words/figures.json',
      json((words) => Reflect.deleteProperty(words, 'last-ack-lost')),
      /zh\/words\/figures\.json:\d+: error \[figure\] "last-ack-lost\.title" is not there/,
    ],
    [
      'a figure of the wrong shape',
      'content/scenarios/last-ack-lost.json',
      replace('"version": 1', '"version": 2'),
      /last-ack-lost\.json:\d+: error \[figure\] scenario\.version/,
    ],
    [
      'a scenario of the gallery in one language alone',
      'content/gallery/half-close.json',
      json((item) => Object.assign(item, { watch: { en: 'English alone' } })),
      /half-close\.json:\d+: error \[gallery\]/,
    ],
    [
      'a scenario of the gallery with a line that cannot be read',
      'content/gallery/half-close.json',
      replace('"profile linux"', '"profil linux"'),
      /half-close\.json:\d+: error \[gallery\] line 1 of the script: unknownWordMeant/,
    ],
    [
      'a figure under another name than its file',
      'content/scenarios/last-ack-lost.json',
      replace('"name": "last-ack-lost"', '"name": "another"'),
      /last-ack-lost\.json:\d+: error \[figure\] the scenario is called "another"/,
    ],
    [
      'a word that is no text',
      WORDS,
      json((words) => Object.assign(words, { site: { ...words.site, title: 7 } })),
      /\[words\] "site\.title" is no text/,
    ],
    [
      'a placeholder of one language alone',
      WORDS,
      json((words) => Object.assign(words, { site: { ...words.site, title: '{name}' } })),
      /\[words\] "site\.title" is filled with \{name\}, in English with \{\}/,
    ],
    [
      'a message that cannot be read',
      WORDS,
      json((words) => Object.assign(words, { stray: '{n, plural, }' })),
      /\[words\] "stray" is no ICU message/,
    ],
    [
      'a word that is empty in one language',
      WORDS,
      json((words) => Object.assign(words, { site: { ...words.site, title: '' } })),
      /zh\/words\/shell\.json:\d+: error \[words\] "site\.title" is empty in one language alone/,
    ],
    [
      'a question of the wrong shape',
      QUESTION,
      json((question) => Object.assign(question, { asks: 'guess' })),
      /late-connect\.json:\d+: error \[question\] asks/,
    ],
    [
      'an option without feedback',
      QUESTION,
      json((question) => Reflect.deleteProperty(question.options[0], 'feedback')),
      /\[question\] options\.0\.feedback/,
    ],
    [
      'an option without a misconception',
      QUESTION,
      json((question) => Reflect.deleteProperty(question.options[0], 'misconception')),
      /\[question\] options\.0\.misconception/,
    ],
    [
      'a question in the wrong place',
      QUESTION,
      json((question) => Object.assign(question, { id: 'another' })),
      /\[question\] .* stands in content\/questions\/reason-two\/another\.json/,
    ],
    [
      'a question about a section that is not there',
      QUESTION,
      json((question) => Object.assign(question, { section: 'nowhere' })),
      /\[question\] chapter "reason-two" has no section "nowhere"/,
    ],
    [
      'a question about a figure that is not there',
      QUESTION,
      json((question) => Object.assign(question, { figure: { scenario: 'no-such', atMs: 0 } })),
      /\[key\] figure\.scenario: there is no scenario "no-such"/,
    ],
  ];

  it.each(PLANTED)('catches %s', (_, file, change, message) => {
    const added = saidAfter(file, change);
    expect(added.join('\n')).toMatch(message);
  });

  /** Several faults at once, where one look at the book finds them all. */
  const TOGETHER: readonly [string, string, (source: string) => string, readonly RegExp[]][] = [
    [
      'a question without its sources or its Chinese prompt',
      QUESTION,
      json((question) => Object.assign(question, { sources: [], prompt: { en: question.prompt.en } })),
      [/\[question\] sources/, /\[question\] prompt\.zh/],
    ],
    [
      'a question about what is not there',
      QUESTION,
      json((question) =>
        Object.assign(question, { topic: 'ports', sources: ['a post on the net', 'RFC 9293 §3.99', 'RFC 1'] }),
      ),
      [
        /\[question\] the skill ".+" belongs to the topic "(?!ports)/,
        /late-connect\.json:\d+: error \[question\] "a post on the net" is no source/,
        /\[question\] RFC 9293 has no section 3\.99/,
        /\[question\] RFC 1 is not among/,
      ],
    ],
    [
      'wording that gives an answer away or hides what is asked',
      QUESTION,
      json(({ prompt, options: [first, second, third] }) => {
        Object.assign(prompt, { en: 'A SYN arrives. Which is not true?', zh: '一个 SYN 到达。哪一项不正确？' });
        Object.assign(first.text, { en: 'None of the above', zh: '以上都不对' });
        Object.assign(third?.text ?? {}, second?.text);
      }),
      [
        /\[negated\] English: "Which is not true\?"/,
        /\[negated\] Chinese: "哪一项不正确？"/,
        /\[all-of-the-above\] "None of the above"/,
        /\[all-of-the-above\] "以上都不对"/,
        /late-connect\.json:\d+: error \[duplicate\]/,
      ],
    ],
    [
      'an open question that lacks what it must have',
      OPEN,
      json((question) => {
        for (const part of OPEN_PARTS) Reflect.deleteProperty(question, part);
      }),
      OPEN_PARTS.map((part) => new RegExp(`two-reasons\\.json:\\d+: error \\[open\\] ${part}`)),
    ],
    [
      'an open question that points to what is not there, and asks what another asks',
      OPEN,
      json((question) =>
        Object.assign(question, {
          id: 'another',
          section: 'nowhere',
          skill: 'guessing',
          simulator: { scenario: 'nothing', atMs: 0 },
          deeper: { id: 'x', question: 'nothing' },
          prompt: { en: 'What is TIME_WAIT? Which side of a connection has it?', zh: '什么是 TIME_WAIT？' },
        }),
      ),
      [
        /\[open\] an open question of this id stands in content\/open-questions\/another\.json/,
        /\[question\] chapter "why-time-wait" has no section "nowhere"/,
        /\[question\] content\/topics\.json has no skill "guessing"/,
        /\[open\] simulator\.scenario: there is no scenario "nothing"/,
        /two-reasons\.json:\d+: error \[open\] deeper: there is no open question "nothing"/,
        /\[duplicate\] English: asks nearly what content\/open-questions\/two-reasons/,
      ],
    ],
    [
      'an open question with the id of another',
      'content/open-questions/capture-of-a-late-connect.json',
      () => JSON.stringify({ ...JSON.parse(readFileSync(OPEN, 'utf8')), id: 'capture-of-a-late-connect' }),
      [/\[open\] content\/questions\/reason-two\/capture-of-a-late-connect\.json has the same id/],
    ],
  ];

  it.each(TOGETHER)('catches %s', (_, file, change, messages) => {
    const added = saidAfter(file, change).join('\n');
    for (const message of messages) expect(added).toMatch(message);
  });

  const KEYS: readonly [string, string, (question: Content) => void, RegExp][] = [
    [
      'a key that is no option',
      'capture-of-a-late-connect',
      (question) => Object.assign(question, { key: { option: 'nonsense' } }),
      /late-connect\.json:\d+: error \[key\] key: .*"nonsense", which is not among the options/,
    ],
    [
      'a wrong option that stands for no misconception',
      'capture-of-a-late-connect',
      (question) => Object.assign(question.options[0], { misconception: null }),
      /late-connect\.json:\d+: error \[key\] options\.0\.misconception: "refused" is wrong, so it must name/,
    ],
    [
      'a misconception that is not in the list',
      'capture-of-a-late-connect',
      (question) => Object.assign(question.options[0], { misconception: 34 }),
      /late-connect\.json:\d+: error \[question\] content\/misconceptions\.json has no number 34/,
    ],
    [
      'items that are shown in the right order',
      'clearing-the-old-half',
      (question) => question.items.sort((a, b) => question.key.items.indexOf(a.id) - question.key.items.indexOf(b.id)),
      /old-half\.json:\d+: error \[key\] items: the items are shown in the right order/,
    ],
    [
      'a predicted answer that the engine does not give',
      'end-of-last-ack',
      (question) =>
        Object.assign(question, { options: question.options.filter(({ misconception }) => misconception !== null) }),
      /end-of-last-ack\.json:\d+: error \[key\] key: the engine answers ".+", which is not among the options/,
    ],
    [
      'a picture that shows what is asked',
      'end-of-last-ack',
      (question) => Object.assign(question.figure, { atMs: 3_600_000 }),
      /end-of-last-ack\.json:\d+: error \[key\] figure\.atMs/,
    ],
  ];

  it.each(KEYS)('catches %s', (_, id, change, message) => {
    const misconceptions = 'content/misconceptions.json';
    const source = readFileSync(path.join(root, misconceptions), 'utf8');
    // Number 34 is left out for this test.
    writeFileSync(path.join(root, misconceptions), source.replace('"id": 34,', '"id": 60,'));
    const added = saidAfter(`content/questions/reason-two/${id}.json`, json(change));
    writeFileSync(path.join(root, misconceptions), source);
    expect(added.join('\n')).toMatch(message);
  });

  it.each<[string, (question: Content) => object | null, RegExp]>([
    [
      'a chapter with few questions',
      ({ chapter }) => (chapter === 'reason-one' ? null : {}),
      /questions\/reason-one: error \[bank\] 0 questions/,
    ],
    [
      'a chapter with one kind of question',
      ({ chapter, kind }) => (chapter === 'reason-one' && kind !== 'one' ? null : {}),
      /questions\/reason-one: error \[bank\] a chapter has at least 3 kinds of question; found one/,
    ],
    [
      'a book with three kinds',
      ({ kind }) => (['one', 'several', 'order'].includes(kind) ? {} : null),
      /questions: error \[bank\] the book has at least 5 kinds/,
    ],
    [
      'a book that asks to recall',
      () => ({ asks: 'recall' }),
      /questions: error \[bank\] 0 % of the questions ask to apply/,
    ],
    [
      'right options that are the longest',
      (question) => lengthenKey(question),
      /questions: error \[longest-key\] English: in \d+ of \d+ choices[\s\S]*error \[longest-key\] Chinese: in \d+/,
    ],
  ])('catches %s', (_, change, message) => {
    const folder = path.join(root, 'content/questions');
    const kept = `${folder}-kept`;
    cpSync(folder, kept, { recursive: true });
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const question: Content = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      const changed = change(question);
      if (changed === null) rmSync(path.join(folder, file));
      else writeFileSync(path.join(folder, file), JSON.stringify({ ...question, ...changed }));
    }
    const added = said().filter((each) => !before.has(each));
    rmSync(folder, { recursive: true });
    renameSync(kept, folder);
    expect(added.join('\n')).toMatch(message);
  });
});

function lengthenKey(question: Content): object {
  if (question.kind !== 'one' && question.kind !== 'predict') return {};
  const longer = (option: Content['options'][number]) => ({
    ...option,
    text: { en: option.text.en + ' and so on'.repeat(30), zh: option.text.zh + '等等'.repeat(60) },
  });
  return { options: question.options.map((option) => (option.misconception === null ? longer(option) : option)) };
}
