import 'server-only';
import { z } from 'zod';
import type { Locale } from '@/model/attempt';
import type { OpenKey } from '@/model/open-question';
import { partsOf, sayAnswer } from '@/model/say-answer';
import { simulatorHref } from '@/model/simulator-href';
import type { Learner } from '@/server/auth/learner';
import { openBank } from '@/server/content/open-questions';
import { questionBank } from '@/server/content/questions';
import { loadWords } from '@/server/content/words';
import { listAttempts } from '@/server/db/attempts';
import { type ProvenQuestion, solutionOf } from '@/server/grading/answer-key';
import { openKeyOf } from '@/server/grading/open-question';
import { toPublicQuestion } from '@/server/grading/to-public-question';
import { ankiFile, type Card } from './anki-file';
import { type CardLinks, closedCard, openCard } from './card-of';

const words = z.object({
  cards: z.object({
    deck: z.string(),
    simulator: z.string(),
    read: z.string(),
    rubric: z.string(),
    right: z.string(),
  }),
});

/**
 * The questions as a file of cards. Open ones are there for everybody, as their answers are for whoever asks; of the closed
 * ones only those of which this learner has heard the answer. `origin` is the book's address, for the links.
 */
export async function makeCards(learner: Learner | null, locale: Locale, origin: string): Promise<string> {
  const [open, closed, { interview }] = await Promise.all([openBank(), answeredQuestions(learner), loadWords(locale)]);
  const { cards: says } = words.parse(interview);
  const linksOf = (place: Place) => linksIn(origin, locale, place);
  const cards: Card[] = [
    ...[...open.values()].map((file) => {
      const key = openKeyOf(file, open, locale);
      return openCard({ ...file, prompt: file.prompt[locale] }, key, linksOf(file), says);
    }),
    ...closed.map(({ file, key }) => {
      const question = toPublicQuestion(file, locale);
      const told = {
        options: partsOf(question).map(({ text }) => text),
        right: sayAnswer(question, solutionOf(key), locale),
        explanation: file.explanation[locale],
        sources: file.sources,
      };
      return closedCard(question, told, locale, linksOf({ ...file, simulator: file.figure }), says);
    }),
  ];
  return ankiFile(says.deck, cards);
}

/** Closed questions to which this learner has given an answer, as they still are. */
async function answeredQuestions(learner: Learner | null): Promise<ProvenQuestion[]> {
  if (learner === null) return [];
  const [bank, attempts] = await Promise.all([questionBank(), listAttempts(learner.id, null)]);
  const answered = new Set(attempts.map(({ questionId, questionRevision }) => `${questionId} ${questionRevision}`));
  return [...bank.values()].filter(({ file }) => answered.has(`${file.id} ${file.revision}`));
}

interface Place {
  readonly chapter: string;
  readonly section: string;
  readonly simulator?: OpenKey['simulator'] | undefined;
}

function linksIn(origin: string, locale: Locale, { chapter, section, simulator }: Place): CardLinks {
  return {
    read: `${origin}/${locale}/chapters/${chapter}#${section}`,
    simulator: simulator === undefined ? null : `${origin}${simulatorHref(locale, simulator)}`,
  };
}
