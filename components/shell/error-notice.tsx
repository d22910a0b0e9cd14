import en from '@/content/en/words/errors.json';
import zh from '@/content/zh/words/errors.json';
import type { Locale } from '@/model/attempt';

const WORDS = { en, zh };

/** What failed, what still holds, and one thing to do. Carries its words with it, since nothing can be fetched now. */
export function ErrorNotice({ locale, retry }: { locale: Locale; retry: () => void }) {
  const words = WORDS[locale];
  return (
    <section className="dead-end" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{words.title}</h1>
      <p className="lead">{words.text}</p>
      <p className="row">
        <button type="button" className="btn primary" onClick={() => retry()}>
          {words.again}
        </button>
        <a className="btn" href={`/${locale}#contents`}>
          {words.home}
        </a>
      </p>
    </section>
  );
}
