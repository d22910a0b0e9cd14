import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Fault, Reply } from '@/components/client/call';
import { checkField } from './check-field';
import { Field, type FieldSpec } from './field';
import type { FormWords } from './words';

interface Props {
  fields: readonly FieldSpec[];
  /** On the button. */
  send: string;
  words: FormWords;
  danger?: boolean;
  onSend: (values: Readonly<Record<string, string>>) => Promise<Reply>;
  onDone: (body: unknown, values: Readonly<Record<string, string>>) => void;
  /** Below the button. */
  children?: ReactNode;
}

/** Where a problem of the server belongs, if not to the form as a whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  '/problems/email-taken': 'email',
  '/problems/wrong-password': 'password',
};

/**
 * A form of which each fault stands beside its field and takes the focus to the first. The inputs are plain ones, so that
 * password managers, pasting and autofill work as everywhere.
 */
export function AccountForm({ fields, send, words, danger = false, onSend, onDone, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function show(next: Readonly<Record<string, string>>, all: string | null): void {
    setFaults(next);
    setSaid(all);
    const first = fields.find(({ name }) => next[name]) ?? (all ? fields.at(-1) : undefined);
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first.name}"]`)?.focus();
  }

  function showFault(fault: Fault): void {
    if (fault.kind === 'unreachable') {
      show({}, words.faults.unreachable);
      return;
    }
    const { type, detail, title, errors = [] } = fault.problem;
    const told = fields.flatMap(({ name }) => {
      const error = errors.find(({ path }) => path === name);
      return error ? [[name, error.message]] : [];
    });
    const owner = fields.find(({ name, kind }) => {
      const belongs = FIELD_OF[type];
      return belongs === name || (belongs === 'password' && kind === 'password');
    });
    if (told.length > 0) show(Object.fromEntries(told), null);
    else if (owner) show({ [owner.name]: detail }, null);
    else show({}, detail || title);
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]));
    const wrong = fields.flatMap((spec) => {
      const fault = checkField(spec, values[spec.name] ?? '', words);
      return fault ? [[spec.name, fault]] : [];
    });
    if (wrong.length > 0) return show(Object.fromEntries(wrong), null);
    setBusy(true);
    show({}, null);
    const reply = await onSend(values);
    setBusy(false);
    if (!reply.ok) return showFault(reply.fault);
    form.current?.reset();
    onDone(reply.body, values);
  }

  return (
    <form ref={form} className="account-form" method="post" noValidate onSubmit={(event) => void submit(event)}>
      {fields.map((spec) => (
        <Field key={spec.name} spec={spec} fault={faults[spec.name] ?? null} words={words} />
      ))}
      <p role="alert" className="account-fault">
        {said}
      </p>
      <p className="account-acts">
        <button type="submit" className={danger ? 'btn danger' : 'btn primary'} aria-disabled={busy}>
          {busy ? words.sending : send}
        </button>
        {children}
      </p>
    </form>
  );
}
