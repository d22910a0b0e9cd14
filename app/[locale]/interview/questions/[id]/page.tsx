import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import { CopyLink } from '@/components/interview/copy-link';
import { idsOf } from '@/components/quiz/form-props';
import { OpenIsland } from '@/components/quiz/open/open-island';
import { OPEN_WORDS } from '@/components/quiz/open/words';
import { StaticForm } from '@/components/quiz/quiz';
import { QuizIsland } from '@/components/quiz/quiz-island';
import { QUIZ_WORDS } from '@/components/quiz/words';
import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';
import { loadFigureWords } from '@/server/content/figure-words';
import { interviewQuestions } from '@/server/content/questions';
import { loadTopics } from '@/server/content/topics';
import { HeldFigure } from '../../../figure';
import { localeOf } from '../../../locale-params';
import { pageMetadata } from '../../../page-metadata';
import { PageShell } from '../../../page-shell';
import { namespaceOf } from '../../../words';

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await interviewQuestions('en')).map(({ id }) => ({ id }));
}

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, question, topic, depth } = await questionOf(params);
  const t = await getTranslations({ locale, namespace: 'interview.question' });
  const description = t('description', { topic: topic.name, depth });
  return pageMetadata({ locale, path: `/interview/questions/${question.id}`, title: question.prompt, description });
}

/** One question on a page of its own, to be answered there, and sent to somebody else. */
export default async function QuestionPage({ params }: Props) {
  const { locale, question, topic, depth, next } = await questionOf(params);
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'interview' }),
    namespaceOf(locale, 'interview'),
  ]);
  const { open } = readWords({ open: OPEN_WORDS }, words, 'interview');
  const ids = idsOf(question.id);
  const say = (key: 'copy' | 'copied' | 'notCopied') => t(`question.${key}`);
  return (
    <PageShell locale={locale} path={`/interview/questions/${question.id}`}>
      <main className="page interview" id="main" tabIndex={-1}>
        <article className="one-question">
          <header>
            <p className="kicker">
              {t('question.kicker', { topic: topic.name, depth, kind: t(`list.kinds.${question.kind}`) })}
            </p>
            <h1 id={ids.prompt}>{question.prompt}</h1>
          </header>
          <h2 className="vh">{t('question.answer')}</h2>
          {question.kind === 'open' ? (
            <>
              <noscript>
                <p className="quiz-noscript">{t('open.noScript')}</p>
              </noscript>
              <OpenIsland
                question={question}
                promptId={ids.prompt}
                locale={locale}
                words={{ ...open, sentenceGap: sentenceGap(locale) }}
              />
            </>
          ) : (
            <Closed question={question} locale={locale} />
          )}
          <footer>
            <p>
              <a href={`/${locale}/interview?topic=${topic.id}`}>{t('question.all')}</a>
              {next === undefined ? null : (
                <a href={`/${locale}/interview/questions/${next}`}>{t('question.next', { topic: topic.name })}</a>
              )}
            </p>
            <CopyLink words={{ copy: say('copy'), copied: say('copied'), notCopied: say('notCopied') }} />
          </footer>
        </article>
      </main>
    </PageShell>
  );
}

async function Closed({ question, locale }: { question: PublicQuestion; locale: Locale }) {
  const [quiz, figureWords] = await Promise.all([namespaceOf(locale, 'quiz'), loadFigureWords(locale)]);
  const words = { ...readWords(QUIZ_WORDS, quiz, 'quiz'), sentenceGap: sentenceGap(locale) };
  const ids = idsOf(question.id);
  return (
    <>
      <noscript>
        <p className="quiz-noscript">{words.noScript}</p>
      </noscript>
      <QuizIsland
        question={question}
        locale={locale}
        words={words}
        cardId={ids.card}
        promptId={ids.prompt}
        readHref={`/${locale}/chapters/${question.chapter}`}
        head={question.figure ? <HeldFigure {...question.figure} locale={locale} words={figureWords} /> : null}
        form={<StaticForm question={question} words={words} />}
      />
    </>
  );
}

async function questionOf(params: Props['params']) {
  const [locale, { id }] = await Promise.all([localeOf(params), params]);
  const [questions, topics, t] = await Promise.all([
    interviewQuestions(locale),
    loadTopics(locale),
    getTranslations({ locale, namespace: 'interview.list' }),
  ]);
  const question = questions.find((each) => each.id === id);
  const topic = topics.find((each) => each.id === question?.topic);
  if (question === undefined || topic === undefined) return notFound();
  const sameTopic = questions.filter((each) => each.topic === question.topic);
  const next = sameTopic[sameTopic.indexOf(question) + 1]?.id;
  return { locale, question, topic, depth: t(`depths.${question.depth}`), next };
}
