import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { Lab } from '@/components/lab/lab';
import { LAB_WORDS } from '@/components/lab/lab-words';
import { readScript } from '@/components/lab/read-script';
import { SimulatorFigure } from '@/components/simulator/simulator-figure';
import { loadFigureWords } from '@/server/content/figure-words';
import { loadGallery } from '@/server/content/gallery';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';
import { namespaceOf } from '../words';

const PATH = '/lab';
/** What the page opens with where neither the address nor a draft says otherwise. */
const FIRST = 'hello';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'lab' });
  return pageMetadata({ locale, path: PATH, title: t('title'), description: t('description') });
}

/** The same for everybody: scripts are read and played in the browser, and never come here. */
export default async function LabPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const [t, also, starts, figureWords, given] = await Promise.all([
    getTranslations({ locale, namespace: 'lab' }),
    getTranslations({ locale, namespace: 'imports' }),
    loadGallery(locale),
    loadFigureWords(locale),
    namespaceOf(locale, 'lab'),
  ]);
  const words = readWords(LAB_WORDS, given, 'lab');
  const first = starts.find(({ name }) => name === FIRST);
  const script = readScript(first?.script ?? '');
  if (first === undefined || !script.ok) throw new Error(`content/gallery/${FIRST}.json cannot be played`);
  const simulatorWords = { simulator: figureWords.simulator, rules: figureWords.rules, figures: {} };
  return (
    <PageShell locale={locale} path={PATH} rail>
      <main className="page" id="main" tabIndex={-1}>
        <div className="lab-page">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
            <nav className="lab-also" aria-label={also('label')}>
              <a href={`/${locale}/lab/capture`}>{also('capture.title')}</a>
              <a href={`/${locale}/lab/packetdrill`}>{also('packetdrill.title')}</a>
            </nav>
          </header>
          <noscript>
            <p className="empty">{t('noScript')}</p>
          </noscript>
          <Lab {...{ starts, first, locale, words, simulatorWords }}>
            <SimulatorFigure
              name="lab"
              number={words.run.number}
              figure={script.figure}
              words={{ ...simulatorWords, figures: { lab: { title: first.title, description: first.watch } } }}
              chapter={null}
              isMade
              labAddress={`lab1/from=${FIRST}`}
              locale={locale}
            />
          </Lab>
        </div>
      </main>
    </PageShell>
  );
}
