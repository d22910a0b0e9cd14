import 'server-only';
import { withSettings } from '@/engine/simulation/settings';
import type { Figures } from './answer-key';
import type { QuestionFault } from './check-question';
import type { OpenFile } from './open-file';

/** Everything that an open question must be beyond its shape. `known` are the ids of all open questions. */
export function checkOpenFile(file: OpenFile, figures: Figures, known: ReadonlySet<string>): QuestionFault[] {
  return [...checkPoints(file), ...checkFollowUps(file, known), ...checkSimulator(file, figures)];
}

function checkPoints({ points, followUps }: OpenFile): QuestionFault[] {
  const ids = points.map(({ id }) => id);
  const asked = new Set(followUps.map(({ id }) => id));
  const faults: QuestionFault[] = points.flatMap(({ id, followUp }, index) => [
    ...(ids.indexOf(id) === index ? [] : [{ at: ['points', index, 'id'], message: `"${id}" stands twice` }]),
    ...(followUp === undefined || asked.has(followUp)
      ? []
      : [{ at: ['points', index, 'followUp'], message: `there is no follow-up "${followUp}"` }]),
  ]);
  if (!points.some(({ essential }) => essential)) faults.push({ at: ['points'], message: 'no point is essential' });
  if (!points.some(({ followUp }) => followUp !== undefined)) {
    faults.push({ at: ['points'], message: 'no point brings a follow-up when it was missed' });
  }
  return faults;
}

function checkFollowUps({ id, followUps, deeper }: OpenFile, known: ReadonlySet<string>): QuestionFault[] {
  const ids = followUps.map((each) => each.id);
  const places = [
    ...followUps.map((each, index) => ({ each, at: ['followUps', index] })),
    { each: deeper, at: ['deeper'] },
  ];
  return places.flatMap(({ each, at }, index) => {
    const faults: QuestionFault[] = [];
    if (ids.indexOf(each.id) < index && ids.includes(each.id))
      faults.push({ at, message: `"${each.id}" stands twice` });
    if (!('question' in each)) return faults;
    if (each.question === id) faults.push({ at, message: 'a question does not follow upon itself' });
    if (!known.has(each.question)) faults.push({ at, message: `there is no open question "${each.question}"` });
    return faults;
  });
}

function checkSimulator({ simulator }: OpenFile, figures: Figures): QuestionFault[] {
  const { scenario: name, settings = {}, atMs } = simulator;
  const figure = figures(name);
  if (!figure) return [{ at: ['simulator', 'scenario'], message: `there is no scenario "${name}"` }];
  const { originMs, endMs } = withSettings(figure.scenario, settings);
  if (originMs + atMs <= endMs) return [];
  return [{ at: ['simulator', 'atMs'], message: `the run of "${name}" is over at ${endMs - originMs} ms` }];
}
