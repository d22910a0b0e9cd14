'use client';

import { useEffect, useMemo, useState } from 'react';
import { type ParsedLoad, parseQuery, parseTyped, queryOf, type Typed } from '@/diagnosis/ports/parse-load';
import type { Locale } from '@/model/attempt';
import { figuresOf } from '../figures';
import { PortsForm } from './ports-form';
import { PortsResult } from './ports-result';
import type { PortsWords } from './words';

interface Props {
  locale: Locale;
  /** The page's own address without its query. */
  action: string;
  /** What was asked for in the address. */
  query: string;
  words: PortsWords;
}

/** The form and what it comes to. The server draws both for the address; in the browser they follow each key, and so does the address. */
export function PortsTool({ locale, action, query, words }: Props) {
  const [parsed, setParsed] = useState<ParsedLoad>(() => parseQuery(new URLSearchParams(query)));
  const figures = useMemo(() => figuresOf(locale), [locale]);

  const onTyped = (typed: Typed) => {
    setParsed(parseTyped(typed));
    history.replaceState(null, '', `${action}${queryOf(typed)}${location.hash}`);
  };

  // Only for tests and readers' scripts: until then a key changes a field that nobody listens to.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);

  return (
    <div data-awake={awake}>
      <PortsForm parsed={parsed} onTyped={onTyped} action={action} words={words} figures={figures} />
      {parsed.load === null ? (
        <p className="tool-verdict harm" role="status">
          {words.mend}
        </p>
      ) : (
        <PortsResult load={parsed.load} words={words} figures={figures} />
      )}
    </div>
  );
}
