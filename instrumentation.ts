/** Runs once when a server starts: what would fail at the first learner's first answer fails now, and says why. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { loadSecret } = await import('@/server/auth/secret');
  const { tellAddresses } = await import('@/server/auth/client-address');
  const { mailSettings } = await import('@/server/mail/settings');
  mailSettings();
  tellAddresses();
  await loadSecret();
}
