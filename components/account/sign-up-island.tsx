'use client';

import { useEffect, useRef, useState } from 'react';
import { account } from '@/components/client/account';
import { enterAccount } from '@/components/client/enter-account';
import { fill } from '@/components/client/fill';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import { AccountForm } from './account-form';
import { AlreadyIn } from './already-in';
import { useReturn } from './use-return';
import type { FormWords, SIGN_UP_WORDS } from './words';

interface Props {
  locale: Locale;
  words: typeof SIGN_UP_WORDS & { form: FormWords };
}

export function SignUpIsland({ locale, words }: Props) {
  const known = useStore(account, null);
  const { back, query } = useReturn(locale);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const news = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (mailedTo !== null) news.current?.focus();
  }, [mailedTo]);

  if (mailedTo !== null) {
    return (
      <p className="account-note" tabIndex={-1} ref={news}>
        {fill(words.confirm, { email: mailedTo })}
      </p>
    );
  }
  if (known) return <AlreadyIn name={known.name} {...{ back, words }} />;
  return (
    <AccountForm
      words={words.form}
      send={words.send}
      fields={[
        { name: 'name', kind: 'name', label: words.form.name, hint: words.form.nameHint },
        { name: 'email', kind: 'email', label: words.form.email },
        { name: 'password', kind: 'new-password', label: words.form.password, hint: words.form.passwordHint },
      ]}
      onSend={(values) => enterAccount('sign-up', { ...values, locale })}
      onDone={(body, values) => {
        if (isToConfirm(body)) setMailedTo(values.email ?? '');
        else window.location.assign(back);
      }}
    >
      <span className="account-other">
        {words.have} <a href={`/${locale}/sign-in${query}`}>{words.signIn}</a>
      </span>
    </AccountForm>
  );
}

function isToConfirm(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'next' in body && body.next === 'confirm';
}
