import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetIsland } from '@/components/account/reset-island';
import { FORM_WORDS, RESET_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { TitledPage } from '../titled-page';
import { namespaceOf } from '../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.reset' });
  return pageMetadata({ locale, path: '/reset-password', title: t('title'), description: t('description') });
}

export default async function ResetPasswordPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.reset' });
  const wanted = { reset: RESET_WORDS, form: FORM_WORDS };
  const { reset: own, form } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return (
    <TitledPage locale={locale} path="/reset-password" className="account" title={t('title')} noScript={form.noScript}>
      <ResetIsland locale={locale} words={{ ...own, form }} />
    </TitledPage>
  );
}
