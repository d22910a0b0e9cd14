// npm run dev: for authors and developers. Pages are made as they are asked for, and again when a file changes.
import { addressesOf, chooseAddress } from './setup/address.mjs';
import { checkDatabase, migrate } from './setup/database.mjs';
import { install } from './setup/install.mjs';
import { serve } from './setup/serve.mjs';
import { watchContent } from './setup/watch-content.mjs';

const address = await chooseAddress();
await checkDatabase();
await install();
await migrate();
watchContent();
serve('dev', address, {
  env: { NODE_ENV: 'development' },
  onReady: () => console.log(`2MSL for authors is open at ${addressesOf(address)[0]}/en`),
});
