import { notFound } from 'next/navigation';
import { PredictedFigure } from '@/components/predict/predicted-figure';
import { SimulatorFigure } from '@/components/simulator/simulator-figure';
import type { Locale } from '@/model/attempt';
import { type FigureWords, loadFigureWords } from '@/server/content/figure-words';
import { loadFigure } from '@/server/content/figures';
import { predictionOf } from '@/server/content/questions';
import { chaptersOf } from './contents';
import { localeOf } from './locale-params';
import { namespaceOf } from './words';

interface Props {
  /** Name of the scenario. */
  name: string;
  /** As printed: "4.1". */
  number: string;
  locale: Locale;
  /** One object for all figures of a page, so that its words are sent once. */
  words: FigureWords;
  /** Null outside a chapter. */
  chapter: string | null;
  variant?: 'full' | 'home';
  /** What stands behind the '#' of the page's address is about this figure. */
  opensAddress?: boolean;
}

/** A figure that can be played. */
export async function Figure({ name, ...rest }: Props) {
  return <SimulatorFigure name={name} figure={await loadFigure(name)} {...rest} />;
}

interface PredictedProps extends Omit<Props, 'variant' | 'opensAddress' | 'chapter'> {
  chapter: string;
  /** The question that it stops to ask. */
  predict: string;
}

/** A figure that stops until its reader has said what comes next. */
export async function Predicted({ predict, ...rest }: PredictedProps) {
  const { name, locale, chapter } = rest;
  const [figure, question, quizWords, predictWords] = await Promise.all([
    loadFigure(name),
    predictionOf(locale, chapter, predict),
    namespaceOf(locale, 'quiz'),
    namespaceOf(locale, 'predict'),
  ]);
  return <PredictedFigure {...{ figure, question, quizWords, predictWords }} {...rest} />;
}

interface HeldProps {
  scenario: string;
  atMs: number;
  locale: Locale;
  words: FigureWords;
}

/** The picture of a question: it ends at the moment that the question asks about. */
export async function HeldFigure({ scenario, atMs, locale, words }: HeldProps) {
  const [figure, number] = await Promise.all([loadFigure(scenario), figureNumber(locale, scenario)]);
  return (
    <SimulatorFigure
      variant="held"
      name={scenario}
      untilMs={atMs}
      chapter={null}
      {...{ number, figure, locale, words }}
    />
  );
}

/** The number that a figure has in its chapter, for where it stands outside of it. */
export async function figureNumber(locale: Locale, scenario: string): Promise<string> {
  const found = (await figurePlaces(locale)).find((place) => place.scenario === scenario);
  if (found === undefined) throw new Error(`"${scenario}" is shown outside the chapters, but is a figure of none`);
  return found.number;
}

export interface FigurePlace {
  readonly scenario: string;
  readonly number: string;
  readonly chapter: { readonly number: number; readonly title: string; readonly href: string };
}

/** Every figure of the book once, with the chapter in which it first stands. */
export async function figurePlaces(locale: Locale): Promise<FigurePlace[]> {
  const places = (await chaptersOf(locale)).flatMap((chapter) =>
    chapter.figures.map(({ scenario, number }) => ({ scenario, number, chapter })),
  );
  return places.filter(({ scenario }, index) => places.findIndex((other) => other.scenario === scenario) === index);
}

/** Gives the titles of figures by their scenario. */
export async function figureTitles(locale: Locale): Promise<(scenario: string) => string> {
  const { figures } = await loadFigureWords(locale);
  return (scenario) => figures[scenario]?.title ?? scenario;
}

/** Parameters of a page that shows one figure. */
export interface FigurePageProps {
  params: Promise<{ locale: string; scenario: string }>;
}

/** Which figure such a page shows, with its title; a scenario that is no figure of the book is not found. */
export async function figureOf(
  params: FigurePageProps['params'],
): Promise<FigurePlace & { locale: Locale; title: string }> {
  const [locale, { scenario }] = await Promise.all([localeOf(params), params]);
  const [places, titleOf] = await Promise.all([figurePlaces(locale), figureTitles(locale)]);
  const place = places.find((each) => each.scenario === scenario);
  return place ? { ...place, locale, title: titleOf(scenario) } : notFound();
}

/** Next's `generateStaticParams` of such a page. */
export async function figureParams(): Promise<{ scenario: string }[]> {
  return (await figurePlaces('en')).map(({ scenario }) => ({ scenario }));
}
