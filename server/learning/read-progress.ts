import 'server-only';
import { type Progress, progress } from '@/model/attempt';
import type { Learner } from '@/server/auth/learner';
import { type ChapterPlaces, loadPlaces } from '@/server/content/places';
import { type QuestionBank, questionBank } from '@/server/content/questions';
import { listOutcomes, type Outcome } from '@/server/db/attempts';
import { listOpenOutcomes, type OpenOutcome } from '@/server/db/open-answers';
import { listReadings, type Reading } from '@/server/db/readings';
import { listSimulations, type Simulation } from '@/server/db/simulations';
import { isItemId } from '@/server/generating/generate';
import type { QuestionFile } from '@/server/grading/question-file';

interface Activity {
  readonly readings: readonly Reading[];
  readonly simulations: readonly Simulation[];
  readonly outcomes: readonly Outcome[];
}

/** What a learner has done of what the book now has. Chapters in which nothing was done are left out. */
export async function readProgress(learner: Learner | null): Promise<Progress> {
  if (learner === null) return { chapters: [], last: null };
  const [places, bank, readings, simulations, outcomes, openOutcomes] = await Promise.all([
    loadPlaces(),
    questionBank(),
    listReadings(learner.id),
    listSimulations(learner.id),
    listOutcomes(learner.id),
    listOpenOutcomes(learner.id),
  ]);
  const activity = { readings, simulations, outcomes };
  const chapters = places.chapters
    .map((place) => chapterProgress(place, bank, activity))
    .filter(({ sections, simulators, questions }) => sections.length + simulators.length + questions.length > 0);
  const interview = questionProgress(
    outcomes.filter(({ questionId }) => bank.get(questionId)?.file.asked === 'interview'),
  );
  const open = openProgress(openOutcomes);
  const drilled = outcomes.filter(({ questionId }) => isItemId(questionId)).length;
  return progress.parse({
    chapters,
    ...(interview.length > 0 && { interview }),
    ...(open.length > 0 && { open }),
    ...(drilled > 0 && { drilled }),
    last: lastPlace(activity, bank),
  });
}

function chapterProgress(place: ChapterPlaces, bank: QuestionBank, { readings, simulations, outcomes }: Activity) {
  const { chapter } = place;
  const read = new Set(readings.filter((each) => each.chapter === chapter).map(({ section }) => section));
  // A simulator that stands in two places was tried in both.
  const tried = new Set(simulations.map(({ scenario }) => scenario));
  return {
    chapter,
    sections: place.sections.filter((section) => read.has(section)),
    simulators: place.scenarios.filter((scenario) => tried.has(scenario)),
    questions: questionProgress(outcomes.filter(({ questionId }) => isAskedIn(chapter, bank.get(questionId)?.file))),
  };
}

function isAskedIn(chapter: string, file: QuestionFile | undefined): boolean {
  return file?.asked === 'chapter' && file.chapter === chapter;
}

/** The newest answer to each open question, and how many there were. */
function openProgress(outcomes: readonly OpenOutcome[]) {
  const byQuestion = new Map<string, { id: string; answers: number; score: number | null; at: string }>();
  for (const { questionId: id, score, answeredAt } of outcomes) {
    byQuestion.set(id, { id, answers: (byQuestion.get(id)?.answers ?? 0) + 1, score, at: answeredAt.toISOString() });
  }
  return [...byQuestion.values()];
}

function questionProgress(outcomes: readonly Outcome[]) {
  const byQuestion = new Map<string, boolean[]>();
  for (const { questionId, correct } of outcomes) {
    byQuestion.set(questionId, [...(byQuestion.get(questionId) ?? []), correct]);
  }
  return [...byQuestion].map(([id, rights]) => ({
    id,
    first: rights[0],
    last: rights.at(-1),
    attempts: rights.length,
  }));
}

/** Where the newest thing was done that has a place in the book. */
function lastPlace({ readings, simulations, outcomes }: Activity, bank: QuestionBank): Progress['last'] {
  const places = [
    ...readings.map(({ chapter, section, readAt }) => ({ chapter, section, at: readAt })),
    ...simulations.flatMap(({ chapter, triedAt }) => (chapter ? [{ chapter, section: null, at: triedAt }] : [])),
    ...outcomes.flatMap(({ questionId, answeredAt }) => {
      const file = bank.get(questionId)?.file;
      return file?.asked === 'chapter' ? [{ chapter: file.chapter, section: file.section, at: answeredAt }] : [];
    }),
  ];
  const newest = places.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  return newest ? { ...newest, at: newest.at.toISOString() } : null;
}
