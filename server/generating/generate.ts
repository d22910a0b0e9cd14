import 'server-only';
import type { AnswerKey, ProvenQuestion } from '@/server/grading/answer-key';
import { questionFile } from '@/server/grading/question-file';
import { Chance } from './chance';
import type { Exhibit, Form, Kind, Made } from './kind';
import { KINDS } from './kinds';

/** An item: a question like any other of the book, with what is shown beside it. */
export interface Item {
  readonly kind: Kind;
  readonly question: ProvenQuestion;
  readonly exhibit: Exhibit | null;
  readonly play: Made['play'] | null;
}

const NAME = /^generated-([a-z0-9-]+)-([0-9a-z]{1,7})$/;
const SEEDS = 2 ** 32;

export function itemId(kind: Kind, seed: number): string {
  return `generated-${kind.id}-${seed.toString(36)}`;
}

/** Whether an id can be that of an item. */
export function isItemId(id: string): boolean {
  return NAME.test(id);
}

/** Makes the item of this id anew, or gives null where there is no such kind or seed. */
export function itemOf(id: string): Item | null {
  const [, name, seed] = NAME.exec(id) ?? [];
  const kind = KINDS.find((each) => each.id === name);
  const number = Number.parseInt(seed ?? '', 36);
  if (!kind || !(number < SEEDS) || itemId(kind, number) !== id) return null;
  return generate(kind, number);
}

/** Pure: what is asked, what is right, what is said of each answer. Throws where the kind makes no valid question of the seed. */
export function generate(kind: Kind, seed: number): Item {
  const chance = new Chance(seed);
  const made = kind.make(chance);
  const { id: _, revision, chapter, section, topic, depth, skill, sources } = kind;
  const { prompt, explanation } = made;
  const about = {
    id: itemId(kind, seed),
    revision,
    chapter,
    section,
    topic,
    depth,
    skill,
    sources,
    asks: 'apply',
    asked: 'interview',
  };
  const { parts, key } = partsOf(made, chance);
  const file = questionFile.parse({ ...about, prompt, explanation, ...parts });
  return { kind, question: { file, key, expected: new Map() }, exhibit: made.exhibit ?? null, play: made.play ?? null };
}

/** What is shown of an item, without the order in which it is shown: two items with the same are one. */
export function faceOf({ question: { file }, exhibit }: Item): string {
  const parts = file.kind === 'one' ? file.options : file.kind === 'order' ? file.items : [];
  return JSON.stringify([file.prompt.en, exhibit?.text ?? '', parts.map(({ text }) => text.en).sort()]);
}

interface Parts {
  readonly parts: object;
  readonly key: AnswerKey;
}

function partsOf(made: Form, chance: Chance): Parts {
  switch (made.form) {
    case 'one':
      return choiceParts(made, chance);
    case 'number':
      return numberParts(made);
    case 'order':
      return orderParts(made, chance);
  }
}

/** Ids are places in the order shown, which chance has made: they say nothing. */
function choiceParts({ choices, answer, because }: Extract<Form, { form: 'one' }>, chance: Chance): Parts {
  const shown = chance.shuffled(choices);
  const options = shown.map(({ value, text, wrong, misconception }, place) => {
    const isRight = value === answer;
    return {
      id: letter(place),
      text,
      feedback: isRight ? because : wrong,
      misconception: isRight ? null : misconception,
    };
  });
  const option = letter(shown.findIndex(({ value }) => value === answer));
  return { parts: { kind: 'one', options, key: { option } }, key: { kind: 'one', option } };
}

function numberParts({ unit, answer, tolerance, slips, otherwise }: Extract<Form, { form: 'number' }>): Parts {
  // What two mistakes, or a mistake and the truth, come to is no sign of either.
  const apart = (value: number, other: number) => Math.abs(value - other) > 2 * tolerance + 1e-6;
  const telling = slips.filter(
    ({ value }, index) =>
      apart(value, answer) && slips.every((other, place) => place >= index || apart(value, other.value)),
  );
  const mistakes = telling.map((slip) => ({ ...slip, tolerance }));
  const key = { value: answer, tolerance };
  return { parts: { kind: 'number', unit, mistakes, otherwise, key }, key: { kind: 'number', ...key } };
}

/** Never shown in the right order. */
function orderParts({ pieces, swaps }: Extract<Form, { form: 'order' }>, chance: Chance): Parts {
  let shown = chance.shuffled(pieces);
  while (shown.every((piece, place) => piece === pieces[place])) shown = chance.shuffled(pieces);
  const idOf = (value: string) => letter(shown.findIndex((piece) => piece.value === value));
  const items = shown.map(({ value, text, feedback }) => ({ id: idOf(value), text, feedback }));
  const mistakes = swaps.map(({ earlier, later, ...swap }) => ({
    earlier: idOf(earlier),
    later: idOf(later),
    ...swap,
  }));
  const key = { items: pieces.map(({ value }) => idOf(value)) };
  return { parts: { kind: 'order', items, mistakes, key }, key: { kind: 'order', ...key } };
}

function letter(place: number): string {
  return String.fromCharCode(97 + place);
}
