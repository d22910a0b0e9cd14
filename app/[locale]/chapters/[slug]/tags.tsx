import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { asQuestion, FIRST } from '@/components/explorer/choice';
import { Explorer } from '@/components/explorer/explorer';
import type { ExplorerWords } from '@/components/explorer/words';
import { Holds, Pitfall, Said, Versus } from '@/components/prose/boxes';
import { Kernel, Seg, Term } from '@/components/prose/inline';
import { Rfc } from '@/components/prose/rfc';
import { Opening, Prose, Recap, Section } from '@/components/prose/section';
import { StateChip } from '@/components/prose/state-chip';
import { Listing, Terminal } from '@/components/prose/terminal';
import { Quiz } from '@/components/quiz/quiz';
import { explore } from '@/engine/explorer/explore';
import type { Locale } from '@/model/attempt';
import type { ChapterFigure } from '@/server/content/chapter-tree';
import { loadFigureWords } from '@/server/content/figure-words';
import { loadKernelFunctions } from '@/server/content/kernel-functions';
import { quizQuestions } from '@/server/content/questions';
import { Figure, HeldFigure, Predicted } from '../../figure';
import { namespaceOf } from '../../words';

/** The tags of a chapter: what an author may write, each drawn with the words of the language. */
export async function chapterTags(locale: Locale, chapter: string) {
  const t = await getTranslations({ locale, namespace: 'shell' });
  const [kernelFiles, questions, quizWords, explorerWords, figureWords] = await Promise.all([
    loadKernelFunctions(),
    quizQuestions(locale, chapter),
    namespaceOf(locale, 'quiz'),
    namespaceOf(locale, 'explorer'),
    loadFigureWords(locale),
  ]);
  const pictures = Object.fromEntries(
    questions.flatMap(({ id, figure }) =>
      figure ? [[id, <HeldFigure key={id} {...figure} locale={locale} words={figureWords} />]] : [],
    ),
  );
  return {
    Opening,
    Prose,
    Recap,
    Versus,
    Pitfall,
    Rfc,
    Seg,
    Terminal,
    State: StateChip,
    pre: Listing,
    // A chapter links to /glossary#msl: the page of its own language.
    a: ({ href = '', children }: { href?: string; children?: ReactNode }) => (
      <a href={href.startsWith('/') ? `/${locale}${href}` : href}>{children}</a>
    ),
    Section: (props: Omit<ComponentProps<typeof Section>, 'linkLabel'>) => (
      <Section {...props} linkLabel={t('chapter.linkTo', { title: props.title })} />
    ),
    Said: (props: Omit<ComponentProps<typeof Said>, 'label'>) => <Said {...props} label={t('prose.said')} />,
    Holds: (props: Omit<ComponentProps<typeof Holds>, 'label' | 'doubt'>) => (
      <Holds {...props} label={t('prose.holds')} doubt={<a href={`/${locale}/how-true`}>{t('prose.howKnown')}</a>} />
    ),
    Kernel: ({ fn }: { fn: string }) => <Kernel fn={fn} file={kernelFiles[fn] ?? ''} />,
    Term: ({ id, children }: { id: string; children: ReactNode }) => (
      <Term href={`/${locale}/glossary#${id}`}>{children}</Term>
    ),
    table: ({ children }: { children?: ReactNode }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
      <div className="xscroll" tabIndex={0}>
        <table className="tbl">{children}</table>
      </div>
    ),
    Simulator: ({ scenario, number, predict }: ChapterFigure) => {
      const figure = { name: scenario, number, locale, words: figureWords, chapter };
      return (
        <>
          <span className="place" id={scenario} />
          {predict ? <Predicted {...figure} predict={predict} /> : <Figure {...figure} />}
        </>
      );
    },
    Explorer: ({ number }: { number: string }) => {
      const { simulator, rules, figures } = figureWords;
      const made = Object.fromEntries(Object.entries(figures).filter(([name]) => name.startsWith('explorer-')));
      return (
        <Explorer
          first={explore(asQuestion(FIRST))}
          words={explorerWords as unknown as ExplorerWords}
          simulatorWords={{ simulator, rules, figures: made }}
          {...{ number, locale }}
        />
      );
    },
    Quiz: () => <Quiz chapter={chapter} questions={questions} locale={locale} words={quizWords} figures={pictures} />,
  };
}
