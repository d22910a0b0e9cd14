import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { EXAMPLES } from '@/components/tools/ss/examples';
import { RuleTable } from '@/components/tools/ss/rule-table';
import { SsTool } from '@/components/tools/ss/ss-tool';
import { SS_WORDS } from '@/components/tools/ss/words';
import { RULES } from '@/diagnosis/rules';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { TitledPage } from '../../titled-page';
import { namespaceOf } from '../../words';

const PATH = '/tools/ss';
const RULE_WORDS = Object.fromEntries(RULES.map(({ id }) => [id, { title: '', text: '' }]));

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'tools.ss' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same for everybody: what is pasted is read in the browser and never comes here. */
export default async function SsPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'tools.ss' });
  const { ss } = readWords({ ss: { ...SS_WORDS, rules: RULE_WORDS } }, await namespaceOf(locale, 'tools'), 'tools');
  const words = { ...ss, sentenceGap: sentenceGap(locale) };
  return (
    <TitledPage
      locale={locale}
      path={PATH}
      rail
      className="tool-page"
      title={t('title')}
      lead={t('lead')}
      noScript={t('noScript')}
    >
      <SsTool
        locale={locale}
        portsHref={`/${locale}/tools/ports`}
        examples={EXAMPLES.map(({ name, file }) => ({ name, href: `/tools/examples/${file}` }))}
        words={words}
      />
      <RuleTable title={t('rulesTitle')} words={words} />
    </TitledPage>
  );
}
