import 'server-only';

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  /** The book's public address, without a slash at its end. */
  readonly site: string;
}

/**
 * How letters are sent; null where nothing is set up. The address in a letter is SITE_URL and never the Host of a request:
 * whoever asks for a link could write anything there, and the link opens an account. Throws when something is missing.
 */
export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, SITE_URL: site } = env;
  if (!smtpUrl) return null;
  if (!from || !site || !URL.canParse(smtpUrl) || !URL.canParse(site)) {
    throw new Error('Mail needs three settings: SMTP_URL (smtp://… or smtps://…), MAIL_FROM and SITE_URL (https://…).');
  }
  return { smtpUrl, from, site: site.replace(/\/+$/, '') };
}
