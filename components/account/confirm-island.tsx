'use client';

import { useState } from 'react';
import { call } from '@/components/client/call';
import type { Locale } from '@/model/attempt';
import { AccountForm } from './account-form';
import { useLinkSecret } from './use-link-secret';
import type { CONFIRM_WORDS, FormWords } from './words';

interface Props {
  locale: Locale;
  words: typeof CONFIRM_WORDS & { form: FormWords };
}

/** Confirms an address by a press of a button: programs that look through mail follow links, but press nothing. */
export function ConfirmIsland({ locale, words }: Props) {
  const secret = useLinkSecret();
  const [done, setDone] = useState(false);
  if (secret === null) return <p className="account-note">{words.noLink}</p>;
  return (
    <>
      <p className="account-lead" role="status">
        {done ? words.done : words.text}
      </p>
      {done ? (
        <p>
          <a className="btn primary" href={`/${locale}/sign-in`}>
            {words.signIn}
          </a>
        </p>
      ) : (
        <AccountForm
          words={words.form}
          send={words.send}
          fields={[]}
          onSend={() => call('POST', '/api/account/confirm-email', { secret, locale })}
          onDone={() => setDone(true)}
        />
      )}
    </>
  );
}
