import { useRef, useState } from 'react';
import { account } from '@/components/client/account';
import { call, type Fault } from '@/components/client/call';
import { fill } from '@/components/client/fill';
import { forgetEverything } from '@/components/client/forget-everything';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import type { MeWords } from './words';

interface Props {
  locale: Locale;
  /** Whether there is anything of the learner, on the server or here. */
  something: boolean;
  onDeleted: () => void;
  words: MeWords;
}

/** What is kept and where, and the two things one may always do with it: take it along, and delete it. */
export function OwnData({ locale, something, onDeleted, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const known = useStore(account, null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  async function deleteAll(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const reply = await call('DELETE', '/api/me');
    setBusy(false);
    if (!reply.ok) return setFault(reply.fault);
    forgetEverything();
    dialog.current?.close();
    onDeleted();
  }

  return (
    <section className="own-part" aria-labelledby="own-data">
      <h2 id="own-data">{words.data.title}</h2>
      <p>{words.data.server}</p>
      <p>{words.data.account}</p>
      <p>{words.data.browser}</p>
      <p>{words.data.nobody}</p>
      {something || known ? (
        <div className="own-acts">
          <a className="btn" href="/api/me/export" download="2msl.json">
            {words.data.export}
          </a>
          {known ? (
            <a className="btn danger" href={`/${locale}/me/account#delete`}>
              {words.data.deleteAccount}
            </a>
          ) : (
            <button type="button" className="btn danger" onClick={() => dialog.current?.showModal()}>
              {words.data.delete}
            </button>
          )}
        </div>
      ) : (
        <p className="sub">{words.data.nothing}</p>
      )}
      <dialog ref={dialog} className="confirm" aria-labelledby="delete-title" aria-describedby="delete-text">
        <h2 id="delete-title">{words.delete.title}</h2>
        <p id="delete-text">{words.delete.text}</p>
        <p role="status" className="delete-fault">
          {busy ? words.delete.deleting : null}
          {fault ? fill(words.delete.failed, { why: whyOf(fault, words) }) : null}
        </p>
        <div className="own-acts">
          {/* First, so that it has the focus: the harmless way out is the default. */}
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {words.delete.cancel}
          </button>
          <button type="button" className="btn danger" aria-disabled={busy} onClick={() => void deleteAll()}>
            {words.delete.confirm}
          </button>
        </div>
      </dialog>
    </section>
  );
}

function whyOf(fault: Fault, words: MeWords): string {
  return fault.kind === 'unreachable' ? words.delete.unreachable : fault.problem.detail || fault.problem.title;
}
