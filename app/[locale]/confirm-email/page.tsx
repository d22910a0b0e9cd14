import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmIsland } from '@/components/account/confirm-island';
import { CONFIRM_WORDS, FORM_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { TitledPage } from '../titled-page';
import { namespaceOf } from '../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.confirm' });
  return pageMetadata({ locale, path: '/confirm-email', title: t('title'), description: t('description') });
}

export default async function ConfirmEmailPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.confirm' });
  const wanted = { confirm: CONFIRM_WORDS, form: FORM_WORDS };
  const { confirm: own, form } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return (
    <TitledPage locale={locale} path="/confirm-email" className="account" title={t('title')} noScript={form.noScript}>
      <ConfirmIsland locale={locale} words={{ ...own, form }} />
    </TitledPage>
  );
}
