import { LOCALES } from '@/i18n/locale';
import { interviewQuestions } from '@/server/content/questions';
import { loadTopics } from '@/server/content/topics';
import { chaptersOf } from '../../contents';
import { figurePlaces, figureTitles } from '../../figure';
import { type LocaleParams, localeOf } from '../../locale-params';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

/** What a mock interview asks from: the public halves of all questions, and where things are told. Made with the book. */
export async function GET(_: Request, { params }: LocaleParams): Promise<Response> {
  const locale = await localeOf(params);
  const [questions, topics, chapters, places, titles] = await Promise.all([
    interviewQuestions(locale),
    loadTopics(locale),
    chaptersOf(locale),
    figurePlaces(locale),
    figureTitles(locale),
  ]);
  return Response.json({
    questions,
    topics: Object.fromEntries(topics.map(({ id, name }) => [id, name])),
    chapters: Object.fromEntries(
      chapters.map(({ slug, number, title, sections }) => [
        slug,
        { number, title, sections: Object.fromEntries(sections.map((section) => [section.id, section.title])) },
      ]),
    ),
    figures: Object.fromEntries(places.map(({ scenario }) => [scenario, titles(scenario)])),
    figuresOf: Object.fromEntries(chapters.map(({ slug, figures }) => [slug, figures.map(({ scenario }) => scenario)])),
  });
}
