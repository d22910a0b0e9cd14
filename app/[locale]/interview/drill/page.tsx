import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { Drill } from '@/components/drill/drill';
import { DRILL_WORDS } from '@/components/drill/words';
import { QUIZ_WORDS } from '@/components/quiz/words';
import { loadFigureWords } from '@/server/content/figure-words';
import { loadTopics } from '@/server/content/topics';
import { listKinds } from '@/server/learning/list-kinds';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { TitledPage } from '../../titled-page';
import { namespaceOf } from '../../words';

const PATH = '/interview/drill';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'drill' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same for everybody: which questions are drawn is asked by API. */
export default async function DrillPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'drill' });
  const [drill, quiz, { simulator, rules }, topics] = await Promise.all([
    namespaceOf(locale, 'drill'),
    namespaceOf(locale, 'quiz'),
    loadFigureWords(locale),
    loadTopics(locale),
  ]);
  const gap = { sentenceGap: sentenceGap(locale) };
  const kinds = listKinds(locale);
  const figures = { generated: { title: t('run.title'), description: t('run.description') } };
  return (
    <TitledPage
      locale={locale}
      path={PATH}
      rail
      className="tool-page drill-page"
      title={t('title')}
      lead={t('lead', { kinds: kinds.length })}
      noScript={t('noScript')}
    >
      <Drill
        kinds={kinds}
        topics={topics.map(({ id, name }) => ({ id, name }))}
        locale={locale}
        words={{ ...readWords(DRILL_WORDS, drill, 'drill'), ...gap }}
        quizWords={{ ...readWords(QUIZ_WORDS, quiz, 'quiz'), ...gap }}
        simulatorWords={{ simulator, rules, figures }}
      />
    </TitledPage>
  );
}
