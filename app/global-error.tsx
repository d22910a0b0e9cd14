'use client';

import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/prose.css';
import { ErrorNotice } from '@/components/shell/error-notice';

/** A fault in the frame itself. Nothing is known here, not even the language, so it speaks both. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>2MSL</title>
        <main className="page">
          <ErrorNotice locale="en" retry={retry} />
          <ErrorNotice locale="zh" retry={retry} />
        </main>
      </body>
    </html>
  );
}
