import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SectionList } from '@/components/shell/section-list';
import { loadEvidence } from '@/server/content/evidence';
import { loadKernelFunctions } from '@/server/content/kernel-functions';
import { rowsByRule } from '@/server/content/transition-rows';
import { truthWords } from '../how-true/truth-words';
import { type LocaleParams, localeOf } from '../locale-params';
import { pageMetadata } from '../page-metadata';
import { PageShell } from '../page-shell';
import { namespaceOf } from '../words';
import { RuleChoice } from './rule-choice';
import { RuleEntry } from './rule-entry';
import { ruleGroups } from './rule-groups';

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'truth.ruleList' });
  return pageMetadata({ locale, path: '/rules', title: t('title'), description: t('description') });
}

export default async function RulesPage({ params }: LocaleParams) {
  const locale = await localeOf(params);
  const t = await getTranslations({ locale, namespace: 'truth.ruleList' });
  const [words, sentences, files, rows, evidence] = await Promise.all([
    truthWords(locale),
    namespaceOf(locale, 'rules'),
    loadKernelFunctions(),
    rowsByRule(),
    loadEvidence(),
  ]);
  const groups = ruleGroups(rows);
  const rules = groups.flatMap((group) => group.rules);
  const sections = groups.map(({ id, marks }) => ({
    id: `group-${id}`,
    title: t(`group.${id}`),
    marks: marks.join(' '),
  }));
  return (
    <PageShell locale={locale} path="/rules" rail>
      <main className="page rule-page" id="main" tabIndex={-1}>
        <div className="frame">
          <header className="title">
            <h1>{t('title')}</h1>
            <p className="lead">{t('lead', { total: rules.length })}</p>
          </header>
          <div className="prose">
            <p>{t.rich('intro', { truth: (chunks) => <a href={`/${locale}/how-true`}>{chunks}</a> })}</p>
          </div>
          <RuleChoice rules={rules} words={words} />
          <nav className="rule-groups" aria-label={t('groups')}>
            <ul>
              {sections.map(({ id, title, marks }) => (
                <li key={id} data-in={marks}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <SectionList title={t('groups')} sections={sections} />
          {groups.map((group) => (
            <section
              key={group.id}
              className="section"
              id={`group-${group.id}`}
              data-section-id={`group-${group.id}`}
              data-in={group.marks.join(' ')}
            >
              <h2>{t(`group.${group.id}`)}</h2>
              <ol className="rule-list">
                {group.rules.map((rule) => (
                  <RuleEntry
                    key={rule.id}
                    rule={rule}
                    sentence={String(sentences[rule.id])}
                    otherwise={evidence.rows.otherwise}
                    reasonsHref={`/${locale}/how-true#rows`}
                    files={files}
                    words={words}
                  />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </main>
    </PageShell>
  );
}
