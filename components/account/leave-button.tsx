'use client';

import { useState } from 'react';
import { leaveAccount } from '@/components/client/enter-account';
import { fill } from '@/components/client/fill';
import { outbox } from '@/components/client/outbox';
import type { LEAVE_WORDS } from './words';

interface Props {
  label: string;
  words: typeof LEAVE_WORDS;
}

/** Signs out; while something could not be sent yet, only after saying that it would be lost. */
export function LeaveButton({ label, words }: Props) {
  const [state, setState] = useState<'here' | 'leaving' | 'waiting' | 'failed'>('here');

  async function leave(drop: boolean): Promise<void> {
    setState('leaving');
    const left = await leaveAccount({ drop });
    setState(left === 'waiting' ? 'waiting' : left.ok ? 'here' : 'failed');
  }

  if (state === 'waiting') {
    return (
      <span className="account-leave" role="alert">
        {fill(words.waiting, { count: outbox.get().filter(({ refused }) => refused === null).length })}{' '}
        <button type="button" className="btn small" onClick={() => setState('here')}>
          {words.stay}
        </button>{' '}
        <button type="button" className="btn small danger" onClick={() => void leave(true)}>
          {words.anyway}
        </button>
      </span>
    );
  }
  return (
    <>
      <button type="button" className="btn small" aria-disabled={state === 'leaving'} onClick={() => void leave(false)}>
        {label}
      </button>
      <span role="status">{state === 'failed' ? words.failed : null}</span>
    </>
  );
}
