import 'server-only';
import { run } from '@/engine/simulation/run';
import type { Scenario } from '@/engine/simulation/scenario';
import { withSettings } from '@/engine/simulation/settings';
import { takeMeasure } from '@/engine/simulation/take-measure';
import type { Figure } from '@/model/figure';
import type { Response } from '@/model/question';
import type { Belief, QuestionFile } from './question-file';

/** The right answer, in the form of a response; a number also has the distance that is still right. */
export type AnswerKey = Exclude<Response, { kind: 'number' }> | NumberKey;
export interface NumberKey {
  readonly kind: 'number';
  readonly value: number;
  readonly tolerance: number;
}

/** A question together with its key, proved: `checkQuestion` has found no fault in it. */
export interface ProvenQuestion {
  readonly file: QuestionFile;
  readonly key: AnswerKey;
  /** By option, the scenarios in which a wrong prediction would come true. */
  readonly expected: ReadonlyMap<string, Scenario>;
}

/** Gives the figures by name. */
export type Figures = (name: string) => Figure | undefined;

/** A question with all that a run of the engine says of it. Throws as `answerKey` does. */
export function prove(file: QuestionFile, figures: Figures): ProvenQuestion {
  const believed = file.kind === 'predict' ? file.options.filter(({ belief }) => belief !== undefined) : [];
  const expected = new Map(
    believed.map(({ id, belief = {} }) => [id, believedScenario(file.figure?.scenario ?? '', belief, figures)]),
  );
  return { file, key: answerKey(file, figures), expected };
}

/** The scenario of a belief. Throws an Error when there is none of that name. */
export function believedScenario(
  asked: string,
  { scenario: name = asked, settings = {} }: Omit<Belief, 'says'>,
  figures: Figures,
): Scenario {
  const figure = figures(name);
  if (figure === undefined) throw new Error(`there is no scenario "${name}"`);
  return withSettings(figure.scenario, settings);
}

/**
 * The key of a question; what the file says is to be computed is computed by a run of the engine.
 * Throws an Error that says what is wrong when it cannot be: no such scenario, a number question whose measure is none.
 */
export function answerKey(file: QuestionFile, figures: Figures): AnswerKey {
  switch (file.kind) {
    case 'one':
      return { kind: 'one', option: file.key.option };
    case 'several':
      return { kind: 'several', options: file.key.options };
    case 'order':
      return { kind: 'order', items: file.key.items };
    case 'match':
      return { kind: 'match', pairs: file.key.pairs };
    case 'number':
      return numberKey(file.key, figures);
    case 'predict':
      return { kind: 'predict', option: String(computeMeasure(file.key.computed, figures)) };
  }
}

/** What a learner is shown as the right answer. */
export function solutionOf(key: AnswerKey): Response {
  return key.kind === 'number' ? { kind: 'number', value: key.value } : key;
}

export type ComputedKey = Extract<QuestionFile, { kind: 'predict' }>['key']['computed'];

/** Measures the run of the scenario under the key's settings; `untilMs` (from the origin) ends the run early. */
export function computeMeasure(computed: ComputedKey, figures: Figures, untilMs?: number): string | number | null {
  const figure = figures(computed.scenario);
  if (figure === undefined) throw new Error(`there is no scenario "${computed.scenario}"`);
  const scenario = withSettings(figure.scenario, computed.settings ?? {});
  const endMs = untilMs === undefined ? scenario.endMs : Math.min(scenario.endMs, scenario.originMs + untilMs);
  return takeMeasure(run({ ...scenario, endMs }), computed.measure);
}

function numberKey(key: Extract<QuestionFile, { kind: 'number' }>['key'], figures: Figures): NumberKey {
  if ('value' in key) return { kind: 'number', value: key.value, tolerance: key.tolerance };
  const measured = computeMeasure(key.computed, figures);
  if (typeof measured !== 'number') throw new Error(`the measure gives ${JSON.stringify(measured)}, not a number`);
  return { kind: 'number', value: measured / (key.computed.divideBy ?? 1), tolerance: key.tolerance };
}
