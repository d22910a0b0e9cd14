import 'server-only';
import { run } from '@/engine/simulation/run';
import { takeMeasure } from '@/engine/simulation/take-measure';
import { type AnswerKey, believedScenario, type Figures } from './answer-key';
import type { QuestionFile } from './question-file';

type Predict = Extract<QuestionFile, { kind: 'predict' }>;
type Option = Predict['options'][number];

/** The run that a wrong prediction stands for must really come out so, or the reader would be shown something else than they said. */
export function checkBeliefs(file: QuestionFile, key: AnswerKey, figures: Figures) {
  if (file.kind !== 'predict' || key.kind !== 'predict') return [];
  return file.options.flatMap((option, index) =>
    faultsOf(option, file, key.option, figures).map((message) => ({ at: ['options', index, 'belief'], message })),
  );
}

function faultsOf({ id, belief }: Option, { figure, key }: Predict, right: string, figures: Figures): string[] {
  if (belief === undefined) return [];
  if (id === right) return [`"${id}" is right: what happens is no other run`];
  try {
    const scenario = believedScenario(figure.scenario, belief, figures);
    const comes = String(takeMeasure(run(scenario), key.computed.measure));
    return comes === id ? [] : [`in this run the engine answers "${comes}", not "${id}"`];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
