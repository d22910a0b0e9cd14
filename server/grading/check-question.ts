import 'server-only';
import { type AnswerKey, answerKey, type ComputedKey, computeMeasure, type Figures } from './answer-key';
import { checkBeliefs } from './check-beliefs';
import { isNear } from './grade-number';
import type { QuestionFile } from './question-file';

/** What is wrong, and where in the file. */
export interface QuestionFault {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

type Of<Kind extends QuestionFile['kind']> = Extract<QuestionFile, { kind: Kind }>;

/** Everything that a question must be beyond its shape: ids that exist, a key that the engine proves, wrong options that stand for a belief. */
export function checkQuestion(file: QuestionFile, figures: Figures): QuestionFault[] {
  const faults = [...checkFigure(file, figures), ...checkIds(file)];
  let key: AnswerKey;
  try {
    key = answerKey(file, figures);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [...faults, { at: ['key'], message }];
  }
  return [...faults, ...checkKind(file, key), ...checkHold(file, figures), ...checkBeliefs(file, key, figures)];
}

function checkKind(file: QuestionFile, key: AnswerKey): QuestionFault[] {
  switch (file.kind) {
    case 'one':
    case 'predict':
      return key.kind === file.kind ? checkOptions(file.options, [key.option], file.kind) : [];
    case 'several':
      return checkOptions(file.options, file.key.options, file.kind);
    case 'order':
      return checkOrder(file);
    case 'match':
      return checkMatch(file);
    case 'number':
      return key.kind === 'number' ? checkNumber(file, key) : [];
  }
}

/** No id may stand twice among what is offered together. */
function checkIds(file: QuestionFile): QuestionFault[] {
  return (['options', 'items', 'left', 'right'] as const).flatMap((part) => {
    const offered: readonly { id: string }[] = Object.entries(file).find(([name]) => name === part)?.[1] ?? [];
    const ids = offered.map(({ id }) => id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ at: [part, index, 'id'], message: `"${id}" stands twice` }],
    );
  });
}

function checkOptions(options: Of<'one'>['options'], right: readonly string[], kind: string): QuestionFault[] {
  const computed = kind === 'predict' ? 'the engine answers' : 'the key says';
  const missing = right.filter((id) => !options.some((option) => option.id === id));
  const faults: QuestionFault[] = missing.map((id) => ({
    at: ['key'],
    message: `${computed} "${id}", which is not among the options ${options.map((option) => option.id).join(', ')}`,
  }));
  if (new Set(right).size !== right.length) faults.push({ at: ['key'], message: 'an option stands twice in the key' });
  if (right.length >= options.length) faults.push({ at: ['key'], message: 'at least one option must be wrong' });
  for (const [index, { id, misconception }] of options.entries()) {
    const at = ['options', index, 'misconception'];
    if (right.includes(id) && misconception !== null) {
      faults.push({ at, message: `"${id}" is right, so it stands for no misconception: null` });
    }
    if (!right.includes(id) && misconception === null) {
      faults.push({ at, message: `"${id}" is wrong, so it must name the misconception that it stands for` });
    }
  }
  return faults;
}

function checkOrder(file: Of<'order'>): QuestionFault[] {
  const shown = file.items.map(({ id }) => id);
  const faults: QuestionFault[] = [];
  if ([...shown].sort().join('\n') !== [...file.key.items].sort().join('\n')) {
    faults.push({ at: ['key', 'items'], message: 'the key must name every item once, and nothing else' });
  } else if (shown.join('\n') === file.key.items.join('\n')) {
    faults.push({ at: ['items'], message: 'the items are shown in the right order' });
  }
  for (const [index, { earlier, later }] of file.mistakes.entries()) {
    const unknown = [earlier, later].filter((id) => !shown.includes(id));
    for (const id of unknown) faults.push({ at: ['mistakes', index], message: `there is no item "${id}"` });
    if (unknown.length === 0 && file.key.items.indexOf(earlier) <= file.key.items.indexOf(later)) {
      faults.push({ at: ['mistakes', index], message: `"${earlier}" before "${later}" is no mistake` });
    }
  }
  return faults;
}

