import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { MockIsland } from '@/components/interview/mock/mock-island';
import { MOCK_WORDS } from '@/components/interview/mock/words';
import { OPEN_WORDS } from '@/components/quiz/open/words';
import { QUIZ_WORDS } from '@/components/quiz/words';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';
import { namespaceOf } from '../../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'interview.mock' });
  return pageMetadata({ locale, path: '/interview/mock', title: t('title'), description: t('description') });
}

/** A mock interview. The page is the same for everybody; what is asked is fetched when it begins. */
export default async function MockPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const [t, interview, quiz] = await Promise.all([
    getTranslations({ locale, namespace: 'interview.mock' }),
    namespaceOf(locale, 'interview'),
    namespaceOf(locale, 'quiz'),
  ]);
  const { mock, open } = readWords({ mock: MOCK_WORDS, open: OPEN_WORDS }, interview, 'interview');
  const gap = { sentenceGap: sentenceGap(locale) };
  return (
    <PageShell locale={locale} path="/interview/mock">
      <main className="page interview" id="main" tabIndex={-1}>
        <MockIsland
          locale={locale}
          words={mock}
          openWords={{ ...open, ...gap }}
          quizWords={{ ...readWords(QUIZ_WORDS, quiz, 'quiz'), ...gap }}
        />
        <noscript>
          <p className="empty">{t('noScript')}</p>
        </noscript>
      </main>
    </PageShell>
  );
}
