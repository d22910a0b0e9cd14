'use client';

import { useEffect } from 'react';
import { account, followAccountOfOtherTabs } from '@/components/client/account';
import { fill } from '@/components/client/fill';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import { LeaveButton } from './leave-button';
import type { CARD_WORDS, LEAVE_WORDS } from './words';

interface Props {
  locale: Locale;
  words: typeof CARD_WORDS & { leave: typeof LEAVE_WORDS };
}

/** On the learner's own page: whose progress this is, and how to keep it. */
export function AccountCard({ locale, words }: Props) {
  const known = useStore(account, null);
  useEffect(followAccountOfOtherTabs, []);
  return (
    <div className="account-card">
      <p>{known ? fill(words.signedIn, { name: known.name }) : words.anonymous}</p>
      {known ? (
        <p className="account-acts">
          <a className="btn small" href={`/${locale}/me/account`}>
            {words.account}
          </a>
          <LeaveButton label={words.signOut} words={words.leave} />
        </p>
      ) : (
        <p className="account-acts">
          <a className="btn small" href={`/${locale}/sign-up?from=/${locale}/me`}>
            {words.signUp}
          </a>
          <a className="btn small quiet" href={`/${locale}/sign-in?from=/${locale}/me`}>
            {words.signIn}
          </a>
        </p>
      )}
    </div>
  );
}
