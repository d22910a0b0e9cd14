import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { CaptureTool } from '@/components/imports/capture/capture-tool';
import { CAPTURE_EXAMPLES } from '@/components/imports/capture/examples';
import { CAPTURE_WORDS } from '@/components/imports/capture/words';
import { loadFigureWords } from '@/server/content/figure-words';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { TitledPage } from '../../titled-page';
import { namespaceOf } from '../../words';

const PATH = '/lab/capture';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'imports.capture' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same for everybody: a capture is read in the browser and never comes here. */
export default async function CapturePage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'imports.capture' });
  const [words, { simulator }] = await Promise.all([namespaceOf(locale, 'imports'), loadFigureWords(locale)]);
  const { capture } = readWords({ capture: CAPTURE_WORDS }, words, 'imports');
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
      <CaptureTool
        locale={locale}
        examples={CAPTURE_EXAMPLES.map(({ name, file }) => ({ name, file, href: `/samples/captures/${file}` }))}
        words={capture}
        simulatorWords={{ simulator, rules: {}, figures: {} }}
      />
    </TitledPage>
  );
}
