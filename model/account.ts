import { z } from 'zod';
import { locale } from './attempt';
import { PASSWORD_LENGTH } from './password-length';

const NAME_LENGTH = 60;

/** Two keyboards may write the same characters with different code points (RFC 8265 §4.2 asks for one form). */
const typedPassword = z.string().normalize('NFKC').max(PASSWORD_LENGTH.most);
const newPassword = z.string().normalize('NFKC').min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);

/** Written in lower case, so that one mailbox is one account. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Line breaks and marks that turn the direction of writing could make a name look like something else on a page. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u);

export const signUpRequest = z.strictObject({ name, email, password: newPassword, locale });
export type SignUpRequest = z.infer<typeof signUpRequest>;

export const signInRequest = z.strictObject({ email, password: typedPassword, locale });
export type SignInRequest = z.infer<typeof signInRequest>;

/** The account of whoever is signed in, as it may see itself. */
export const account = z.strictObject({ id: z.string(), name: z.string(), email: z.string() });
export type Account = z.infer<typeof account>;

/** Whom the server knows by the cookie. `account` is null unless the learner is signed in. */
export const sessionReply = z.strictObject({
  learner: z.enum(['nobody', 'anonymous', 'signed-in']),
  account: account.nullable(),
});
export type SessionReply = z.infer<typeof sessionReply>;

/** What an account's owner sees of it. */
export const ownAccount = account.extend({
  emailConfirmed: z.boolean(),
  createdAt: z.iso.datetime(),
  /** Other browsers that are signed in. */
  otherSessions: z.number().int(),
});
export type OwnAccount = z.infer<typeof ownAccount>;

export const nameChange = z.strictObject({ name, locale });
export const passwordChange = z.strictObject({ current: typedPassword, next: newPassword, locale });
export type PasswordChange = z.infer<typeof passwordChange>;
export const emailChange = z.strictObject({ email, password: typedPassword, locale });
export type EmailChange = z.infer<typeof emailChange>;
export const accountDeletion = z.strictObject({ password: typedPassword, locale });

/** `confirm`: the old address stays until a link sent to the new one has been opened. */
export const emailChanged = z.strictObject({ next: z.enum(['changed', 'confirm']), account });
export type EmailChanged = z.infer<typeof emailChanged>;

/** How a forgotten password is replaced here: by a link that is mailed, or by one that whoever runs the book prints. */
export const resetWay = z.strictObject({ by: z.enum(['mail', 'command-line']) });
export type ResetWay = z.infer<typeof resetWay>;
export const resetRequest = z.strictObject({ email, locale });
export type ResetRequest = z.infer<typeof resetRequest>;

/** From the part of a link behind its `#`. */
const secret = z.string().min(1).max(100);
export const resetFinish = z.strictObject({ secret, password: newPassword, locale });
export const emailConfirmation = z.strictObject({ secret, locale });
export const emailConfirmed = z.strictObject({ email: z.string() });

/** `confirm`: a mail is on its way, and the address must be confirmed before signing in. */
export const signUpReply = z.strictObject({ next: z.enum(['signed-in', 'confirm']), account: account.nullable() });
