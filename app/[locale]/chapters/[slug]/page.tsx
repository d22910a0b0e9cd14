import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SectionList } from '@/components/shell/section-list';
import type { Locale } from '@/model/attempt';
import { loadBook } from '@/server/content/book';
import { loadChapter } from '@/server/content/chapter';
import { publicQuestions } from '@/server/content/questions';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';
import { Neighbours } from './neighbours';
import { chapterTags } from './tags';

export const dynamicParams = false;

export async function generateStaticParams() {
  const { chapters } = await loadBook();
  return chapters.map((slug) => ({ slug }));
}

interface Props extends LocaleParams {
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await chapterParams(params);
  const { title, description } = await loadChapter(locale, slug);
  return pageMetadata({ locale, path: `/chapters/${slug}`, title, description });
}

export default async function ChapterPage({ params }: Props) {
  const { locale, slug, number } = await chapterParams(params);
  const t = await getTranslations({ locale, namespace: 'shell.chapter' });
  const { title, lead, minutes, sections, Content } = await loadChapter(locale, slug);
  const [tags, questions] = await Promise.all([chapterTags(locale, slug), publicQuestions(locale, slug)]);
  return (
    <PageShell locale={locale} path={`/chapters/${slug}`} chapter={slug} rail>
      <main className="page" id="main" tabIndex={-1}>
        <article className="frame">
          <header className="title">
            <p className="kicker">{t('kicker', { number, minutes, questions: questions.length })}</p>
            <h1>{title}</h1>
            <p className="lead">{lead}</p>
          </header>
          <SectionList title={t('inThisChapter')} sections={sections.map(({ id, title }) => ({ id, title }))} />
          <Content components={tags} />
          <Neighbours locale={locale} slug={slug} />
        </article>
      </main>
    </PageShell>
  );
}

async function chapterParams(params: Props['params']): Promise<{ locale: Locale; slug: string; number: number }> {
  const [locale, { slug }, { chapters }] = await Promise.all([localeOf(params), params, loadBook()]);
  const number = chapters.indexOf(slug) + 1;
  return number === 0 ? notFound() : { locale, slug, number };
}
