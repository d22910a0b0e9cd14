/** npm run reset-password -- someone@example.org: prints a link with which that account gets a new password. */
import { makeResetPath } from '@/server/auth/reset';

const HOURS = 24;

async function main([given = '']: readonly string[]): Promise<number> {
  const email = given.trim().toLowerCase();
  if (!email.includes('@')) {
    console.error('Whose? npm run reset-password -- someone@example.org');
    return 2;
  }
  const path = await makeResetPath(email, HOURS);
  if (path === null) {
    console.error(`There is no account with the address ${email}.`);
    return 1;
  }
  const { SITE_URL, HOST = '127.0.0.1', PORT = '3000' } = process.env;
  const site = SITE_URL?.replace(/\/+$/, '') || `http://${HOST}:${PORT}`;
  console.log(`Whoever opens this link may choose a new password, once and within ${HOURS} hours:`);
  console.log(`  ${site}/en${path}`);
  console.log('中文页面：');
  console.log(`  ${site}/zh${path}`);
  return 0;
}

process.exit(await main(process.argv.slice(2)));
