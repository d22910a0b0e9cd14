import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { PortsTool } from '@/components/tools/ports/ports-tool';
import { PORTS_WORDS } from '@/components/tools/ports/words';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { TitledPage } from '../../titled-page';
import { namespaceOf } from '../../words';

const PATH = '/tools/ports';

type Props = LocaleParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'tools.ports' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** Drawn for each address, so that the form works without script and a link shows at once what it says. */
export default async function PortsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'tools.ports' });
  const { ports } = readWords({ ports: PORTS_WORDS }, await namespaceOf(locale, 'tools'), 'tools');
  return (
    <TitledPage locale={locale} path={PATH} rail className="tool-page" title={t('title')} lead={t('lead')}>
      <PortsTool locale={locale} action={`/${locale}${PATH}`} query={queryOf(await searchParams)} words={ports} />
    </TitledPage>
  );
}

/** Of a name that stands twice the last one holds. */
function queryOf(given: Record<string, string | string[] | undefined>): string {
  const single = Object.entries(given).flatMap(([name, value]) => {
    const last = Array.isArray(value) ? value.at(-1) : value;
    return last === undefined ? [] : [[name, last]];
  });
  return new URLSearchParams(single).toString();
}
