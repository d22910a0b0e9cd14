import type { Metadata } from 'next';
import { Section } from '@/components/prose/section';
import { SectionList } from '@/components/shell/section-list';
import type { Locale } from '@/model/attempt';
import { loadEvidence } from '@/server/content/evidence';
import { publicQuestions } from '@/server/content/questions';
import { chaptersOf } from '../contents';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';
import { Glance } from './glance';
import { ProofSection } from './proof-section';
import { proofsOf } from './proofs-of';
import { type TruthWords, truthWords } from './truth-words';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const words = await truthWords(locale);
  const [title, description] = [words.plain('page.title'), words.plain('page.description')];
  return pageMetadata({ locale, path: '/how-true', title, description });
}

export default async function HowTruePage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const [words, evidence, counts] = await Promise.all([truthWords(locale), loadEvidence(), countClaims(locale)]);
  const proofs = proofsOf(evidence, words);
  const ids = ['claim', ...proofs.map(({ id }) => id), 'leftOut', 'rules', 'yourself'];
  const sections = ids.map((id) => ({ id, title: words.plain(`${id}.title`) }));
  const rules = { total: evidence.rules.total, inRows: evidence.rules.inRows };
  return (
    <PageShell locale={locale} path="/how-true" rail>
      <main className="page" id="main" tabIndex={-1}>
        <div className="frame">
          <header className="title">
            <h1>{words.plain('page.title')}</h1>
            <p className="lead">{words.plain('page.lead')}</p>
          </header>
          <SectionList title={words.plain('page.contents')} sections={sections} />
          <Glance proofs={proofs} words={words} />
          <Told id="claim" words={words}>
            <p>{words.rich('claim.engine', counts)}</p>
            <p>{words.rich('claim.limits')}</p>
          </Told>
          {proofs.map((proof) => (
            <ProofSection key={proof.id} proof={proof} words={words} />
          ))}
          <Told id="leftOut" words={words}>
            <p>{words.rich('leftOut.intro')}</p>
            <ul>
              {LEFT_OUT.map((id) => (
                <li key={id}>{words.rich(`leftOut.items.${id}`)}</li>
              ))}
            </ul>
          </Told>
          <Told id="rules" words={words}>
            <p>{words.rich('rules.text', rules)}</p>
            <p>
              <a className="btn" href={`/${locale}/rules`}>
                {words.plain('rules.link', rules)}
              </a>
            </p>
          </Told>
          <Told id="yourself" words={words}>
            <p>{words.rich('yourself.text')}</p>
          </Told>
        </div>
      </main>
    </PageShell>
  );
}

/** What the engine does not model, the weightiest first. */
const LEFT_OUT = [
  'congestion',
  'sack',
  'drivers',
  'limits',
  'network',
  'keepalive',
  'header',
  'urgent',
  'security',
  'status',
  'extensions',
] as const;

function Told({ id, words, children }: { id: string; words: TruthWords; children: React.ReactNode }) {
  const title = words.plain(`${id}.title`);
  return (
    <Section id={id} title={title} linkLabel={words.plain('page.linkTo', { title })}>
      <div className="prose">{children}</div>
    </Section>
  );
}

/** How many figures and predictions rest on the engine. */
async function countClaims(locale: Locale): Promise<{ figures: number; predictions: number }> {
  const chapters = await chaptersOf(locale);
  const questions = await Promise.all(chapters.map(({ slug }) => publicQuestions(locale, slug)));
  return {
    figures: new Set(chapters.flatMap(({ figures }) => figures.map(({ scenario }) => scenario))).size,
    predictions: questions.flat().filter(({ kind }) => kind === 'predict').length,
  };
}
