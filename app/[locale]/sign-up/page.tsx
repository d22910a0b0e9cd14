import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignUpIsland } from '@/components/account/sign-up-island';
import { FORM_WORDS, SIGN_UP_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { TitledPage } from '../titled-page';
import { namespaceOf } from '../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.signUp' });
  return pageMetadata({ locale, path: '/sign-up', title: t('title'), description: t('description') });
}

export default async function SignUpPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.signUp' });
  const wanted = { signUp: SIGN_UP_WORDS, form: FORM_WORDS };
  const { signUp: own, form } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return (
    <TitledPage
      locale={locale}
      path="/sign-up"
      className="account"
      title={t('title')}
      lead={t('lead')}
      noScript={form.noScript}
    >
      <SignUpIsland locale={locale} words={{ ...own, form }} />
      <p className="account-privacy">
        <a href={`/${locale}/privacy`}>{t('kept')}</a>
      </p>
    </TitledPage>
  );
}
