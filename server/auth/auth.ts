import 'server-only';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { anonymous } from 'better-auth/plugins';
import { parseDatabaseUrl } from '@/model/database-url';
import { PASSWORD_LENGTH } from '@/model/password-length';
import { getDb } from '@/server/db/client';
import { moveLearning } from '@/server/db/learners';
import { mailSettings } from '@/server/mail/settings';
import { loadSecret } from './secret';

const DAY_S = 24 * 60 * 60;

async function makeAuth(secure: boolean) {
  const [db, secret] = await Promise.all([getDb(), loadSecret()]);
  const { provider } = parseDatabaseUrl(process.env.DATABASE_URL);
  return betterAuth({
    appName: '2MSL',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: prismaAdapter(db, { provider }),
    // Only called from here, never over HTTP: its own endpoints are not mounted (see docs/decisions).
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      requireEmailVerification: mailSettings() !== null,
    },
    // A learner without an account has nothing but the cookie: let it live as long as browsers allow.
    session: { expiresIn: 400 * DAY_S, updateAge: DAY_S },
    advanced: {
      cookiePrefix: '2msl',
      // Not `useSecureCookies`: that would change the cookie's name, and a learner who comes by http and by https
      // would be two.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        // Nothing of the device is kept.
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    plugins: [
      anonymous({
        // moveLearning deletes the anonymous learner in the same transaction: between two, an answer could get lost.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) => moveLearning(anonymousUser.user.id, newUser.user.id),
      }),
    ],
  });
}

export type Auth = Awaited<ReturnType<typeof makeAuth>>;

const cache = globalThis as unknown as { auth?: Map<boolean, Promise<Auth>> };

/**
 * better-auth for requests that came by https (`secure`: its cookies are Secure) or by plain http, as in a classroom's
 * network. Made at the first call; a failure is not remembered.
 */
export function getAuth(secure: boolean): Promise<Auth> {
  cache.auth ??= new Map();
  const known = cache.auth.get(secure);
  if (known) return known;
  const made = makeAuth(secure).catch((error: unknown) => {
    cache.auth?.delete(secure);
    throw error;
  });
  cache.auth.set(secure, made);
  return made;
}

/** For tests that change the settings. */
export function forgetAuth(): void {
  cache.auth = undefined;
}
