import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { SCRIPT_EXAMPLES, SCRIPT_FILES } from '@/components/imports/packetdrill/examples';
import { PacketdrillTool } from '@/components/imports/packetdrill/packetdrill-tool';
import { PACKETDRILL_WORDS } from '@/components/imports/packetdrill/words';
import { loadFigureWords } from '@/server/content/figure-words';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { TitledPage } from '../../titled-page';
import { namespaceOf } from '../../words';

const PATH = '/lab/packetdrill';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'imports.packetdrill' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same for everybody: a script is played in the browser and never comes here. */
export default async function PacketdrillPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'imports.packetdrill' });
  const [words, { simulator, rules }] = await Promise.all([namespaceOf(locale, 'imports'), loadFigureWords(locale)]);
  const { packetdrill } = readWords({ packetdrill: PACKETDRILL_WORDS }, words, 'imports');
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
      <PacketdrillTool
        locale={locale}
        examples={SCRIPT_EXAMPLES.map(({ name, file }) => ({ name, href: `/samples/packetdrill/${file}` }))}
        beside={SCRIPT_FILES.map((name) => ({ name, href: `/samples/packetdrill/${name}` }))}
        words={packetdrill}
        simulatorWords={{ simulator, rules, figures: {} }}
      />
      <p className="import-more">{t('more')}</p>
    </TitledPage>
  );
}
