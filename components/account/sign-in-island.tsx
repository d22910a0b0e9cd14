'use client';

import { account } from '@/components/client/account';
import { enterAccount } from '@/components/client/enter-account';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import { AccountForm } from './account-form';
import { AlreadyIn } from './already-in';
import { useReturn } from './use-return';
import type { FormWords, SIGN_IN_WORDS } from './words';

interface Props {
  locale: Locale;
  words: typeof SIGN_IN_WORDS & { form: FormWords };
}

export function SignInIsland({ locale, words }: Props) {
  const known = useStore(account, null);
  const { back, query } = useReturn(locale);
  if (known) return <AlreadyIn name={known.name} {...{ back, words }} />;
  return (
    <AccountForm
      words={words.form}
      send={words.send}
      fields={[
        { name: 'email', kind: 'email', label: words.form.email, autoComplete: 'username' },
        { name: 'password', kind: 'password', label: words.form.password },
      ]}
      onSend={(values) => enterAccount('sign-in', { ...values, locale })}
      onDone={() => window.location.assign(back)}
    >
      <a href={`/${locale}/reset-password`}>{words.forgotten}</a>
      <span className="account-other">
        {words.none} <a href={`/${locale}/sign-up${query}`}>{words.signUp}</a>
      </span>
    </AccountForm>
  );
}
