'use client';

import { useEffect, useRef, useState } from 'react';
import { copyText } from '@/components/simulator/share/copy-text';

interface Props {
  words: { readonly copy: string; readonly copied: string; readonly notCopied: string };
}

/** The address of this page, to be sent to somebody. */
export function CopyLink({ words }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => setAddress(location.origin + location.pathname), []);

  async function copy(): Promise<void> {
    if (!field.current) return;
    const how = await copyText(field.current);
    setSaid(how === 'copied' ? words.copied : words.notCopied);
  }

  return (
    <div className="copy-link only-with-script">
      <input ref={field} readOnly value={address} aria-label={words.copy} onFocus={({ target }) => target.select()} />
      <button type="button" className="btn small" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
