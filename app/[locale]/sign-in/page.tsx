import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInIsland } from '@/components/account/sign-in-island';
import { FORM_WORDS, SIGN_IN_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { TitledPage } from '../titled-page';
import { namespaceOf } from '../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.signIn' });
  return pageMetadata({ locale, path: '/sign-in', title: t('title'), description: t('description') });
}

export default async function SignInPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.signIn' });
  const wanted = { signIn: SIGN_IN_WORDS, form: FORM_WORDS };
  const { signIn: own, form } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return (
    <TitledPage
      locale={locale}
      path="/sign-in"
      className="account"
      title={t('title')}
      lead={t('lead')}
      noScript={form.noScript}
    >
      <SignInIsland locale={locale} words={{ ...own, form }} />
    </TitledPage>
  );
}
