'use client';

import { useEffect, useRef, useState } from 'react';
import { call } from '@/components/client/call';
import type { Locale } from '@/model/attempt';
import { AccountForm } from './account-form';
import { useLinkSecret } from './use-link-secret';
import type { FormWords, RESET_WORDS } from './words';

interface Props {
  locale: Locale;
  words: typeof RESET_WORDS & { form: FormWords };
}

/** With a link: choose a password. Without one: how to get a link here. */
export function ResetIsland({ locale, words }: Props) {
  const secret = useLinkSecret();
  const [done, setDone] = useState<string | null>(null);
  const news = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== null) news.current?.focus();
  }, [done]);

  if (done !== null) {
    return (
      <p className="account-note" tabIndex={-1} ref={news}>
        {done} <a href={`/${locale}/sign-in`}>{words.signIn}</a>
      </p>
    );
  }
  if (secret === undefined) return <p className="account-lead account-waits" />;
  if (secret === null) return <AskForLink locale={locale} words={words} onDone={() => setDone(words.sent)} />;
  return (
    <>
      <p className="account-lead">{words.choose}</p>
      <AccountForm
        words={words.form}
        send={words.save}
        fields={[
          {
            name: 'password',
            kind: 'new-password',
            label: words.form.newPassword,
            hint: words.form.passwordHint,
          },
        ]}
        onSend={({ password }) => call('POST', '/api/account/reset/finish', { secret, password, locale })}
        onDone={() => setDone(words.done)}
      />
    </>
  );
}

/** Mail may or may not be set up; the page is the same for all servers, so it asks. */
function AskForLink({ locale, words, onDone }: Props & { onDone: () => void }) {
  const [way, setWay] = useState<'mail' | 'command-line' | null>(null);
  useEffect(() => {
    let gone = false;
    call('GET', '/api/account/reset').then((reply) => {
      if (!gone) setWay(reply.ok && isByMail(reply.body) ? 'mail' : 'command-line');
    });
    return () => {
      gone = true;
    };
  }, []);

  if (way === null) return <p className="account-lead account-waits" />;
  if (way === 'command-line') {
    return (
      <>
        <p className="account-lead">{words.byCommand}</p>
        <p className="account-command">
          <code>{words.command}</code>
        </p>
      </>
    );
  }
  return (
    <>
      <p className="account-lead">{words.byMail}</p>
      <AccountForm
        words={words.form}
        send={words.send}
        fields={[{ name: 'email', kind: 'email', label: words.form.email, autoComplete: 'username' }]}
        onSend={(values) => call('POST', '/api/account/reset', { ...values, locale })}
        onDone={onDone}
      />
    </>
  );
}

function isByMail(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'by' in body && body.by === 'mail';
}
