import type { ReactNode } from 'react';

/** `<b>` and `<c>`, code, in the words of a page. */
export const RICH_TAGS = {
  b: (chunks: ReactNode) => <strong>{chunks}</strong>,
  c: (chunks: ReactNode) => (
    <code lang="en" translate="no">
      {chunks}
    </code>
  ),
};
