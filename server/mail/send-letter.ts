import 'server-only';
import { createTranslator } from 'use-intl/core';
import en from '@/content/en/words/mail.json';
import zh from '@/content/zh/words/mail.json';
import type { Locale } from '@/model/attempt';
import { mailSettings } from './settings';

const WORDS = { en, zh };

export interface Letter {
  readonly kind: keyof typeof en;
  readonly to: string;
  readonly locale: Locale;
  /** Of the page that the letter leads to, below the language, as in `/reset-password#…`. */
  readonly path: string;
}

/**
 * Sends a letter and does not wait for it: how long an answer takes must not tell whether somebody got one. What fails is
 * logged; the person asks again. Does nothing where no mail is set up.
 */
export function sendLetter(letter: Letter): void {
  deliver(letter).catch((error: unknown) => console.error(`A letter (${letter.kind}) could not be sent:`, error));
}

async function deliver({ kind, to, locale, path }: Letter): Promise<void> {
  const settings = mailSettings();
  if (settings === null) return;
  const { createTransport } = await import('nodemailer');
  const say = createTranslator({ locale, messages: WORDS[locale][kind] });
  await createTransport(settings.smtpUrl).sendMail({
    from: settings.from,
    to: { name: '', address: to },
    subject: say('subject'),
    text: say('text', { link: `${settings.site}/${locale}${path}` }),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale === 'zh' ? 'zh-CN' : 'en' },
  });
}
