'use client';

import { useParams } from 'next/navigation';
import { ErrorNotice } from '@/components/shell/error-notice';

/** A fault inside a page; the frame around it still stands. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  return (
    <main className="page" id="main">
      <ErrorNotice locale={locale === 'zh' ? 'zh' : 'en'} retry={retry} />
    </main>
  );
}
