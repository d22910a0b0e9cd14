import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LearningRoot } from '@/components/learning/learning-root';
import { ChapterList } from '@/components/shell/chapter-list';
import type { Locale } from '@/model/attempt';
import { PREVIEW_SIZE } from '../preview/preview-size';
import { absolute } from '../site-url';
import { partsOf } from './contents';
import { SiteBar } from './site-bar';
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

/** What stands around every page: the bar on top, the rail, the foot, and what remembers the reader's progress. */
export async function PageShell({ locale, path, chapter, rail = false, children }: Props) {
  const [t, parts, learning] = await Promise.all([
    getTranslations({ locale, namespace: 'shell' }),
    partsOf(locale, path),
    namespaceOf(locale, 'learning'),
  ]);
  const page = (
    <>
      {children}
      <footer className="foot">
        <p>{t('footer.sources')}</p>
        <nav aria-label={t('footer.more')}>
          <a href={`/${locale}/how-true`}>{t('footer.howTrue')}</a>
          <a href={`/${locale}/interview/drill`}>{t('footer.drill')}</a>
          <a href={`/${locale}/tools/ss`}>{t('footer.ss')}</a>
          <a href={`/${locale}/tools/ports`}>{t('footer.ports')}</a>
          <a href={`/${locale}/privacy`}>{t('footer.privacy')}</a>
        </nav>
      </footer>
    </>
  );
  return (
    <>
      <PreviewImage path={`/${locale}${path.startsWith('/chapters/') ? path : ''}/preview.png`} />
      <SiteBar locale={locale} path={path} parts={parts} />
      {rail ? (
        <div className="book">
          <nav className="rail-l" aria-label={t('rail.label')}>
            <ChapterList parts={parts} />
          </nav>
          <div>{page}</div>
        </div>
      ) : (
        page
      )}
      <LearningRoot locale={locale} chapter={chapter} words={learning} />
    </>
  );
}

/** React moves these into the head. */
function PreviewImage({ path }: { path: string }) {
  return (
    <>
      <meta property="og:image" content={absolute(path)} />
      <meta property="og:image:width" content={`${PREVIEW_SIZE.width}`} />
      <meta property="og:image:height" content={`${PREVIEW_SIZE.height}`} />
    </>
  );
}
