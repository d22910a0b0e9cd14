import type { OpenFile } from '@/server/grading/open-file';
import { other } from './alter-question';

/** The same open question to a reader who has not answered it, with another answer, rubric and what follows it. */
export function alterOpenQuestion(file: OpenFile): OpenFile {
  const reworded = (each: OpenFile['deeper']): OpenFile['deeper'] =>
    'question' in each
      ? { id: each.id, prompt: other(file.prompt), answer: other(file.prompt) }
      : { ...each, prompt: other(each.prompt), answer: other(each.answer) };
  return {
    ...file,
    sources: ['RFC 9293'],
    modelAnswer: other(file.modelAnswer),
    points: file.points
      .map((point, index) => ({
        ...point,
        text: other(point.text),
        // A rubric of nothing essential is refused.
        essential: index === 0 || !point.essential,
        terms: { en: ['x'], zh: ['x'] },
      }))
      .toReversed(),
    followUps: file.followUps.map(reworded),
    deeper: reworded(file.deeper),
    simulator: { scenario: file.simulator.scenario, atMs: 1 },
  };
}
