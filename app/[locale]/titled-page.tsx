import type { ReactNode } from 'react';
import type { Locale } from '@/model/attempt';
import { PageShell } from './page-shell';

interface Props {
  readonly locale: Locale;
  /** Without the language. */
  readonly path: string;
  readonly rail?: boolean;
  /** Of the column below the bar: 'tool-page', 'account'. */
  readonly className: string;
  readonly title: string;
  readonly lead?: string;
  /** What a reader without script is told, where the page needs it. */
  readonly noScript?: string;
  readonly children: ReactNode;
}

/** A page that is one thing to do: its title, and below it that. */
export function TitledPage({ locale, path, rail, className, title, lead, noScript, children }: Props) {
  return (
    <PageShell locale={locale} path={path} rail={rail}>
      <main className="page" id="main" tabIndex={-1}>
        <div className={className}>
          <header className="title">
            <h1>{title}</h1>
            {lead === undefined ? null : <p className="lead">{lead}</p>}
          </header>
          {noScript === undefined ? null : (
            <noscript>
              <p className="empty">{noScript}</p>
            </noscript>
          )}
          {children}
        </div>
      </main>
    </PageShell>
  );
}
