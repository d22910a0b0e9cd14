'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { forgetAccount, isSessionReply, noticeLearner } from '@/components/client/account';
import { call } from '@/components/client/call';
import { askWhoIsHere } from '@/components/client/enter-account';
import { fill } from '@/components/client/fill';
import { forgetEverything } from '@/components/client/forget-everything';
import type { OwnAccount } from '@/model/account';
import type { Locale } from '@/model/attempt';
import { AccountForm } from './account-form';
import type { FieldSpec } from './field';
import { LeaveButton } from './leave-button';
import type { CARD_WORDS, FormWords, LEAVE_WORDS, OWN_WORDS } from './words';

interface Props {
  locale: Locale;
  words: typeof OWN_WORDS & { form: FormWords; leave: typeof LEAVE_WORDS; card: typeof CARD_WORDS };
}

type Shown = 'loading' | 'nobody' | 'unreachable' | 'deleted' | OwnAccount;

/** What an account's owner may change. Each change says beside itself that it holds. */
export function OwnAccountIsland({ locale, words }: Props) {
  const [shown, setShown] = useState<Shown>('loading');
  const load = useCallback(async () => {
    const reply = await call('GET', '/api/account');
    if (reply.ok && isOwnAccount(reply.body)) return setShown(reply.body);
    const isNobody = !reply.ok && reply.fault.kind === 'problem' && reply.fault.problem.status === 401;
    setShown(isNobody ? 'nobody' : 'unreachable');
    if (isNobody) await askWhoIsHere();
  }, []);
  useEffect(() => void load(), [load]);

  if (shown === 'loading') return <p className="account-lead account-waits">{words.loading}</p>;
  if (shown === 'unreachable') return <p className="account-note">{words.form.faults.unreachable}</p>;
  if (shown === 'deleted' || shown === 'nobody') {
    return (
      <p className="account-note" role="status">
        {shown === 'deleted' ? words.delete.done : words.nobody}{' '}
        {shown === 'nobody' ? <a href={`/${locale}/sign-in?from=/${locale}/me/account`}>{words.signIn}</a> : null}
      </p>
    );
  }

  const { form } = words;
  const password: FieldSpec = { name: 'password', kind: 'password', label: form.currentPassword };
  const since = new Date(shown.createdAt).toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
  });
  return (
    <>
      <p className="account-lead">
        <b>{shown.name}</b>
        <br />
        {fill(words.emailIs, { email: shown.email })}
        <br />
        {fill(words.since, { date: since })}
      </p>
      <p className="account-acts">
        <LeaveButton label={words.card.signOut} words={words.leave} />
      </p>
      <Change title={words.name.title}>
        {(done) => (
          <AccountForm
            words={form}
            send={words.name.send}
            fields={[{ name: 'name', kind: 'name', label: form.name, hint: form.nameHint }]}
            onSend={(values) => call('POST', '/api/account/name', { ...values, locale })}
            onDone={(body) => {
              if (isSessionReply(body)) noticeLearner(body);
              done(words.name.done);
              void load();
            }}
          />
        )}
      </Change>
      <Change title={words.email.title}>
        {(done) => (
          <AccountForm
            words={form}
            send={words.email.send}
            fields={[{ name: 'email', kind: 'email', label: form.email }, password]}
            onSend={(values) => call('POST', '/api/account/email', { ...values, locale })}
            onDone={(body, { email = '' }) => {
              done(fill(isToConfirm(body) ? words.email.confirm : words.email.changed, { email }));
              void load();
            }}
          />
        )}
      </Change>
      <Change title={words.password.title} text={words.password.text}>
        {(done) => (
          <AccountForm
            words={form}
            send={words.password.send}
            fields={[
              { name: 'current', kind: 'password', label: form.currentPassword },
              { name: 'next', kind: 'new-password', label: form.newPassword, hint: form.passwordHint },
            ]}
            onSend={(values) => call('POST', '/api/account/password', { ...values, locale })}
            onDone={() => {
              done(words.password.done);
              void load();
            }}
          />
        )}
      </Change>
      <Change
        title={words.sessions.title}
        text={
          shown.otherSessions === 0 ? words.sessions.none : fill(words.sessions.some, { count: shown.otherSessions })
        }
      >
        {(done) =>
          shown.otherSessions === 0 ? null : (
            <AccountForm
              words={form}
              send={words.sessions.send}
              fields={[]}
              onSend={() => call('POST', '/api/account/end-other-sessions')}
              onDone={() => {
                done(words.sessions.done);
                void load();
              }}
            />
          )
        }
      </Change>
      <Change title={words.delete.title} text={words.delete.text} id="delete">
        {() => (
          <AccountForm
            danger
            words={form}
            send={words.delete.send}
            fields={[password]}
            onSend={(values) => call('POST', '/api/account/delete', { ...values, locale })}
            onDone={() => {
              forgetEverything();
              forgetAccount();
              setShown('deleted');
            }}
          >
            <a className="btn" href="/api/me/export" download="2msl.json">
              {words.delete.export}
            </a>
          </AccountForm>
        )}
      </Change>
    </>
  );
}

interface ChangeProps {
  title: string;
  text?: string;
  id?: string;
  children: (done: (says: string) => void) => ReactNode;
}

/** One thing that can be changed, closed until it is wanted; what has come of it stands below. */
function Change({ title, text, id, children }: ChangeProps) {
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(id !== undefined && window.location.hash === `#${id}`), [id]);
  return (
    <details
      className="account-change"
      id={id}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {text ? <p>{text}</p> : null}
      {children(setSaid)}
      <p role="status" className="account-done">
        {said}
      </p>
    </details>
  );
}

function isOwnAccount(body: unknown): body is OwnAccount {
  return typeof body === 'object' && body !== null && 'email' in body && 'otherSessions' in body;
}

function isToConfirm(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'next' in body && body.next === 'confirm';
}
