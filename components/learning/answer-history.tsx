import { useCallback, useEffect, useState } from 'react';
import { call } from '@/components/client/call';
import { fill } from '@/components/client/fill';
import type { HistoryItem, HistoryPage, Locale } from '@/model/attempt';
import type { OwnChapter } from './own-book';
import type { MeWords } from './words';

interface Props {
  locale: Locale;
  chapters: readonly OwnChapter[];
  words: MeWords;
  /** Changes when an answer has reached the server: the list is then read anew. */
  edition: number;
}

type Loaded = { readonly items: readonly HistoryItem[]; readonly next: string | null };

/** Every answer, newest first, a page at a time. */
export function AnswerHistory({ locale, chapters, words, edition }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(
    async (before: string | null) => {
      setFailed(false);
      const query = new URLSearchParams({ locale, limit: '20', ...(before ? { before } : {}) });
      const reply = await call('GET', `/api/me/history?${query}`);
      if (!reply.ok || !isHistoryPage(reply.body)) return setFailed(true);
      const page = reply.body;
      setLoaded((old) => ({ items: before && old ? [...old.items, ...page.items] : page.items, next: page.next }));
    },
    [locale],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition is the reason to read again
  useEffect(() => void load(null), [load, edition]);

  const next = loaded?.next ?? null;
  return (
    <section className="own-part" aria-labelledby="answers">
      <h2 id="answers">{words.history.title}</h2>
      <p className="sub">{words.history.text}</p>
      {loaded ? (
        <ol className="answers">
          {loaded.items.map((item) => (
            <Line key={item.id} item={item} locale={locale} chapters={chapters} words={words.history} />
          ))}
        </ol>
      ) : failed ? null : (
        <GreyLines label={words.loading} />
      )}
      {failed ? (
        <div className="failure" role="alert">
          <p>{words.error.history}</p>
          <button type="button" className="btn small" onClick={() => void load(next)}>
            {words.error.again}
          </button>
        </div>
      ) : next ? (
        <button type="button" className="btn" onClick={() => void load(next)}>
          {words.history.older}
        </button>
      ) : null}
      {loaded && !next ? (
        <p className="sub end-of-list">{loaded.items.length > 0 ? words.history.all : words.history.none}</p>
      ) : null}
    </section>
  );
}

interface LineProps {
  item: HistoryItem;
  locale: Locale;
  chapters: readonly OwnChapter[];
  words: MeWords['history'];
}

function Line({ item, locale, chapters, words }: LineProps) {
  const { prompt, answer, correct, score, answeredAt } = item;
  const tone = correct ? 'ok' : score > 0 ? 'part' : 'bad';
  const said = { ok: words.right, part: fill(words.partly, { percent: Math.round(score * 100) }), bad: words.wrong };
  const chapter = chapters.find(({ slug }) => slug === item.chapter);
  return (
    <li data-verdict={tone}>
      <span className={`judged ${tone}`}>
        <i aria-hidden="true">{{ ok: '✓', part: '!', bad: '✕' }[tone]}</i> {said[tone]}
      </span>
      <span className="asked">
        {prompt && chapter ? <a href={`${chapter.href}#q-${item.questionId}`}>{prompt}</a> : (prompt ?? words.gone)}
      </span>
      <span className="given">{fill(words.answer, { answer })}</span>
      <time dateTime={answeredAt}>{dateOf(answeredAt, locale)}</time>
    </li>
  );
}

/** Three lines in the shape of what comes. */
function GreyLines({ label }: { label: string }) {
  return (
    <div className="grey-lines" role="status">
      <span className="vh">{label}</span>
      <span className="grey-line" />
      <span className="grey-line" />
      <span className="grey-line" />
    </div>
  );
}

function dateOf(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}

function isHistoryPage(body: unknown): body is HistoryPage {
  return typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items) && 'next' in body;
}
