import { getTranslations } from 'next-intl/server';
import { AccountLink } from '@/components/account/account-link';
import { ChapterList, type ListedPart } from '@/components/shell/chapter-list';
import { Drawer } from '@/components/shell/drawer';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { NavLinks, TopBar } from '@/components/shell/top-bar';
import { LANGUAGE_TAG, otherLocale } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';

interface Props {
  locale: Locale;
  path: string;
  parts: readonly ListedPart[];
}

/** The bar on top: where to go, own progress, theme, language. On a narrow screen most of it is in the drawer. */
export async function SiteBar({ locale, path, parts }: Props) {
  const t = await getTranslations({ locale, namespace: 'shell' });
  const account = await getTranslations({ locale, namespace: 'account.bar' });
  const home = `/${locale}`;
  const other = otherLocale(locale);
  const chapters = { href: `${home}#contents`, label: t('top.chapters'), current: path.startsWith('/chapters/') };
  const interview = { href: `${home}/interview`, label: t('top.interview'), current: path.startsWith('/interview') };
  const glossary = { href: `${home}/glossary`, label: t('top.glossary'), current: path === '/glossary' };
  const lab = { href: `${home}/lab`, label: t('top.lab'), current: path === '/lab' };
  const me = { href: `${home}/me`, label: t('top.me'), current: path === '/me' };
  const accountLink = (
    <AccountLink
      signInHref={`${home}/sign-in`}
      accountHref={`${home}/me/account`}
      signIn={account('signIn')}
      signedInAs={account('signedInAs')}
    />
  );
  const themeWords = {
    label: t('theme.label'),
    system: t('theme.system'),
    light: t('theme.light'),
    dark: t('theme.dark'),
  };
  return (
    <TopBar
      home={home}
      label={t('top.main')}
      links={[chapters, lab, interview, glossary]}
      menu={
        <Drawer open={t('top.menu')} close={t('top.closeMenu')}>
          <nav aria-label={t('top.main')}>
            <NavLinks links={[lab, interview, glossary, me]} />
            {accountLink}
          </nav>
          <nav aria-label={t('rail.label')}>
            <ChapterList parts={parts} />
          </nav>
        </Drawer>
      }
      tools={
        <>
          <span className="only-wide">
            {accountLink}
            <NavLinks links={[me]} />
          </span>
          <ThemeSwitch words={themeWords} />
          <a
            className="language"
            href={`/${other}${path}`}
            hrefLang={LANGUAGE_TAG[other]}
            lang={LANGUAGE_TAG[other]}
            data-locale={other}
          >
            {t('top.toOtherLanguage')}
          </a>
        </>
      }
    />
  );
}
