import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadFigureWords } from '@/server/content/figure-words';
import { interviewQuestions } from '@/server/content/questions';
import { HeldFigure } from '../../../../figure';
import { localeOf } from '../../../../locale-params';

interface Props {
  params: Promise<{ locale: string; question: string }>;
}

/** No page to read: the review fetches the picture of a question from it, when the question's turn comes. */
export const metadata: Metadata = { robots: { index: false } };

export async function generateStaticParams() {
  return (await withFigure('en')).map(({ id }) => ({ question: id }));
}

export default async function Page({ params }: Props) {
  const { question, ...rest } = await params;
  const locale = await localeOf(Promise.resolve(rest));
  const [asked, words] = await Promise.all([withFigure(locale), loadFigureWords(locale)]);
  const found = asked.find(({ id }) => id === question);
  return found ? <HeldFigure {...found.figure} locale={locale} words={words} /> : notFound();
}

async function withFigure(locale: 'en' | 'zh') {
  return (await interviewQuestions(locale)).flatMap((each) =>
    'figure' in each && each.figure ? [{ id: each.id, figure: each.figure }] : [],
  );
}
