import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrintButton } from '@/components/interview/print-button';
import { PrintedFigure } from '@/components/simulator/printed-figure';
import { loadFigureWords } from '@/server/content/figure-words';
import { loadFigure } from '@/server/content/figures';
import { type LocaleParams, localeOf } from '../../locale-params';
import { pageMetadata } from '../../page-metadata';
import { PageShell } from '../../page-shell';
import { Block, type BlockForm } from './blocks';
import { type SheetWords, sheetWords } from './sheet-words';

type Column = Readonly<Record<string, BlockForm>>;

const STATES: BlockForm = { head: 'table', columns: ['state', 'means', 'ends'] };
const ARRIVING: BlockForm = { head: 'arrives', columns: ['segment', 'answer', 'then'] };
const SETTINGS: BlockForm = { head: 'sysctl', columns: ['name', 'value', 'does'] };
const MYTHS: BlockForm = { head: 'wrong', columns: ['said', 'holds'] };

/** What stands where: two columns a sheet, filled by hand, so that paper of either size breaks between the sheets alone. */
const FRONT: readonly [Column, Column] = [
  { brief: 'list', close: STATES },
  {
    ways: 'list',
    reasons: 'list',
    checks: 'list',
    proof: 'steps',
    promise: 'list',
    lengths: 'pairs',
    lastack: 'steps',
  },
];
const REVERSE: readonly [Column, Column] = [
  { arriving: ARRIVING, settings: SETTINGS, options: 'pairs', assassination: 'list' },
  { first: 'pairs', ports: 'list', many: 'list', cures: 'steps', look: 'pairs', myths: MYTHS },
];

/** The picture at the head of the front: the close that everything else is about. */
const PICTURE = 'four-way-close';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'cheat-sheet' });
  return pageMetadata({
    locale,
    path: '/interview/cheat-sheet',
    title: t('title'),
    description: t('description'),
  });
}

/** A sheet of paper to take along: printed it is two pages, on the screen it is the same in the same order. */
export default async function CheatSheetPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const [words, figure, figureWords] = await Promise.all([
    sheetWords(locale),
    loadFigure(PICTURE),
    loadFigureWords(locale),
  ]);
  return (
    <PageShell locale={locale} path="/interview/cheat-sheet">
      <main className="page cheat" id="main" tabIndex={-1}>
        <header className="title">
          <p className="kicker">
            <a href={`/${locale}/interview`}>{words.plain('back')}</a>
          </p>
          <h1>{words.plain('title')}</h1>
          <p className="lead">{words.plain('lead')}</p>
          <div className="cheat-print">
            <PrintButton label={words.plain('print')} />
            <p>{words.plain('printNote')}</p>
          </div>
        </header>
        <Sheet number={1} title={words.plain('front')} columns={FRONT} words={words}>
          <figure className="cheat-picture">
            <PrintedFigure name={PICTURE} figure={figure} locale={locale} words={figureWords} />
          </figure>
        </Sheet>
        <Sheet number={2} title={words.plain('reverse')} columns={REVERSE} words={words} />
      </main>
    </PageShell>
  );
}

interface SheetProps {
  number: number;
  title: string;
  columns: readonly [Column, Column];
  words: SheetWords;
  /** Stands at the head of the first column. */
  children?: React.ReactNode;
}

function Sheet({ number, title, columns, words, children }: SheetProps) {
  return (
    <section className="sheet" aria-labelledby={`sheet-${number}`}>
      <header>
        <h2 id={`sheet-${number}`}>{title}</h2>
        <p>
          <b>2MSL</b> · {words.plain('title')} · {words.plain('sheet', { n: number })}
        </p>
      </header>
      <div className="sheet-columns">
        {columns.map((column, side) => (
          <div key={Object.keys(column).join()}>
            {side === 0 ? children : null}
            {Object.entries(column).map(([id, form]) => (
              <Block key={id} id={id} form={form} words={words} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
