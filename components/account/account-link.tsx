'use client';

import { type MouseEvent, useEffect } from 'react';
import { account, followAccountOfOtherTabs } from '@/components/client/account';
import { useStore } from '@/components/client/store';
import { withPlace } from './return-to';

interface Props {
  /** Where somebody signs in, and where somebody who is signed in looks after the account. */
  signInHref: string;
  accountHref: string;
  signIn: string;
  /** Before the name, for those who do not see where it stands. */
  signedInAs: string;
}

/**
 * In the bar on top: the way in, or who is signed in. The page is the same for everybody, so the name comes after it; the
 * place for it has its width from the beginning, and nothing moves.
 */
export function AccountLink({ signInHref, accountHref, signIn, signedInAs }: Props) {
  const known = useStore(account, null);
  useEffect(followAccountOfOtherTabs, []);

  /** Just before it is followed: the address then names the section that is being read. */
  const rememberPlace = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    const section = document.querySelector('.toc a[aria-current]')?.getAttribute('href') ?? null;
    currentTarget.href = withPlace(signInHref, window.location, section);
  };

  return known ? (
    <a className="account-link" href={accountHref} title={known.name} aria-label={`${signedInAs} ${known.name}`}>
      {known.name}
    </a>
  ) : (
    <a className="account-link" href={signInHref} onClick={rememberPlace}>
      {signIn}
    </a>
  );
}