function checkMatch(file: Of<'match'>): QuestionFault[] {
  const left = file.left.map(({ id }) => id);
  const right = file.right.map(({ id }) => id);
  const keyed = file.key.pairs.map(([id]) => id);
  const faults: QuestionFault[] = [];
  if ([...left].sort().join('\n') !== [...keyed].sort().join('\n')) {
    faults.push({ at: ['key', 'pairs'], message: 'the key must give every item on the left exactly one partner' });
  }
  for (const [index, [, id]] of file.key.pairs.entries()) {
    if (!right.includes(id))
      faults.push({ at: ['key', 'pairs', index], message: `there is nothing "${id}" on the right` });
  }
  const wanted = new Map(file.key.pairs);
  for (const [index, { pair }] of file.mistakes.entries()) {
    const [a, b] = pair;
    if (!left.includes(a) || !right.includes(b)) {
      faults.push({ at: ['mistakes', index, 'pair'], message: `there is no pair "${a}" – "${b}"` });
    } else if (wanted.get(a) === b) {
      faults.push({ at: ['mistakes', index, 'pair'], message: `"${a}" – "${b}" is right, so it is no mistake` });
    }
  }
  return faults;
}

function checkNumber(file: Of<'number'>, key: { value: number; tolerance: number }): QuestionFault[] {
  return file.mistakes.flatMap(({ value, tolerance }, index) => {
    const reach = { value: key.value, tolerance: key.tolerance + tolerance };
    return isNear(value, reach)
      ? [
          {
            at: ['mistakes', index],
            message: `${value} ± ${tolerance} meets the right answer ${key.value} ± ${key.tolerance}`,
          },
        ]
      : [];
  });
}

function checkFigure(file: QuestionFile, figures: Figures): QuestionFault[] {
  if (file.figure === undefined) return [];
  const { scenario, atMs } = file.figure;
  const drawn = figures(scenario)?.scenario;
  if (drawn === undefined) return [{ at: ['figure', 'scenario'], message: `there is no scenario "${scenario}"` }];
  if (drawn.originMs + atMs <= drawn.endMs) return [];
  return [
    { at: ['figure', 'atMs'], message: `the run of "${scenario}" is over at ${drawn.endMs - drawn.originMs} ms` },
  ];
}

/** The picture ends before what is asked: else it would show the answer. */
function checkHold(file: QuestionFile, figures: Figures): QuestionFault[] {
  if (file.figure === undefined) return [];
  if (!('computed' in file.key)) return checkWritten(file);
  const { computed } = file.key;
  const { scenario, atMs } = file.figure;
  if (scenario !== computed.scenario) {
    if (file.kind !== 'predict') return [];
    return [
      { at: ['figure', 'scenario'], message: `the picture is of "${scenario}", the key of "${computed.scenario}"` },
    ];
  }
  if (!isShownBy(computed, atMs, figures)) return [];
  return [{ at: ['figure', 'atMs'], message: `at ${atMs} ms the picture already shows what is asked` }];
}

/** Of a written key nobody can tell whether the picture shows it. Statements about a moment may stand beside that moment. */
function checkWritten({ kind }: QuestionFile): QuestionFault[] {
  if (kind === 'several') return [];
  const message = 'a question with a picture has a computed key: else nothing proves that the picture hides the answer';
  return [{ at: ['figure'], message }];
}

function isShownBy(computed: ComputedKey, atMs: number, figures: Figures): boolean {
  if (computed.measure.measure === 'state') return computed.measure.atMs <= atMs;
  const answer = computeMeasure(computed, figures);
  // What has changed by the moment of the picture and does not change any more can be read off it.
  return computeMeasure(computed, figures, atMs) === answer && computeMeasure(computed, figures, 0) !== answer;
}
