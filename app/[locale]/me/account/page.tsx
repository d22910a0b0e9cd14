import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnAccountIsland } from '@/components/account/own-account-island';
import { CARD_WORDS, FORM_WORDS, LEAVE_WORDS, OWN_WORDS } from '@/components/account/words';
import { readWords } from '@/components/client/read-words';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';
import { namespaceOf } from '../../words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.own' });
  return pageMetadata({ locale, path: '/me/account', title: t('title'), description: t('description') });
}

export default async function AccountPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'account.own' });
  const wanted = { own: OWN_WORDS, form: FORM_WORDS, leave: LEAVE_WORDS, card: CARD_WORDS };
  const { own, form, leave, card } = readWords(wanted, await namespaceOf(locale, 'account'), 'account');
  return (
    <PageShell locale={locale} path="/me/account">
      <main className="page" id="main" tabIndex={-1}>
        <div className="account">
          <header className="title">
            <p className="account-back">
              <a href={`/${locale}/me`}>{t('back')}</a>
            </p>
            <h1>{t('title')}</h1>
          </header>
          <noscript>
            <p className="empty">{form.noScript}</p>
          </noscript>
          <OwnAccountIsland locale={locale} words={{ ...own, form, leave, card }} />
        </div>
      </main>
    </PageShell>
  );
}
