import { getTranslations } from 'next-intl/server';
import { ChapterScore } from '@/components/learning/chapter-score';
import { ChapterTick } from '@/components/learning/chapter-tick';
import type { Locale } from '@/model/attempt';
import type { ListedBook } from './contents';
import { Door } from './door';
import { namespaceOf } from './words';

/** The table of contents: what each chapter is about, how long it takes, and how far this reader has come in it. */
export async function HomeContents({ locale, chapters }: { locale: Locale; chapters: ListedBook }) {
  const t = await getTranslations({ locale, namespace: 'shell.home' });
  const words = await namespaceOf(locale, 'learning');
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <ol className="contents">
        {chapters.map(({ slug, number, href, title, lead, minutes, sections, questions }) => (
          <li key={slug}>
            <a href={href}>
              <ChapterTick chapter={slug} total={sections.length} words={words} />
              <span className="nr">{number}</span>
              <span className="ti">
                {title}
                <small>{lead}</small>
              </span>
              <span className="me mi">{t('minutes', { minutes })}</span>
              <span className="me">
                <ChapterScore
                  chapter={slug}
                  total={questions}
                  before={t('questions', { count: questions })}
                  words={words}
                />
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The rooms of the house that are built. */
export async function Doors({ locale, chapters }: { locale: Locale; chapters: ListedBook }) {
  const t = await getTranslations({ locale, namespace: 'shell.home' });
  const minutes = chapters.reduce((sum, chapter) => sum + chapter.minutes, 0);
  return (
    <nav aria-labelledby="ways">
      <h2 id="ways">{t('ways')}</h2>
      <div className="doors">
        <Door
          href={chapters[0]?.href ?? ''}
          title={t('read')}
          text={t('readText', { chapters: chapters.length, minutes })}
        />
        <Door href={`/${locale}/interview`} title={t('interview')} text={t('interviewText')} />
        <Door href={`/${locale}/tools/ss`} title={t('server')} text={t('serverText')} />
        <Door href={`/${locale}/me`} title={t('me')} text={t('meText')} />
        <Door href={`/${locale}/how-true`} title={t('howTrue')} text={t('howTrueText')} />
      </div>
    </nav>
  );
}
