import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LearningRoot } from '@/components/learning/learning-root';
import { ChapterList } from '@/components/shell/chapter-list';
import { Drawer } from '@/components/shell/drawer';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { NavLinks, TopBar } from '@/components/shell/top-bar';
import { LANGUAGE_TAG, otherLocale } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { PREVIEW_SIZE } from '../preview/preview-size';
import { absolute } from '../site-url';
import { partsOf } from './contents';
import { namespaceOf } from './words';

interface Props {
  locale: Locale;
  /** Below the locale, with its slash: "" or "/glossary". The language link leads to the same path. */
  path: string;
  /** The slug, on a chapter's page: what is read and tried there is remembered. */
  chapter?: string;
  /** With the chapters in a rail on the left. */
  rail?: boolean;
  /** The page's `<main id="main">` comes in here. */
  children: ReactNode;
}

/** What stands around every page: the bar on top, the rail, and the drawer that holds both on a narrow screen. */
export async function PageShell({ locale, path, chapter, rail = false, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'shell' });
  const parts = await partsOf(locale, path);
  const learningWords = await namespaceOf(locale, 'learning');
  const home = `/${locale}`;
  const other = otherLocale(locale);
  const me = { href: `${home}/me`, label: t('top.me'), current: path === '/me' };
  const links = [
    { href: `${home}#contents`, label: t('top.chapters'), current: path.startsWith('/chapters/') },
    { href: `${home}/glossary`, label: t('top.glossary'), current: path === '/glossary' },
  ];
  const themeWords = {
    label: t('theme.label'),
    system: t('theme.system'),
    light: t('theme.light'),
    dark: t('theme.dark'),
  };
  const preview = `/${locale}${path.startsWith('/chapters/') ? path : ''}/preview.png`;
  const footer = (
    <footer className="foot">
      <p>{t('footer.sources')}</p>
      <a href={`${home}/privacy`}>{t('footer.privacy')}</a>
    </footer>
  );
  return (
    <>
      <meta property="og:image" content={absolute(preview)} />
      <meta property="og:image:width" content={`${PREVIEW_SIZE.width}`} />
      <meta property="og:image:height" content={`${PREVIEW_SIZE.height}`} />
      <TopBar
        home={home}
        label={t('top.main')}
        links={links}
        menu={
          <Drawer open={t('top.menu')} close={t('top.closeMenu')}>
            <nav aria-label={t('top.main')}>
              <NavLinks links={[...links.slice(1), me]} />
            </nav>
            <nav aria-label={t('rail.label')}>
              <ChapterList parts={parts} />
            </nav>
          </Drawer>
        }
        tools={
          <>
            <span className="only-wide">
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
      {rail ? (
        <div className="book">
          <nav className="rail-l" aria-label={t('rail.label')}>
            <ChapterList parts={parts} />
          </nav>
          <div>
            {children}
            {footer}
          </div>
        </div>
      ) : (
        <>
          {children}
          {footer}
        </>
      )}
      <LearningRoot locale={locale} chapter={chapter} words={learningWords} />
    </>
  );
}
