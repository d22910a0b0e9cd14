import 'server-only';
import type { Locale } from '@/model/attempt';
import { type OpenKey, openKey, type PublicOpenQuestion, publicOpenQuestion } from '@/model/open-question';
import type { OpenFile } from './open-file';

/** What may be sent of it before it is answered. It reads nothing of the answer, so nothing in it can depend on that. */
export function toPublicOpenQuestion(file: OpenFile, locale: Locale): PublicOpenQuestion {
  const { id, revision, kind, chapter, section, topic, skill, depth } = file;
  return publicOpenQuestion.parse({
    ...{ id, revision, kind, chapter, section, topic, skill, depth },
    prompt: file.prompt[locale],
  });
}

/** The other half. `bank` gives the questions that follow-ups name. */
export function openKeyOf(file: OpenFile, bank: ReadonlyMap<string, OpenFile>, locale: Locale): OpenKey {
  const { id, revision, simulator, chapter, section, sources } = file;
  const follow = (each: OpenFile['deeper']) =>
    'question' in each
      ? { ...each, prompt: bank.get(each.question)?.prompt[locale], answer: null }
      : { id: each.id, question: null, prompt: each.prompt[locale], answer: each.answer[locale] };
  return openKey.parse({
    ...{ id, revision, locale, simulator, chapter, section, sources },
    modelAnswer: file.modelAnswer[locale],
    points: file.points.map((point) => ({
      ...point,
      text: point.text[locale],
      followUp: point.followUp ?? null,
      terms: point.terms[locale],
    })),
    followUps: file.followUps.map(follow),
    deeper: follow(file.deeper),
  });
}

const ESSENTIAL = 2;

/** Share of the rubric, 0 … 1: an essential point weighs twice. Ids that it does not have count nothing. */
export function scoreOf({ points }: OpenFile, met: readonly string[]): number {
  const weigh = (chosen: OpenFile['points']) =>
    chosen.reduce((sum, { essential }) => sum + (essential ? ESSENTIAL : 1), 0);
  return weigh(points.filter(({ id }) => met.includes(id))) / weigh(points);
}
