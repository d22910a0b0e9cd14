import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountCard } from '@/components/account/account-card';
import { CARD_WORDS, LEAVE_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { OwnPage } from '@/components/learning/own-page';
import type { Locale } from '@/model/attempt';
import { loadPlaces } from '@/server/content/places';
import { interviewQuestions, publicQuestions } from '@/server/content/questions';
import { loadTopics } from '@/server/content/topics';
import { chaptersOf } from '../contents';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';
import { namespaceOf } from '../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'learning.me' });
  return pageMetadata({ locale, path: '/me', title: t('title'), description: t('description') });
}

/** The same static page for everyone; who reads it, and what is theirs, is asked in the browser. */
export default async function MePage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'learning.me' });
  return (
    <PageShell locale={locale} path="/me">
      <main className="page" id="main" tabIndex={-1}>
        <div className="own">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          <AccountCard locale={locale} words={await cardWords(locale)} />
          <OwnPage
            locale={locale}
            chapters={await ownChapters(locale)}
            skills={await ownSkills(locale)}
            words={await namespaceOf(locale, 'learning')}
          />
        </div>
      </main>
    </PageShell>
  );
}

async function cardWords(locale: Locale) {
  const wanted = { card: CARD_WORDS, leave: LEAVE_WORDS };
  const { card, leave } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return { ...card, leave };
}

async function ownChapters(locale: Locale) {
  const [chapters, places] = await Promise.all([chaptersOf(locale), loadPlaces()]);
  return Promise.all(
    chapters.map(async ({ slug, number, title, href, sections }) => ({
      slug,
      number,
      title,
      href,
      sections: sections.map(({ id, title: name }) => ({ id, title: name })),
      simulators: places.chapters.find(({ chapter }) => chapter === slug)?.scenarios ?? [],
      questions: (await publicQuestions(locale, slug)).map(({ id, prompt }) => ({ id, prompt })),
    })),
  );
}

/** Every skill of which the book asks something, topic by topic. */
async function ownSkills(locale: Locale) {
  const [topics, questions] = await Promise.all([loadTopics(locale), interviewQuestions(locale)]);
  const skills = topics.flatMap(({ name: topic, skills: own }) =>
    own.map(({ id, name }) => ({
      id,
      name,
      topic,
      questions: questions
        .filter(({ skill }) => skill === id)
        .map((question) => ({
          id: question.id,
          href: `/${locale}/chapters/${question.chapter}#${question.section}`,
        })),
    })),
  );
  return skills.filter(({ questions: asked }) => asked.length > 0);
}
