import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { BankList } from '@/components/interview/bank/bank-list';
import { LIST_WORDS } from '@/components/interview/bank/words';
import { interviewQuestions } from '@/server/content/questions';
import { loadTopics } from '@/server/content/topics';
import { Door } from '../door';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';
import { namespaceOf } from '../words';

/** What can be done here, by the name of its words. */
const DOORS = [
  { name: 'mock', path: '/interview/mock' },
  { name: 'drill', path: '/interview/drill' },
  { name: 'review', path: '/interview/review' },
  { name: 'sheet', path: '/interview/cheat-sheet' },
  { name: 'cards', path: '/interview#cards' },
] as const;

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'interview.hub' });
  return pageMetadata({ locale, path: '/interview', title: t('title'), description: t('description') });
}

/** The ways to prepare, and all questions. */
export default async function InterviewPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'interview.hub' });
  const [questions, topics, words] = await Promise.all([
    interviewQuestions(locale),
    loadTopics(locale),
    namespaceOf(locale, 'interview'),
  ]);
  const { list } = readWords({ list: LIST_WORDS }, words, 'interview');
  const open = questions.filter(({ kind }) => kind === 'open').length;
  return (
    <PageShell locale={locale} path="/interview">
      <main className="page interview" id="main" tabIndex={-1}>
        <header className="title">
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
        </header>
        <nav aria-labelledby="ways">
          <h2 className="vh" id="ways">
            {t('ways')}
          </h2>
          <div className="doors">
            {DOORS.map(({ name, path }) => (
              <Door key={name} href={`/${locale}${path}`} title={t(name)} text={t(`${name}Text`)} />
            ))}
          </div>
        </nav>
        <section className="bank" aria-labelledby="bank">
          <h2 id="bank">{t('bank')}</h2>
          <p className="sub">{t('bankText', { count: questions.length, open })}</p>
          <BankList
            questions={questions.map(({ id, kind, topic, depth, prompt }) => ({ id, kind, topic, depth, prompt }))}
            topics={topics.map(({ id, name }) => ({ id, name }))}
            locale={locale}
            words={list}
          />
        </section>
        <section className="cards" aria-labelledby="cards">
          <h2 id="cards">{t('cards')}</h2>
          <p className="sub">{t('cardsNote')}</p>
          <a className="btn" href={`/api/cards?locale=${locale}`} download>
            {t('cardsFile')}
          </a>
        </section>
      </main>
    </PageShell>
  );
}
